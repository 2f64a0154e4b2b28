// Looking for duplicates: the step itself, how far it is, and when it was last done.
import type { LinkReport } from "../../api/views.ts";
import { useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Button, DateText, ErrorNote, JobProgress } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";

export function useLook(onDone: () => Promise<void>) {
  const may = useMay();
  const [report, setReport] = useState<LinkReport | null>(null);
  const job = useJob<LinkReport>((done) => {
    setReport(done);
    void onDone();
  });
  return {
    job,
    report,
    mayLook: may("link"),
    look: (): void => void job.start(async () => post("/api/link")),
  };
}

export type Look = ReturnType<typeof useLook>;

export function LookButton({
  of,
  primary = false,
}: {
  readonly of: Look;
  readonly primary?: boolean;
}): ReactNode {
  if (!of.mayLook) return null;
  return (
    <Button
      variant={primary ? "primary" : "plain"}
      isPending={of.job.phase === "running"}
      onPress={of.look}
    >
      {t("same.look")}
    </Button>
  );
}

/** When somebody last looked; undefined until the server said so. */
type Searched = { readonly at: number | null; readonly isStale: boolean } | undefined;

/** Progress while it runs, news when it is done. */
export function LookNews({
  of,
  searched,
}: {
  readonly of: Look;
  readonly searched: Searched;
}): ReactNode {
  const { job, report } = of;
  return (
    <div className="queue__news">
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("same.looking")} onCancel={job.cancel} />
      ) : null}
      <ErrorNote error={job.error} />
      <div aria-live="polite">
        {searched === undefined ? null : (
          <p className="quiet small">
            {searched.at === null ? (
              t("same.neverLooked")
            ) : (
              <>
                {t("same.lookedAt")} <DateText at={searched.at} />
                {"."}
              </>
            )}{" "}
            {searched.isStale && searched.at !== null ? t("same.stale") : null}
            {!searched.isStale && report !== null ? reportText(report) : null}
          </p>
        )}
      </div>
    </div>
  );
}

function reportText({ records, candidates }: LinkReport): string {
  if (records === 0) return t("same.nothingChanged");
  return t("same.looked", {
    records: t("same.lookedRecords", { count: records }),
    pairs: t("same.foundPairs", { count: candidates }),
  });
}
