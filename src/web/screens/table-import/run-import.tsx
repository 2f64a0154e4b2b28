// The trial and the import itself, each with its progress; afterwards where the people are, and the way back.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import type { Mapping } from "../../../model/index.ts";
import { post, useJob } from "../../api/index.ts";
import type { BatchItem, DryRun, SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, JobProgress, LinkButton, Note } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { batchText } from "../batches/batch-text.ts";
import { Trial } from "./trial.tsx";
import { useImported } from "./use-look.ts";

export interface RunImportProps {
  readonly source: SourceView;
  readonly mapping: Mapping;
  readonly series: string;
  /** Why nothing can be tried yet, or null. */
  readonly blocked: string | null;
  readonly plural: string;
}

export function RunImport({ source, mapping, series, blocked, plural }: RunImportProps): ReactNode {
  const imported = useImported(source.id);
  const path = `/api/sources/${encodeURIComponent(source.id)}/table`;
  const body = { mapping, series };
  const now = JSON.stringify(body);
  // The very mapping that was tried: importing another one than was shown must not be possible.
  const [tried, setTried] = useState("");
  const trial = useJob<DryRun>();
  const run = useJob<BatchItem>(() => void imported());
  const result = trial.phase === "done" ? trial.job?.result : undefined;
  const batch = run.phase === "done" ? run.job?.result : undefined;
  const stale = result !== undefined && tried !== now;

  if (batch !== undefined)
    return <Done batch={batch} source={source} plural={plural} onAgain={run.reset} />;
  const rows = result === undefined ? 0 : result.add + result.update;
  return (
    <section className="stack table-step">
      <h2>{t("table.dryRunText")}</h2>
      {result === undefined ? <p className="quiet">{t("table.dryRunHint")}</p> : null}
      {blocked === null ? null : <Note tone="warn">{blocked}</Note>}
      {trial.phase === "running" ? (
        <JobProgress job={trial.job} label={t("table.dryRunning")} onCancel={trial.cancel} />
      ) : null}
      <ErrorNote error={trial.error} />
      {result === undefined ? null : <Trial run={result} schema={mapping.schema} />}
      {stale ? <Note tone="warn">{t("table.stale")}</Note> : null}
      {run.phase === "running" ? (
        <>
          <JobProgress job={run.job} label={t("table.importing")} onCancel={run.cancel} />
          <p className="quiet small">{t("table.importStop")}</p>
        </>
      ) : (
        <div className="row">
          <Button
            variant={result === undefined || stale ? "primary" : "plain"}
            isDisabled={blocked !== null}
            isPending={trial.phase === "running"}
            onPress={() => {
              setTried(now);
              void trial.start(async () => post(`${path}/dry-run`, body));
            }}
          >
            {t("table.dryRun")}
          </Button>
          {result === undefined || stale ? null : (
            <Button
              variant="primary"
              isDisabled={blocked !== null || rows === 0}
              onPress={() => void run.start(async () => post(`${path}/import`, body))}
            >
              {t("table.importRows", { count: rows })}
            </Button>
          )}
        </div>
      )}
      <ErrorNote error={run.error} />
    </section>
  );
}

export function Done({
  batch,
  source,
  plural,
  onAgain,
}: {
  readonly batch: BatchItem;
  readonly source: SourceView;
  readonly plural: string;
  readonly onAgain: () => void;
}): ReactNode {
  const [asking, setAsking] = useState(false);
  const imported = useImported(source.id);
  const undoing = useMutation({
    mutationFn: async (reason: string) =>
      post<BatchItem>(`/api/batches/${encodeURIComponent(batch.id)}/undo`, { reason }),
    onSuccess: async () => {
      setAsking(false);
      await imported();
    },
  });
  if (undoing.isSuccess)
    return (
      <section className="stack table-step" role="status">
        <Note>{t("table.undone")}</Note>
        <div>
          <Button onPress={onAgain}>{t("table.again")}</Button>
        </div>
      </section>
    );
  return (
    <section className="stack table-step" role="status">
      <h2>{t("table.done")}</h2>
      <Note tone="good">
        <p>{batchText(batch)}</p>
        <p>{t("table.doneText")}</p>
      </Note>
      <div className="row">
        <LinkButton variant="primary" to="/people">
          {plural}
        </LinkButton>
        <LinkButton to="/batches">{t("table.toBatches")}</LinkButton>
        <Button variant="danger" onPress={() => setAsking(true)}>
          {t("table.undo")}
        </Button>
      </div>
      {asking ? (
        <ReasonDialog
          title={t("batches.undoTitle")}
          text={t("batches.undoText")}
          submit={t("batches.undo")}
          danger
          isPending={undoing.isPending}
          error={undoing.error}
          onSubmit={(reason) => undoing.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
