// Keeps a count under an address; what is for the public leaves by being kept.
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { post, useJob } from "../../api/index.ts";
import type { SavedCount } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, JobProgress, Note } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import type { Asked } from "./screen.tsx";

export function KeepCount({ asked }: { readonly asked: Asked }): ReactNode {
  const may = useMay();
  const go = useNavigate();
  const job = useJob<SavedCount>(
    ({ id }) => void go({ to: "/counts/kept/$id", params: { id }, search: {} }),
  );
  const { audience, reviewed } = asked;
  const keep = (): void =>
    void job.start(async () => post("/api/counts/kept", { audience, reviewed }));
  const preview = audience === "public";
  return (
    <>
      {preview ? (
        <Note>
          <p>{t("counts.preview")}</p>
        </Note>
      ) : null}
      {may("publish") || (may("review") && !preview) ? (
        <Actions>
          <Button isPending={job.phase === "running"} onPress={keep}>
            {t("counts.keep")}
          </Button>
        </Actions>
      ) : null}
      <ErrorNote error={job.error} onRetry={keep} />
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("counts.counting")} onCancel={job.cancel} />
      ) : null}
    </>
  );
}
