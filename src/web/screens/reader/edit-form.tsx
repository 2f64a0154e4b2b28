// The frame of every form in a card: Enter accepts, Escape leaves, a second press while it runs does nothing.
import { useState } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Actions, Button } from "../../parts/index.ts";

export function EditForm({
  ready,
  onTried,
  onAccept,
  onClose,
  children,
}: {
  readonly ready: boolean;
  /** Pressed, whether it can be accepted or not. */
  readonly onTried: () => void;
  readonly onAccept: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const [busy, setBusy] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the form, as it does everywhere
    <form
      className="stack reader-edit"
      noValidate
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onTried();
        if (!ready || busy) return;
        setBusy(true);
        void onAccept().finally(() => setBusy(false));
      }}
    >
      {children}
      <Actions>
        <Button type="submit" variant="primary" isPending={busy}>
          {t("statement.accept")}
        </Button>
        <Button onPress={onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </form>
  );
}
