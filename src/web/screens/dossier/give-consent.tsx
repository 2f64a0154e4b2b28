// Writing down who consented to what. Nothing is ticked beforehand: silence is a no.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { vocabularyOf } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Actions,
  Button,
  Checkbox,
  ErrorNote,
  Select,
  TextField,
  toast,
} from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useConsentChanged } from "./use-consents.ts";

const terms = (vocabulary: string): { value: string; label: string }[] =>
  (vocabularyOf(vocabulary)?.terms ?? []).map(({ code }) => ({
    value: code,
    label: termText(vocabulary, code),
  }));

export function GiveConsent({
  about,
  title,
  audience,
  onClose,
}: {
  readonly about: string;
  readonly title: string;
  /** The audience one came to ask for; it stands first and is not ticked. */
  readonly audience: string;
  readonly onClose: () => void;
}): ReactNode {
  const [audiences, setAudiences] = useState<readonly string[]>([]);
  const [giver, setGiver] = useState(about.startsWith("src_") ? "witness" : "relative");
  const [mode, setMode] = useState("spoken");
  const [until, setUntil] = useState("");
  const [wording, setWording] = useState("");
  const [tried, setTried] = useState(false);
  const changed = useConsentChanged();
  const saving = useMutation({
    mutationFn: async () =>
      post("/api/consents", {
        about,
        audiences,
        giver,
        mode,
        ...(until === "" ? {} : { until }),
        ...(wording.trim() === "" ? {} : { wording: wording.trim() }),
      }),
    onSuccess: async () => {
      await changed();
      toast({ text: t("consent.saved") });
      onClose();
    },
  });
  const choices = terms("audience").toSorted(
    (a, b) => Number(b.value === audience) - Number(a.value === audience),
  );
  return (
    <Dialog title={t("consent.giveFor", { title })} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (audiences.length > 0 && !saving.isPending) saving.mutate();
        }}
      >
        <fieldset className="radios">
          <legend className="field__label">{t("consent.audiences")}</legend>
          {choices.map(({ value, label }) => (
            <Checkbox
              key={value}
              label={label}
              checked={audiences.includes(value)}
              onChange={(on) =>
                setAudiences(
                  on ? [...audiences, value] : audiences.filter((other) => other !== value),
                )
              }
            />
          ))}
        </fieldset>
        {tried && audiences.length === 0 ? (
          <p className="field__error" role="alert">
            {t("consent.pick")}
          </p>
        ) : null}
        <Select
          label={t("consent.giver")}
          value={giver}
          onChange={setGiver}
          options={terms("consent-giver")}
        />
        <Select
          label={t("consent.mode")}
          value={mode}
          onChange={setMode}
          options={terms("consent-mode")}
        />
        <TextField
          label={t("consent.until")}
          hint={t("consent.untilHint")}
          type="date"
          value={until}
          onChange={setUntil}
        />
        <TextField
          label={t("consent.wording")}
          hint={t("consent.wordingHint")}
          value={wording}
          onChange={setWording}
          maxLength={2_000}
        />
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("consent.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
