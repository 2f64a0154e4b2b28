// Making the dossier, and carrying it away once.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { get, post, useJob } from "../../api/index.ts";
import type { StampList, WrittenDossier } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Button,
  Checkbox,
  ErrorNote,
  JobProgress,
  Note,
  sizeText,
  TextArea,
} from "../../parts/index.ts";

type Told = Omit<WrittenDossier, "dir">;

export function MakeDossier({
  ask,
}: {
  readonly ask: {
    readonly records: readonly string[];
    readonly audience: string;
    readonly copies: readonly { readonly source: string; readonly file: string }[];
  };
}): ReactNode {
  const [recipients, setRecipients] = useState("");
  const [stamp, setStamp] = useState(true);
  const stamps = useQuery({
    queryKey: ["stamps"],
    queryFn: async ({ signal }) => get<StampList>("/api/stamps", { signal }),
  });
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
        void making.start(async () => post("/api/dossiers", { ...ask, recipients: named, stamp }));
      }}
    >
      <TextArea
        label={t("dossier.recipients")}
        hint={t("dossier.recipientsHint")}
        rows={2}
        value={recipients}
        onChange={setRecipients}
      />
      {stamps.data === undefined || stamps.data.authorities.length === 0 ? null : (
        <Checkbox
          label={t("dossier.stamp")}
          hint={t("dossier.stampHint")}
          checked={stamp}
          onChange={setStamp}
        />
      )}
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
      {told.stamps > 0 ? (
        <p>{t("dossier.stamped", { count: told.stamps })}</p>
      ) : (
        <Note>
          {told.unstamped.length === 0
            ? t("dossier.noAuthority")
            : t("dossier.notStamped", { names: told.unstamped.join(", ") })}
        </Note>
      )}
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
