// The records a file is made of, the decisions that hold them together, and the ways to add to or take from them.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { ClusterView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, LinkButton } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { useDecide } from "./decisions.ts";
import { SplitDialog } from "./split-dialog.tsx";
import { Ties } from "./ties.tsx";
import { useCluster } from "./use-file.ts";

type Ask = { readonly kind: "split" | "withdraw"; readonly record: string; readonly label: string };

const numberOf = (cluster: ClusterView | undefined, record: string): string =>
  cluster?.records.find(({ id }) => id === record)?.number ?? "";

export function Records({ file }: { readonly file: RecordFile }): ReactNode {
  const may = useMay();
  const [ask, setAsk] = useState<Ask | null>(null);
  const cluster = useCluster(file.id);
  const decide = useDecide(() => setAsk(null));
  const isPerson = file.schema === "Person";
  return (
    <div className="stack">
      <p className="quiet file__note">
        {isPerson ? t("records.inFile") : t("records.inFileOther")}
      </p>
      <ul className="recs">
        {file.records.map((record) => (
          <li key={record.id} className="sheet recs__item">
            <div>
              <Bidi className="recs__label">{record.label}</Bidi>
              <p className="quiet small">
                <Link to="/sources/$id" params={{ id: record.source }}>
                  <Bidi>{record.sourceTitle}</Bidi>
                </Link>
                {" · "}
                {t("person.countClaims", { count: record.claims })}
                {file.records.length > 1 ? (
                  <>
                    {" · "}
                    <span className="recs__number">{numberOf(cluster.data, record.id)}</span>
                  </>
                ) : null}
              </p>
            </div>
            <div className="row">
              {file.records.length > 1 && may("link") ? (
                <Button
                  small
                  onPress={() => setAsk({ kind: "split", record: record.id, label: record.label })}
                >
                  {isPerson ? t("records.split") : t("records.splitOther")}
                </Button>
              ) : null}
              {may("add") ? (
                <Button
                  small
                  variant="quiet"
                  onPress={() =>
                    setAsk({ kind: "withdraw", record: record.id, label: record.label })
                  }
                >
                  {t("records.withdraw")}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {isPerson && may("link") ? (
        <div>
          <LinkButton to="/same-person" search={{ left: file.id }}>
            {t("person.merge")}
          </LinkButton>
        </div>
      ) : null}
      <Ties file={file} cluster={cluster.data} />
      <ErrorNote error={cluster.error} />
      {ask?.kind === "split" ? (
        <SplitDialog
          file={file}
          cluster={cluster.data}
          record={ask.record}
          onClose={() => setAsk(null)}
        />
      ) : null}
      {ask?.kind === "withdraw" ? (
        <ReasonDialog
          title={t("records.withdrawTitle")}
          text={
            <>
              <Bidi>{ask.label}</Bidi>. {t("records.withdrawText")}
            </>
          }
          submit={t("records.withdraw")}
          danger
          isPending={decide.isPending}
          error={decide.error}
          onSubmit={(reason) =>
            decide.mutate({ kind: "withdraw", target: ask.record, subject: ask.record, reason })
          }
          onClose={() => setAsk(null)}
        />
      ) : null}
    </div>
  );
}
