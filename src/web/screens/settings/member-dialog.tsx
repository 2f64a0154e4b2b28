// Adds a person with a first passphrase, or changes a person's name, roles and access.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Role } from "../../../model/index.ts";
import { post, stateKey } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, Checkbox, ErrorNote, TextField, toast } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { StrengthMeter, useStrength } from "../../parts/passphrase-strength.tsx";
import { membersKey } from "./members-key.ts";
import type { Member } from "./members-key.ts";

const roles: readonly Role[] = ["documenter", "analyst", "reviewer", "publisher", "keeper"];

export function MemberDialog({
  member,
  onClose,
}: {
  readonly member: Member | null;
  readonly onClose: () => void;
}): ReactNode {
  const [name, setName] = useState(member?.name ?? "");
  const [held, setHeld] = useState<readonly Role[]>(member?.roles ?? ["documenter"]);
  const [active, setActive] = useState(member?.active ?? true);
  const [passphrase, setPassphrase] = useState("");
  const [tried, setTried] = useState(false);
  const strength = useStrength(passphrase);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async () =>
      member === null
        ? post("/api/members", { name: name.trim(), roles: held, passphrase })
        : post(`/api/members/${encodeURIComponent(member.id)}`, {
            name: name.trim(),
            roles: held,
            active,
          }),
    onSuccess: async () => {
      toast({ text: member === null ? t("settings.memberAdded") : t("settings.saved") });
      onClose();
      await client.invalidateQueries({ queryKey: membersKey });
      await client.invalidateQueries({ queryKey: stateKey });
    },
  });
  const named = name.trim() !== "";
  const strong = member !== null || (passphrase !== "" && strength?.enough !== false);
  return (
    <Dialog
      title={
        member === null
          ? t("settings.addMember")
          : t("settings.changeMember", { name: member.name })
      }
      isOpen
      onClose={onClose}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (named && strong && held.length > 0) saving.mutate();
        }}
      >
        <TextField
          label={t("settings.memberName")}
          value={name}
          onChange={setName}
          autoFocus={member === null}
          maxLength={200}
          {...(tried && !named ? { error: t("first.missingName") } : {})}
        />
        <fieldset className="settings__roles">
          <legend className="field__label">{t("settings.memberRoles")}</legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={t(`role.${role}`)}
              hint={t(`role.${role}.hint`)}
              checked={held.includes(role)}
              onChange={(on) =>
                setHeld(on ? [...held, role] : held.filter((other) => other !== role))
              }
            />
          ))}
          {tried && held.length === 0 ? (
            <p className="field__error" role="alert">
              {t("settings.noRoles")}
            </p>
          ) : null}
        </fieldset>
        {member === null ? (
          <>
            <TextField
              label={t("settings.memberPassphrase")}
              hint={t("settings.memberPassphraseHint")}
              type="text"
              spellCheck={false}
              value={passphrase}
              onChange={setPassphrase}
              {...(tried && !strong ? { error: t("first.tooWeak") } : {})}
            />
            <StrengthMeter strength={strength} />
          </>
        ) : (
          <Checkbox label={t("settings.memberActive")} checked={active} onChange={setActive} />
        )}
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("parts.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
