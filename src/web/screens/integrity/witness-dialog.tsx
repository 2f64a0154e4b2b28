// Which witnesses count, where checkpoints are sent, and how many must have cosigned. For keepers.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { CheckpointList } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { Actions, Bidi, Button, ErrorNote, Select, TextField, toast } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";

interface Entered {
  readonly name: string;
  readonly vkey: string;
  readonly address: string | null;
}

export function WitnessDialog({
  list,
  onClose,
  onSaved,
}: {
  readonly list: CheckpointList;
  readonly onClose: () => void;
  readonly onSaved: (list: CheckpointList) => void;
}): ReactNode {
  const [held, setHeld] = useState<readonly Entered[]>(
    list.witnesses.map(({ name, vkey, address }) => ({ name, vkey, address })),
  );
  const [need, setNeed] = useState(list.need);
  const saving = useMutation({
    mutationFn: async () =>
      post<CheckpointList>("/api/witnesses", {
        witnesses: held,
        need: Math.min(need, held.length),
      }),
    onSuccess: (saved) => {
      toast({ text: t("integrity.witnessesSaved") });
      onSaved(saved);
      onClose();
    },
  });
  return (
    <Dialog title={t("integrity.witnesses")} isOpen wide onClose={onClose}>
      {held.length === 0 ? null : (
        <ul className="integrity__witnesses">
          {held.map((witness) => (
            <li key={witness.name}>
              <div>
                <Bidi className="integrity__witness">{witness.name}</Bidi>
                <code dir="ltr">{witness.vkey}</code>
              </div>
              <Button small onPress={() => setHeld(held.filter((other) => other !== witness))}>
                {t("integrity.witnessRemove")}
                <span className="sr-only"> {witness.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewWitness
        onAdd={(witness) => {
          setHeld([...held.filter(({ name }) => name !== witness.name), witness]);
          if (need === 0) setNeed(1);
        }}
      />
      <Select
        label={t("integrity.witnessNeed")}
        value={String(Math.min(need, held.length))}
        onChange={(value) => setNeed(Number(value))}
        options={Array.from({ length: held.length + 1 }, (_, count) => ({
          value: String(count),
          label: number(count),
        }))}
      />
      <ErrorNote error={saving.error} />
      <Actions>
        <Button variant="primary" isPending={saving.isPending} onPress={() => saving.mutate()}>
          {t("parts.save")}
        </Button>
        <Button onPress={onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </Dialog>
  );
}

function NewWitness({ onAdd }: { readonly onAdd: (witness: Entered) => void }): ReactNode {
  const [name, setName] = useState("");
  const [vkey, setKey] = useState("");
  const [address, setAddress] = useState("");
  const [isTried, setTried] = useState(false);
  const isWhole = name.trim() !== "" && vkey.trim() !== "";
  return (
    <form
      className="stack integrity__new-witness"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(!isWhole);
        if (!isWhole) return;
        onAdd({
          name: name.trim().replaceAll(/\s+/g, "-"),
          vkey: vkey.trim(),
          address: address.trim() === "" ? null : address.trim(),
        });
        setName("");
        setKey("");
        setAddress("");
      }}
    >
      <TextField
        label={t("integrity.witnessName")}
        value={name}
        onChange={setName}
        maxLength={60}
        {...(isTried && !isWhole ? { error: t("integrity.witnessMissing") } : {})}
      />
      <TextField
        label={t("integrity.witnessKey")}
        hint={t("integrity.witnessKeyHint")}
        value={vkey}
        onChange={setKey}
        dir="ltr"
        spellCheck={false}
        maxLength={2_000}
      />
      <TextField
        label={t("integrity.witnessAddress")}
        hint={t("integrity.witnessAddressHint")}
        value={address}
        onChange={setAddress}
        type="url"
        inputMode="url"
        dir="ltr"
        spellCheck={false}
        maxLength={1_000}
      />
      <div>
        <Button type="submit">{t("integrity.witnessAdd")}</Button>
      </div>
    </form>
  );
}
