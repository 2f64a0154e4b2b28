// Writes down that the thing itself went from one hand to another: a letter, a memory stick, a telephone.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { EvidenceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, ErrorNote, TextArea, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";

export function TransferDialog({
  id,
  onClose,
  onNoted,
}: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onNoted: (view: EvidenceView) => void;
}): ReactNode {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const noting = useMutation({
    mutationFn: async () =>
      post<EvidenceView>(`/api/sources/${encodeURIComponent(id)}/transfer`, {
        to: to.trim(),
        ...(from.trim() === "" ? {} : { from: from.trim() }),
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      }),
    onSuccess: onNoted,
  });
  return (
    <Dialog title={t("evidence.transfer")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (to.trim() !== "") noting.mutate();
        }}
      >
        <p className="quiet">{t("evidence.transferText")}</p>
        <TextField label={t("evidence.transferFrom")} value={from} onChange={setFrom} />
        <TextField label={t("evidence.transferTo")} value={to} onChange={setTo} autoFocus />
        <TextArea label={t("evidence.transferWhy")} value={reason} onChange={setReason} />
        <ErrorNote error={noting.error} />
        <Actions>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
          <Button
            variant="primary"
            type="submit"
            isPending={noting.isPending}
            isDisabled={to.trim() === ""}
          >
            {t("evidence.transferSave")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
