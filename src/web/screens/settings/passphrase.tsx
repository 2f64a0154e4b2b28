// One's own passphrase, and a new recovery code.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Note, TextField, toast } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { StrengthMeter, useStrength } from "../../parts/passphrase-strength.tsx";
import { RecoveryCodeSheet } from "../../parts/recovery-code.tsx";

export function MyPassphrase(): ReactNode {
  const [open, setOpen] = useState<"passphrase" | "code" | null>(null);
  return (
    <section className="settings__part">
      <h2>{t("settings.passphrase")}</h2>
      <div className="row">
        <Button onPress={() => setOpen("passphrase")}>{t("settings.passphraseChange")}</Button>
        <Button onPress={() => setOpen("code")}>{t("settings.recovery")}</Button>
      </div>
      {open === "passphrase" ? <Change onClose={() => setOpen(null)} /> : null}
      {open === "code" ? <NewCode onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function Change({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const strength = useStrength(next);
  const changing = useMutation({
    mutationFn: async () => post("/api/passphrase", { current, next }),
    onSuccess: () => {
      toast({ text: t("settings.passphraseDone") });
      onClose();
    },
  });
  const strong = next !== "" && strength?.enough !== false;
  return (
    <Dialog title={t("settings.passphraseChange")} isOpen onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (strong && next === again && current !== "") changing.mutate();
        }}
      >
        <TextField
          label={t("settings.passphraseCurrent")}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          autoFocus
          {...(tried && current === "" ? { error: t("unlock.missing") } : {})}
        />
        <TextField
          label={t("settings.passphraseNext")}
          hint={t("first.passphraseHint")}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          {...(tried && !strong ? { error: t("first.tooWeak") } : {})}
        />
        <StrengthMeter strength={strength} />
        <TextField
          label={t("first.passphraseAgain")}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          {...(tried && next !== again ? { error: t("first.notSame") } : {})}
        />
        <ErrorNote error={changing.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={changing.isPending}>
            {t("settings.passphraseChange")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}

function NewCode({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [current, setCurrent] = useState("");
  const making = useMutation({
    mutationFn: async () => post<{ recoveryCode: string }>("/api/recovery-code", { current }),
  });
  return (
    <Dialog
      title={t("settings.recovery")}
      isOpen
      onClose={onClose}
      role={making.data === undefined ? "dialog" : "alertdialog"}
    >
      {making.data === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (current !== "") making.mutate();
          }}
        >
          <Note tone="warn">{t("settings.recoveryText")}</Note>
          <TextField
            label={t("settings.passphraseCurrent")}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            autoFocus
          />
          <ErrorNote error={making.error} />
          <Actions>
            <Button type="submit" variant="primary" isPending={making.isPending}>
              {t("settings.recovery")}
            </Button>
            <Button onPress={onClose}>{t("parts.cancel")}</Button>
          </Actions>
        </form>
      ) : (
        <div className="stack">
          <p>{t("settings.recoveryShown")}</p>
          <RecoveryCodeSheet code={making.data.recoveryCode} />
          <Note tone="warn">{t("first.codeAdvice")}</Note>
          <Actions>
            <Button onPress={() => window.print()}>{t("first.print")}</Button>
            <Button variant="primary" onPress={onClose}>
              {t("first.codeConfirm")}
            </Button>
          </Actions>
        </div>
      )}
    </Dialog>
  );
}
