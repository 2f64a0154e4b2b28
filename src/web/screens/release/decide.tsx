// Approving exactly what is shown, and making the release once two members did.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post, useJob } from "../../api/index.ts";
import type { MadeRelease, ReleasePreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, JobProgress, TextField, toast } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";

interface DecideProps {
  readonly plan: ReleasePreview;
  readonly audience: string;
}

export function Decide({ plan, audience }: DecideProps): ReactNode {
  const client = useQueryClient();
  const may = useMay();
  const approve = useMutation({
    mutationFn: async () => post("/api/releases/approve", { audience, contents: plan.contents }),
    onSuccess: async () => {
      toast({ text: t("release.approved") });
      await client.invalidateQueries({ queryKey: ["release"] });
    },
  });
  const { approvals, missing, release } = plan;
  const lacks = missing.find((one) => one.code === "approvals");
  if (release.people.length === 0) return <p role="status">{t("release.nobody")}</p>;
  return (
    <section className="release__decide sheet stack">
      <h2>{t("release.next", { number: release.number })}</h2>
      <p>
        {t("release.people", { count: release.people.length })} ·{" "}
        {t("release.staying", { count: plan.people.length - release.people.length })}
      </p>
      <p>
        {t("release.contents")} <code className="release__hash">{plan.contents}</code>
        <br />
        <span className="quiet small">{t("release.contentsHint")}</span>
      </p>
      {approvals.length === 0 ? null : (
        <p>{t("release.approvedBy", { names: approvals.map(({ name }) => name).join(", ") })}</p>
      )}
      {lacks === undefined ? null : (
        <p>{t("release.approvals", { count: lacks.need - lacks.have })}</p>
      )}
      <ErrorNote error={approve.error} />
      {lacks !== undefined && (may("publish") || may("review")) ? (
        <div>
          <Button
            variant="primary"
            isPending={approve.isPending}
            onPress={() => {
              approve.mutate();
            }}
          >
            {t("release.approve")}
          </Button>
        </div>
      ) : null}
      {missing.length === 0 && may("publish") ? <Make audience={audience} /> : null}
    </section>
  );
}

function Make({ audience }: { readonly audience: string }): ReactNode {
  const [to, setTo] = useState("");
  const making = useJob<MadeRelease>();
  if (making.phase === "running")
    return <JobProgress job={making.job} label={t("release.making")} onCancel={making.cancel} />;
  const made = making.phase === "done" ? making.job?.result : undefined;
  if (made !== undefined && making.job !== null)
    return (
      <div className="stack" role="status">
        <h3>{t("release.done")}</h3>
        <p>{t("release.contains", { count: made.files })}</p>
        <div>
          <a
            className="btn btn--primary"
            href={`/api/releases/${encodeURIComponent(making.job.id)}`}
            download
          >
            {t("release.download")}
          </a>
        </div>
        <p className="quiet small">{t("release.once")}</p>
      </div>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() !== "")
          void making.start(async () => post("/api/releases", { audience, to: to.trim() }));
      }}
    >
      <TextField
        label={t("release.where")}
        hint={t("release.whereHint")}
        value={to}
        onChange={setTo}
      />
      <ErrorNote error={making.error} />
      <div>
        <Button type="submit" variant="primary">
          {t("release.make")}
        </Button>
      </div>
    </form>
  );
}
