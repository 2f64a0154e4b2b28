// The first page: make a vault, look at the demonstration, or restore a backup.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, Icon, JobProgress, Page } from "../../parts/index.ts";
import { useDemo } from "../../shell/demo-door.tsx";
import { Doorstep } from "../../shell/doorstep.tsx";
import { CreateVault } from "./create-vault.tsx";
import { RecoveryCode } from "./recovery-code.tsx";
import { Restore } from "./restore.tsx";
import "./first-run.css";

type Step =
  | { readonly at: "choose" | "create" | "restore" }
  | { readonly at: "code"; readonly code: string; readonly vaultName: string };

export function Screen({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [step, setStep] = useState<Step>({ at: "choose" });
  const back = (): void => setStep({ at: "choose" });
  return (
    <Doorstep>
      {step.at === "choose" ? <Choose onGo={(at) => setStep({ at })} onDone={onDone} /> : null}
      {step.at === "create" ? (
        <CreateVault
          onBack={back}
          onMade={(code, vaultName) => setStep({ at: "code", code, vaultName })}
        />
      ) : null}
      {step.at === "code" ? (
        <RecoveryCode code={step.code} vaultName={step.vaultName} onDone={onDone} />
      ) : null}
      {step.at === "restore" ? <Restore onBack={back} onDone={onDone} /> : null}
    </Doorstep>
  );
}

function Choose({
  onGo,
  onDone,
}: {
  readonly onGo: (step: "create" | "restore") => void;
  readonly onDone: () => void;
}): ReactNode {
  const demo = useDemo(onDone);
  if (demo.phase === "running" || demo.phase === "done") {
    return (
      <Page title={t("first.demoRunning")}>
        <JobProgress job={demo.job} label={t("first.demoStart")} />
      </Page>
    );
  }
  return (
    <Page title={t("first.title")} lead={t("first.lead")}>
      <ErrorNote error={demo.error} />
      <ul className="first__ways">
        <li>
          <Button variant="primary" className="first__way" onPress={() => onGo("create")}>
            <Way title={t("first.create")} hint={t("first.createHint")} />
          </Button>
        </li>
        <li>
          <Button className="first__way" onPress={demo.begin}>
            <Way title={t("first.demo")} hint={t("first.demoHint")} />
          </Button>
        </li>
        <li>
          <Button variant="quiet" className="first__way" onPress={() => onGo("restore")}>
            <Way title={t("first.restore")} hint={t("first.restoreHint")} />
          </Button>
        </li>
      </ul>
    </Page>
  );
}

function Way({ title, hint }: { readonly title: string; readonly hint: string }): ReactNode {
  return (
    <>
      <span className="first__way-text">
        <strong>{title}</strong>
        <small>{hint}</small>
      </span>
      <Icon name="right" />
    </>
  );
}
