// A vault comes back from one encrypted file and its passphrase.
import { useState } from "react";
import type { ReactNode } from "react";
import { upload, useJob } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import {
  Button,
  ErrorNote,
  Field,
  JobProgress,
  Page,
  ProgressBar,
  TextField,
} from "../../parts/index.ts";
import { Actions } from "../../parts/actions.tsx";

/** Headers carry ASCII only; the passphrase may be in any script. */
function base64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""),
  );
}

/** An archive of everything is read anywhere, a backup here alone; each says by its name which it is. */
const addressOf = ({ name }: File): string =>
  name.toLowerCase().endsWith(".tar") ? "/api/imports/all" : "/api/restore";

export function Restore({
  onBack,
  onDone,
}: {
  readonly onBack: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const job = useJob(onDone);
  const begin = (chosen: File): void => {
    setSent(0);
    void job.start(async () => {
      try {
        return await upload<{ job: string }>(addressOf(chosen), chosen, {
          headers: { "X-Guwah-Passphrase": base64(passphrase) },
          onProgress: setSent,
        });
      } finally {
        setSent(null);
      }
    });
  };
  if (job.phase === "running" || job.phase === "done") {
    return (
      <Page title={t("first.restoreRunning")}>
        {sent !== null && file !== null ? (
          <ProgressBar label={t("first.restoreSending")} done={sent} total={file.size} />
        ) : (
          <JobProgress job={job.job} label={t("first.restoreRunning")} />
        )}
      </Page>
    );
  }
  return (
    <Page title={t("first.restoreTitle")}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file === null) setMissing(true);
          else begin(file);
        }}
      >
        <Field
          label={t("first.restoreFile")}
          hint={t("first.restoreFileHint")}
          {...(missing ? { error: t("first.restoreMissing") } : {})}
        >
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="file"
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                setMissing(false);
              }}
            />
          )}
        </Field>
        <TextField
          label={t("first.restorePassphrase")}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
        />
        <ErrorNote error={job.error} />
        <Actions>
          <Button type="submit" variant="primary">
            {t("first.restoreSubmit")}
          </Button>
          <Button onPress={onBack}>{t("parts.back")}</Button>
        </Actions>
      </form>
    </Page>
  );
}
