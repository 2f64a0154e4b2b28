// Imported tables, each to be accepted or rejected as a whole, or undone.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { BatchItem } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  DateText,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  ReviewTag,
  Table,
  Tag,
  toast,
} from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { Link } from "@tanstack/react-router";
import { batchText } from "./batch-text.ts";
import "./batches.css";

type Step = "accept" | "reject" | "undo";
interface Asked {
  readonly step: Step;
  readonly batch: BatchItem;
}

async function carryOut({ step, batch }: Asked, reason: string): Promise<BatchItem> {
  const path = `/api/batches/${encodeURIComponent(batch.id)}`;
  if (step === "undo") return post(`${path}/undo`, { reason });
  return post(`${path}/review`, {
    state: step === "accept" ? "accepted" : "rejected",
    ...(reason === "" ? {} : { reason }),
  });
}

export function Screen(): ReactNode {
  const [asked, setAsked] = useState<Asked | null>(null);
  const client = useQueryClient();
  const batches = useQuery({
    queryKey: ["batches"],
    queryFn: async ({ signal }) => get<readonly BatchItem[]>("/api/batches", { signal }),
  });
  const changed = async (): Promise<void> => {
    await Promise.all(
      [["batches"], ["source"], ["sources"], ["people"], ["records"], ["home"]].map(
        async (queryKey) => client.invalidateQueries({ queryKey }),
      ),
    );
  };
  const deciding = useMutation({
    mutationFn: async ({ reason, ...what }: Asked & { readonly reason: string }) =>
      carryOut(what, reason),
    onSuccess: async (_, { step, batch }) => {
      setAsked(null);
      toast({
        text: t("batches.done"),
        // A review is taken back by giving the batch the state it had; undoing an import cannot be turned round.
        ...(step === "undo"
          ? {}
          : {
              undo: async () => {
                await post(`/api/batches/${encodeURIComponent(batch.id)}/review`, {
                  state: batch.review,
                });
                await changed();
              },
            }),
      });
      await changed();
    },
  });
  const rows = batches.data ?? [];
  return (
    <Page title={t("batches.title")} lead={t("batches.lead")}>
      {batches.error === null ? null : (
        <ErrorNote error={batches.error} onRetry={() => void batches.refetch()} />
      )}
      {batches.data === undefined && batches.error === null ? <Loading /> : null}
      {batches.data !== undefined && rows.length === 0 ? (
        <EmptyState
          title={t("batches.emptyTitle")}
          text={t("batches.emptyText")}
          action={
            <LinkButton variant="primary" to="/add">
              {t("sources.add")}
            </LinkButton>
          }
        />
      ) : null}
      {rows.length === 0 ? null : (
        <BatchTable
          rows={rows}
          onAsk={(next) => {
            deciding.reset();
            setAsked(next);
          }}
        />
      )}
      {asked === null ? null : (
        <ReasonDialog
          {...question(asked)}
          isPending={deciding.isPending}
          error={deciding.error}
          onSubmit={(reason) => deciding.mutate({ ...asked, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  );
}

function question({ step, batch }: Asked) {
  switch (step) {
    case "accept":
      return {
        title: t("batches.acceptTitle"),
        text: t("batches.acceptText", { count: batch.added + batch.updated }),
        submit: t("batches.accept"),
        optional: true,
      };
    case "reject":
      return {
        title: t("batches.rejectTitle"),
        text: t("batches.rejectText"),
        submit: t("batches.reject"),
        danger: true,
      };
    case "undo":
      return {
        title: t("batches.undoTitle"),
        text: t("batches.undoText"),
        submit: t("batches.undo"),
        danger: true,
      };
  }
}

function BatchTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly BatchItem[];
  readonly onAsk: (asked: Asked) => void;
}): ReactNode {
  const may = useMay();
  return (
    <Table<BatchItem>
      caption={t("batches.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      rowClass={({ undone }) => (undone ? "batches__undone" : undefined)}
      columns={[
        {
          key: "what",
          head: t("batches.colWhat"),
          main: true,
          cell: (batch) => (
            <Link to="/sources/$id" params={{ id: batch.source }}>
              <Bidi>{batch.series}</Bidi>
            </Link>
          ),
        },
        {
          key: "when",
          head: t("batches.colWhen"),
          cell: (batch) => (
            <>
              <DateText at={batch.startedAt} />{" "}
              <small className="quiet">{t("batches.by", { name: batch.startedBy })}</small>
            </>
          ),
        },
        {
          key: "rows",
          head: t("batches.colRows"),
          numeric: true,
          cell: (batch) => number(batch.rows),
        },
        { key: "result", head: t("batches.colResult"), cell: batchText },
        { key: "state", head: t("batches.colState"), cell: (batch) => <State batch={batch} /> },
        {
          key: "do",
          head: t("batches.colDo"),
          cell: (batch) =>
            batch.undone ? null : (
              <div className="row">
                {may("review") && batch.finished && batch.review !== "accepted" ? (
                  <Button small onPress={() => onAsk({ step: "accept", batch })}>
                    {t("batches.accept")}
                  </Button>
                ) : null}
                {may("review") && batch.finished && batch.review !== "rejected" ? (
                  <Button small onPress={() => onAsk({ step: "reject", batch })}>
                    {t("batches.reject")}
                  </Button>
                ) : null}
                {may("add") ? (
                  <Button small variant="danger" onPress={() => onAsk({ step: "undo", batch })}>
                    {t("batches.undo")}
                  </Button>
                ) : null}
              </div>
            ),
        },
      ]}
    />
  );
}

function State({ batch }: { readonly batch: BatchItem }): ReactNode {
  if (batch.undone) return <Tag sign="×">{t("batches.undone")}</Tag>;
  if (!batch.finished) return <Tag tone="warn">{t("batches.running")}</Tag>;
  return <ReviewTag review={batch.review} />;
}
