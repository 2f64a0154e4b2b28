// The language model a keeper lets people ask, with what leaves the machine said before it is switched on.
// Invariant: the key is typed, sent once, and never shown again.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { del, modelKey, post, useModel } from "../../api/index.ts";
import type { ModelView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, Checkbox, ErrorNote, Note, TextField, toast } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";

export function LanguageModel({ canChange }: { readonly canChange: boolean }): ReactNode {
  const { data: model, error, refetch } = useModel();
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const stopping = useMutation({
    mutationFn: async () => del<ModelView>("/api/language-model"),
    onSuccess: (off) => {
      client.setQueryData(modelKey, off);
      toast({ text: t("model.stopped") });
    },
  });
  return (
    <section className="settings__part">
      <h2>{t("model.title")}</h2>
      <p>{t("model.text")}</p>
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {model === undefined ? null : <p>{stateOf(model)}</p>}
      <ErrorNote error={stopping.error} />
      {!canChange ? (
        <p className="quiet">{t("model.onlyKeepers")}</p>
      ) : model === undefined || (!model.on && model.never) ? null : (
        <div className="row">
          <Button onPress={() => setOpen(true)}>
            {model.on ? t("model.change") : t("model.set")}
          </Button>
          {model.on ? (
            <Button isPending={stopping.isPending} onPress={() => stopping.mutate()}>
              {t("model.stop")}
            </Button>
          ) : null}
        </div>
      )}
      {open && model !== undefined ? (
        <SetModel model={model} onClose={() => setOpen(false)} />
      ) : null}
    </section>
  );
}

function stateOf(model: ModelView): string {
  if (!model.on) return model.never ? t("model.never") : t("model.off");
  return t(model.hasKey ? "model.onWithKey" : "model.on", {
    model: model.model,
    address: model.address,
  });
}

function SetModel({
  model,
  onClose,
}: {
  readonly model: ModelView;
  readonly onClose: () => void;
}): ReactNode {
  const [address, setAddress] = useState(model.on ? model.address : "");
  const [name, setName] = useState(model.on ? model.model : "");
  const [key, setKey] = useState("");
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async () =>
      post<ModelView>("/api/language-model", {
        address: address.trim(),
        model: name.trim(),
        ...(key === "" ? {} : { key }),
      }),
    onSuccess: (now) => {
      client.setQueryData(modelKey, now);
      toast({ text: t("settings.saved") });
      onClose();
    },
  });
  const missing = (value: string): { error: string } | object =>
    tried && value.trim() === "" ? { error: t("model.missing") } : {};
  return (
    <Dialog title={t("model.title")} isOpen onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (address.trim() !== "" && name.trim() !== "" && understood) saving.mutate();
        }}
      >
        <TextField
          label={t("model.address")}
          hint={t("model.addressHint")}
          value={address}
          onChange={setAddress}
          spellCheck={false}
          maxLength={500}
          autoFocus
          {...missing(address)}
        />
        <TextField
          label={t("model.name")}
          hint={t("model.nameHint")}
          value={name}
          onChange={setName}
          spellCheck={false}
          maxLength={100}
          {...missing(name)}
        />
        <TextField
          label={t("model.key")}
          hint={model.on && model.hasKey ? t("model.keyKept") : t("model.keyHint")}
          type="password"
          autoComplete="off"
          value={key}
          onChange={setKey}
          maxLength={500}
        />
        <Note tone="warn">{t("model.warning", { address: address.trim() || "…" })}</Note>
        <Checkbox label={t("model.understood")} checked={understood} onChange={setUnderstood} />
        {tried && !understood ? (
          <p className="field__error" role="alert">
            {t("model.notUnderstood")}
          </p>
        ) : null}
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
