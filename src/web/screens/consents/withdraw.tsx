// Taking a consent back, whole or in part. What already went out on it stands beside the button, before it is pressed.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { ConsentView, WentOut } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Actions, Button, Checkbox, ErrorNote, TextArea, toast } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { GoneList } from "./gone-list.tsx";
import { useConsentChanged } from "./use-consents.ts";

/** The audiences a consent still allows. */
export function leftOf({ audiences, withdrawals }: ConsentView): readonly string[] {
  return audiences.filter(
    (code) => !withdrawals.some((no) => no.audiences?.includes(code) ?? true),
  );
}

export function Withdraw({
  consent,
  wentOut,
  onClose,
}: {
  readonly consent: ConsentView;
  readonly wentOut: readonly WentOut[];
  readonly onClose: () => void;
}): ReactNode {
  const left = leftOf(consent);
  const [which, setWhich] = useState<readonly string[]>(left);
  const [reason, setReason] = useState("");
  const changed = useConsentChanged();
  const saving = useMutation({
    mutationFn: async () =>
      post(`/api/consents/${encodeURIComponent(consent.id)}/withdraw`, {
        ...(which.length === left.length ? {} : { audiences: which }),
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      }),
    onSuccess: async () => {
      await changed();
      toast({ text: t("consents.withdrawn") });
      onClose();
    },
  });
  const out = wentOut.filter(
    (one) =>
      one.consents.includes(consent.id) && (one.audience === null || which.includes(one.audience)),
  );
  return (
    <Dialog title={t("consents.withdrawTitle")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (which.length > 0) saving.mutate();
        }}
      >
        <p>{t("consents.withdrawLead")}</p>
        <fieldset className="radios">
          <legend className="field__label">{t("consents.withdrawWhich")}</legend>
          {left.map((code) => (
            <Checkbox
              key={code}
              label={termText("audience", code)}
              checked={which.includes(code)}
              onChange={(on) =>
                setWhich(on ? [...which, code] : which.filter((other) => other !== code))
              }
            />
          ))}
        </fieldset>
        <TextArea label={t("consents.withdrawWhy")} rows={2} value={reason} onChange={setReason} />
        <h3>{t("consents.alreadyOut")}</h3>
        {out.length === 0 ? (
          <p className="quiet">{t("consents.nothingOut")}</p>
        ) : (
          <>
            <p className="quiet">{t("consents.alreadyOutText")}</p>
            <GoneList items={out} />
          </>
        )}
        <ErrorNote error={saving.error} />
        <Actions>
          <Button
            type="submit"
            variant="danger"
            isPending={saving.isPending}
            isDisabled={which.length === 0}
          >
            {t("consents.withdrawSave")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
