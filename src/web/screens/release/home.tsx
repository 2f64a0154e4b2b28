// Everything home: the whole ledger and all files in one archive, and how it comes back.
import { useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import type { WrittenHome } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, JobProgress, Note } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { Carried, keysIn, Recipients } from "./make-export.tsx";

export function Home(): ReactNode {
  const may = useMay();
  return (
    <section className="release__part">
      <h2>{t("exports.home")}</h2>
      <p>{t("exports.homeText")}</p>
      {may("keep") ? <MakeHome /> : <p className="quiet">{t("exports.homeKeepers")}</p>}
      <h3>{t("exports.back")}</h3>
      <p>{t("exports.backText")}</p>
      <p>
        <code>guwah import DIR</code>
      </p>
    </section>
  );
}

function MakeHome(): ReactNode {
  const [recipients, setRecipients] = useState("");
  const making = useJob<WrittenHome>();
  if (making.phase === "running")
    return (
      <JobProgress job={making.job} label={t("exports.homeMaking")} onCancel={making.cancel} />
    );
  const made = making.phase === "done" ? making.job?.result : undefined;
  if (made !== undefined && making.job !== null)
    return (
      <Carried
        title={t("exports.homeDone")}
        text={
          <>
            {t("exports.homeContains", { entries: made.entries, files: made.files })}
            <br />
            {t("exports.root")} <code>{made.root}</code>
          </>
        }
        job={making.job.id}
        onAgain={making.reset}
      />
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void making.start(async () => post("/api/exports/all", { recipients: keysIn(recipients) }));
      }}
    >
      <Note tone="warn">{t("exports.homeWarning")}</Note>
      <Recipients value={recipients} onChange={setRecipients} />
      <ErrorNote error={making.error} />
      <div>
        <Button type="submit">{t("exports.homeMake")}</Button>
      </div>
    </form>
  );
}
