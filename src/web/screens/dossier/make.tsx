// Making the dossier, and carrying it away once.
import { useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import type { WrittenDossier } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, JobProgress, Note, sizeText, TextArea } from "../../parts/index.ts";

type Told = Omit<WrittenDossier, "dir">;

export function MakeDossier({
  record,
  audience,
}: {
  readonly record: string;
  readonly audience: string;
}): ReactNode {
  const [recipients, setRecipients] = useState("");
  const making = useJob<Told>();
  const named = recipients
    .split(/\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (making.phase === "running")
    return <JobProgress job={making.job} label={t("dossier.making")} onCancel={making.cancel} />;
  const told = making.phase === "done" ? making.job?.result : undefined;
  if (told !== undefined && making.job !== null)
    return <Ready told={told} job={making.job.id} onAgain={making.reset} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void making.start(async () =>
          post("/api/dossiers", { record, audience, recipients: named }),
        );
      }}
    >
      <TextArea
        label={t("dossier.recipients")}
        hint={t("dossier.recipientsHint")}
        rows={2}
        value={recipients}
        onChange={setRecipients}
      />
      <ErrorNote error={making.error} />
      <div>
        <Button type="submit" variant="primary">
          {t("dossier.make")}
        </Button>
      </div>
    </form>
  );
}

function Ready({
  told,
  job,
  onAgain,
}: {
  readonly told: Told;
  readonly job: string;
  readonly onAgain: () => void;
}): ReactNode {
  return (
    <div className="dossier__ready sheet stack" role="status">
      <h2>{t("dossier.done")}</h2>
      <p>
        {t("dossier.contains", {
          files: told.files,
          entries: told.entries,
          size: told.checkpointSize,
        })}{" "}
        <span className="quiet">{sizeText(told.bytes)}</span>
      </p>
      <p>
        {t("dossier.signer")} <code className="dossier__signer">{told.signer}</code>
        <br />
        <span className="quiet small">{t("dossier.signerHint")}</span>
      </p>
      {told.witnessed ? null : <Note>{t("dossier.notWitnessed")}</Note>}
      <div className="actions">
        <a className="btn btn--primary" href={`/api/dossiers/${encodeURIComponent(job)}`} download>
          {t("dossier.download")}
        </a>
        <Button onPress={onAgain}>{t("dossier.again")}</Button>
      </div>
      <p className="quiet small">{t("dossier.once")}</p>
    </div>
  );
}
