// Who has a key, one's own passphrase, backup, lock, look, and what this program is.
import { useState } from "react";
import type { ReactNode } from "react";
import { post, useJob } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Button, Checkbox, ErrorNote, JobProgress, Note, Page, Radios } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { setSingleKeys, singleKeysOn } from "../../shell/shortcuts.ts";
import { setTheme, useTheme } from "../../shell/theme.ts";
import type { Theme } from "../../shell/theme.ts";
import { useAppState } from "../../shell/use-state.ts";
import { HandOut } from "../appeal/hand-out.tsx";
import { LanguageModel } from "./language-model.tsx";
import { Members } from "./members.tsx";
import { MyPassphrase } from "./passphrase.tsx";
import { SecondPersonCard } from "./second-person.tsx";
import "./settings.css";

export function Screen(): ReactNode {
  const state = useAppState().data;
  const may = useMay();
  return (
    <Page title={t("settings.title")} className="settings">
      <Members me={state?.member?.id} canChange={may("keep")} />
      <MyPassphrase />
      <SecondPersonCard canChange={may("keep")} />
      {may("keep") ? <Backup /> : null}
      <section className="settings__part">
        <h2>{t("settings.lock")}</h2>
        <p>{t("settings.lockTextPlain")}</p>
      </section>
      <HandOut className="settings__part" />
      <LanguageModel canChange={may("keep")} />
      <Look />
      <section className="settings__part">
        <h2>{t("settings.about")}</h2>
        <p>{t("settings.aboutText", { version: state?.version ?? "" })}</p>
        <p>{t("settings.noCalls")}</p>
        <p className="quiet">{t("settings.licence")}</p>
      </section>
    </Page>
  );
}

function Look(): ReactNode {
  const theme = useTheme();
  const [keys, setKeys] = useState(singleKeysOn);
  const themes: readonly Theme[] = ["system", "light", "dark"];
  return (
    <section className="settings__part">
      <h2>{t("settings.look")}</h2>
      <Radios<Theme>
        label={t("settings.theme")}
        value={theme}
        onChange={setTheme}
        choices={themes.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
      />
      <Checkbox
        label={t("settings.singleKeys")}
        hint={t("settings.singleKeysHint")}
        checked={keys}
        onChange={(on) => {
          setSingleKeys(on);
          setKeys(on);
        }}
      />
    </section>
  );
}

function Backup(): ReactNode {
  const job = useJob();
  return (
    <section className="settings__part">
      <h2>{t("settings.backup")}</h2>
      <p>{t("settings.backupText")}</p>
      <ErrorNote error={job.error} />
      {job.phase === "running" ? (
        <JobProgress job={job.job} label={t("settings.backupRunning")} onCancel={job.cancel} />
      ) : null}
      {job.phase === "done" && job.job !== null ? (
        <Note tone="good">
          <p>{t("settings.backupReady")}</p>
          <a
            className="btn btn--primary"
            href={`/api/backup/${encodeURIComponent(job.job.id)}`}
            download
            onClick={() => setTimeout(job.reset, 1_000)}
          >
            {t("settings.backupDownload")}
          </a>
        </Note>
      ) : null}
      {job.phase === "running" || job.phase === "done" ? null : (
        <div>
          <Button onPress={() => void job.start(async () => post("/api/backup"))}>
            {t("settings.backupMake")}
          </Button>
        </div>
      )}
    </section>
  );
}
