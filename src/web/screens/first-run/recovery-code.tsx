// The recovery code, once. One goes on only after showing that it stands on paper.
import { useState } from "react";
import type { ReactNode } from "react";
import { locale, t } from "../../messages/index.ts";
import { RecoveryCodeSheet } from "../../parts/recovery-code.tsx";
import { Button, Note, Page, TextField, toast } from "../../parts/index.ts";
import { Actions } from "../../parts/actions.tsx";

interface Props {
  readonly code: string;
  readonly vaultName: string;
  readonly onDone: () => void;
}

const lettersOf = (text: string): string => text.replace(/[^0-9a-z]/gi, "").toUpperCase();

export function RecoveryCode({ code, vaultName, onDone }: Props): ReactNode {
  const [typed, setTyped] = useState("");
  const [today] = useState(() => new Date().toLocaleDateString(locale));
  const [wrong, setWrong] = useState(false);
  return (
    <Page
      title={t("first.codeTitle")}
      lead={<span className="first__no-print">{t("first.codeLead")}</span>}
    >
      <p className="code__printed">{t("first.codePrinted", { vault: vaultName, date: today })}</p>
      <RecoveryCodeSheet code={code} />
      <div className="stack first__no-print">
        <div className="row">
          <Button onPress={() => window.print()}>{t("first.print")}</Button>
          <Button
            variant="quiet"
            onPress={() => {
              navigator.clipboard.writeText(code).then(
                () => toast({ text: t("first.copied") }),
                () => {},
              );
            }}
          >
            {t("first.copy")}
          </Button>
        </div>
        <Note tone="warn">{t("first.codeAdvice")}</Note>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (lettersOf(typed).length >= 4 && lettersOf(code).endsWith(lettersOf(typed)))
              onDone();
            else setWrong(true);
          }}
        >
          <TextField
            label={t("first.codeCheck")}
            value={typed}
            dir="ltr"
            spellCheck={false}
            onChange={(value) => {
              setTyped(value);
              setWrong(false);
            }}
            {...(wrong ? { error: t("first.codeWrong") } : {})}
          />
          <Actions>
            <Button type="submit" variant="primary">
              {t("first.codeSubmit")}
            </Button>
          </Actions>
        </form>
      </div>
    </Page>
  );
}
