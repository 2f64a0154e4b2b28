// Looking for duplicates: the step itself, how far it is, and when it was last done.
import { useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Button, DateText, ErrorNote, JobProgress } from "../../parts/index.ts";
import { useKept } from "../../shell/kept.ts";
import { useMay } from "../../shell/rights.ts";
import type { LinkReport } from "./views.ts";

export function useLook(onDone: () => Promise<void>) {
  const may = useMay();
  const [at, keepAt] = useKept("same.lookedAt");
  const [report, setReport] = useState<LinkReport | null>(null);
  const job = useJob<LinkReport>((done) => {
    setReport(done);
    keepAt(String(Date.now()));
    void onDone();
  });
  return {
    job,
    report,
    at: at === "" ? null : Number(at),
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

/** Progress while it runs, news when it is done. */
export function LookNews({ of }: { readonly of: Look }): ReactNode {
  const { job, report, at } = of;
  return (
    <div className="queue__news">
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("same.looking")} onCancel={job.cancel} />
      ) : null}
      <ErrorNote error={job.error} />
      <div aria-live="polite">
        {at === null ? null : (
          <p className="quiet small">
            {t("same.lookedAt")} <DateText at={at} />
            {". "}
            {report === null ? null : reportText(report)}
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
