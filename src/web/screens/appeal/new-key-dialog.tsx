// Asks before a new key stands in place of the one that forms out there carry.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Actions, Button } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";

export function NewKeyDialog({
  isPending,
  onClose,
  onYes,
}: {
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onYes: () => void;
}): ReactNode {
  return (
    <Dialog title={t("appeals.keyNew")} isOpen onClose={onClose} role="alertdialog">
      <p>{t("appeals.keyNewText")}</p>
      <Actions>
        <Button variant="primary" isPending={isPending} onPress={onYes}>
          {t("appeals.keyNew")}
        </Button>
        <Button onPress={onClose}>{t("appeals.keyLeave")}</Button>
      </Actions>
    </Dialog>
  );
}
