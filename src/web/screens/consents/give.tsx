// Asking somebody for consent, step by step: who speaks, the wording read out, their answers, how long they hold.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post, waitsForSecond } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import type { MessageKey } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, Loading, toast } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { type ConsentDraft, emptyDraft, missingIn, type Step, steps, toBody } from "./draft.ts";
import { AnswersStep, LastStep, ReadStep, WhoStep } from "./give-steps.tsx";
import { useConsentChanged, useWordings } from "./use-consents.ts";

const titles: Readonly<Record<Step, MessageKey>> = {
  who: "consents.stepWho",
  read: "consents.stepRead",
  answers: "consents.stepAnswers",
  last: "consents.stepLast",
};

export function GiveConsent({
  about,
  onClose,
}: {
  /** A record or a source. */
  readonly about: string;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<ConsentDraft>(() => emptyDraft(about));
  const [at, setAt] = useState(0);
  const [tried, setTried] = useState(false);
  const wordings = useWordings();
  const changed = useConsentChanged();
  const step = steps[at] ?? "who";
  const missing = missingIn(step, draft);
  const wording = wordings.data?.find(({ id }) => id === draft.wording) ?? wordings.data?.[0];
  const saving = useMutation({
    mutationFn: async () =>
      post("/api/consents", toBody(about, { ...draft, wording: wording?.id ?? "" })),
    onSuccess: async (given) => {
      await changed();
      toast({ text: waitsForSecond(given) ? t("second.waits") : t("consents.saved") });
      onClose();
    },
  });
  const set = (more: Partial<ConsentDraft>): void => setDraft({ ...draft, ...more });
  const on = (): void => {
    setTried(true);
    if (missing !== null || saving.isPending) return;
    setTried(false);
    if (at < steps.length - 1) setAt(at + 1);
    else saving.mutate();
  };
  if (wording === undefined)
    return (
      <Dialog title={t("consents.give")} isOpen onClose={onClose}>
        {wordings.error === null ? <Loading /> : <ErrorNote error={wordings.error} />}
      </Dialog>
    );
  const part = { draft, set, wording };
  return (
    <Dialog title={t(titles[step])} isOpen wide onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          on();
        }}
      >
        <p className="quiet small">{t("consents.step", { step: at + 1, steps: steps.length })}</p>
        {step === "who" ? <WhoStep {...part} about={about} /> : null}
        {step === "read" ? <ReadStep {...part} all={wordings.data ?? []} /> : null}
        {step === "answers" ? <AnswersStep {...part} /> : null}
        {step === "last" ? <LastStep {...part} /> : null}
        {tried && missing !== null ? (
          <p className="field__error" role="alert">
            {t(missing)}
          </p>
        ) : null}
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t(at === steps.length - 1 ? "consents.save" : "consents.next")}
          </Button>
          {at === 0 ? (
            <Button onPress={onClose}>{t("parts.cancel")}</Button>
          ) : (
            <Button onPress={() => setAt(at - 1)}>{t("consents.back")}</Button>
          )}
        </Actions>
      </form>
    </Dialog>
  );
}
