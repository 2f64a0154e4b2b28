// The records a file is made of, the decisions that hold them together, and the ways to add to or take from them.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { post } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Button, DateText, LinkButton, Select, Tag, toast } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { useDecide } from "./decisions.ts";
import { useFileChanged } from "./use-file.ts";

type Ask = { readonly kind: "split" | "withdraw"; readonly record: string; readonly label: string };

export function Records({ file }: { readonly file: RecordFile }): ReactNode {
  const may = useMay();
  const [ask, setAsk] = useState<Ask | null>(null);
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
      <section className="stack">
        <h2>{t("records.judgements")}</h2>
        {file.judgements.length === 0 ? (
          <p className="quiet">{t("records.noJudgements")}</p>
        ) : (
          <ul className="recs">
            {file.judgements.map((judgement) => (
              <li key={judgement.seq} className="sheet recs__item">
                <div>
                  <p>
                    <Bidi>{judgement.leftLabel}</Bidi>{" "}
                    <Tag>{tIf(`verdict.${judgement.verdict}`) ?? judgement.verdict}</Tag>{" "}
                    <Bidi>{judgement.rightLabel}</Bidi>
                  </p>
                  <p dir="auto">{judgement.reason}</p>
                  <p className="quiet small">
                    <Bidi>{judgement.by}</Bidi> · <DateText at={judgement.at} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      {ask?.kind === "split" ? (
        <SplitDialog file={file} record={ask.record} onClose={() => setAsk(null)} />
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

/** A record leaves the file by a judgement: it is *different* from the record it was held to. */
function SplitDialog({
  file,
  record,
  onClose,
}: {
  readonly file: RecordFile;
  readonly record: string;
  readonly onClose: () => void;
}): ReactNode {
  const changed = useFileChanged();
  // The records that a judgement ties this one to; each tie must be undone for it to leave.
  const ties = file.judgements.filter(
    (judgement) =>
      judgement.verdict === "same" && (judgement.left === record || judgement.right === record),
  );
  const others = file.records.filter((other) => other.id !== record);
  const [apart, setApart] = useState(others[0]?.id ?? "");
  const pairs =
    ties.length > 0
      ? ties.map(({ left, right, seq }) => ({ left, right, expect: seq }))
      : [{ left: record, right: apart, expect: undefined }];
  const splitting = useMutation({
    mutationFn: async (reason: string) => {
      for (const { left, right } of pairs)
        await post("/api/judgements", { left, right, verdict: "different", reason });
    },
    onSuccess: async () => {
      onClose();
      await changed();
      toast({
        text: t("records.splitDone"),
        undo: async () => {
          for (const { left, right } of pairs)
            await post("/api/judgements", {
              left,
              right,
              verdict: "same",
              reason: t("claims.broughtBack"),
            });
          await changed();
        },
      });
    },
  });
  return (
    <ReasonDialog
      title={t("records.splitTitle")}
      text={
        <>
          {t("records.splitText")}
          {ties.length === 0 && others.length > 1 ? (
            <Select
              label={t("records.splitFrom")}
              value={apart}
              onChange={setApart}
              options={others.map((other) => ({ value: other.id, label: other.label }))}
            />
          ) : null}
        </>
      }
      submit={t("records.split")}
      isPending={splitting.isPending}
      error={splitting.error}
      onSubmit={(reason) => splitting.mutate(reason)}
      onClose={onClose}
    />
  );
}
