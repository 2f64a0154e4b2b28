// Name of the vault, one's own name, a passphrase strong enough. Nothing is written until all three are there.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { createVault } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Button, Checkbox, ErrorNote, Note, Page, TextField } from "../../parts/index.ts";
import { Actions } from "../../parts/actions.tsx";
import { StrengthMeter, useStrength } from "../../parts/passphrase-strength.tsx";

interface Props {
  readonly onBack: () => void;
  readonly onMade: (recoveryCode: string, vaultName: string) => void;
}

export function CreateVault({ onBack, onMade }: Props): ReactNode {
  const [vaultName, setVaultName] = useState("");
  const [memberName, setMemberName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const strength = useStrength(passphrase);
  const making = useMutation({
    mutationFn: createVault,
    onSuccess: ({ recoveryCode }) => onMade(recoveryCode, vaultName.trim()),
  });
  const problems = {
    vaultName: vaultName.trim() === "" ? t("first.missingName") : undefined,
    memberName: memberName.trim() === "" ? t("first.missingName") : undefined,
    // While the strength is still being asked the server decides.
    passphrase: passphrase === "" || strength?.enough === false ? t("first.tooWeak") : undefined,
    again: shown || again === passphrase ? undefined : t("first.notSame"),
  };
  const error = (of: keyof typeof problems): { readonly error?: string } => {
    const problem = problems[of];
    return tried && problem !== undefined ? { error: problem } : {};
  };
  const type = shown ? "text" : "password";
  return (
    <Page title={t("first.createTitle")}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.values(problems).every((problem) => problem === undefined))
            making.mutate({
              vaultName: vaultName.trim(),
              memberName: memberName.trim(),
              passphrase,
            });
        }}
      >
        <TextField
          label={t("first.vaultName")}
          hint={t("first.vaultNameHint")}
          value={vaultName}
          onChange={setVaultName}
          autoFocus
          maxLength={200}
          {...error("vaultName")}
        />
        <TextField
          label={t("first.memberName")}
          hint={t("first.memberNameHint")}
          value={memberName}
          onChange={setMemberName}
          maxLength={200}
          {...error("memberName")}
        />
        <div className="stack">
          <TextField
            label={t("first.passphrase")}
            hint={t("first.passphraseHint")}
            type={type}
            autoComplete="new-password"
            spellCheck={false}
            value={passphrase}
            onChange={setPassphrase}
            {...error("passphrase")}
          />
          <StrengthMeter strength={strength} />
          {shown ? null : (
            <TextField
              label={t("first.passphraseAgain")}
              type="password"
              autoComplete="new-password"
              value={again}
              onChange={setAgain}
              {...error("again")}
            />
          )}
          <Checkbox label={t("first.showPassphrase")} checked={shown} onChange={setShown} />
        </div>
        <Note>{t("first.noReset")}</Note>
        <ErrorNote error={making.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={making.isPending}>
            {t("first.submit")}
          </Button>
          <Button onPress={onBack} isDisabled={making.isPending}>
            {t("parts.back")}
          </Button>
        </Actions>
        {making.isPending ? <output className="quiet">{t("first.making")}</output> : null}
      </form>
    </Page>
  );
}
