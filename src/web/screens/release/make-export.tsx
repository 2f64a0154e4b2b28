// Makes one export and carries it away once; where its copies go is asked first, so that a withdrawal can reach them.
import { useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import type { WrittenExport } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, JobProgress, TextArea, TextField } from "../../parts/index.ts";

export function MakeExport({
  audience,
  format,
}: {
  readonly audience: string;
  readonly format: string;
}): ReactNode {
  const [to, setTo] = useState("");
  const [recipients, setRecipients] = useState("");
  const [tried, setTried] = useState(false);
  const making = useJob<WrittenExport>();
  if (making.phase === "running")
    return <JobProgress job={making.job} label={t("exports.making")} />;
  const made = making.phase === "done" ? making.job?.result : undefined;
  if (made !== undefined && making.job !== null)
    return (
      <Carried
        title={t("exports.done")}
        text={t("exports.contains", { count: made.files.length })}
        job={making.job.id}
        onAgain={making.reset}
      />
    );
  const outside = audience !== "inside";
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (outside && to.trim() === "") return;
        void making.start(async () =>
          post("/api/exports", {
            audience,
            format,
            ...(to.trim() === "" ? {} : { to: to.trim() }),
            recipients: keysIn(recipients),
          }),
        );
      }}
    >
      {outside ? (
        <TextField
          label={t("release.where")}
          hint={t("release.whereHint")}
          value={to}
          onChange={setTo}
          maxLength={2_000}
          {...(tried && to.trim() === "" ? { error: t("exports.whereMissing") } : {})}
        />
      ) : null}
      <Recipients value={recipients} onChange={setRecipients} />
      <ErrorNote error={making.error} />
      <div>
        <Button type="submit" variant="primary">
          {t("exports.make")}
        </Button>
      </div>
    </form>
  );
}

/** Of age, one a line. */
export const keysIn = (words: string): string[] => words.split(/\s+/).filter((word) => word !== "");

export function Recipients({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <TextArea
      label={t("dossier.recipients")}
      hint={t("dossier.recipientsHint")}
      rows={2}
      value={value}
      onChange={onChange}
    />
  );
}

export function Carried({
  title,
  text,
  job,
  onAgain,
}: {
  readonly title: string;
  readonly text: ReactNode;
  readonly job: string;
  readonly onAgain: () => void;
}): ReactNode {
  return (
    <div className="stack" role="status">
      <h3>{title}</h3>
      <p className="release__hash">{text}</p>
      <div className="actions">
        <a className="btn btn--primary" href={`/api/exports/${encodeURIComponent(job)}`} download>
          {t("release.download")}
        </a>
        <Button onPress={onAgain}>{t("exports.again")}</Button>
      </div>
      <p className="quiet small">{t("release.once")}</p>
    </div>
  );
}
