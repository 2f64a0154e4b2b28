// Asks before a page is left with something unsaved in it. Nothing that can be read is ever put into the browser's storage.
import type { ReactNode } from "react";
import { useBlocker } from "@tanstack/react-router";
import { t } from "../../messages/index.ts";
import { Actions, Button } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";

/** The question, where one is being asked; draw it anywhere on the page. */
export function useLeaveGuard(unsaved: boolean, text: string): ReactNode {
  const blocker = useBlocker({
    // Going from one way of adding to another stays on the page that asked.
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  return (
    <Dialog title={t("add.leaveTitle")} isOpen onClose={blocker.reset} role="alertdialog">
      <p>{text}</p>
      <Actions>
        <Button variant="primary" onPress={blocker.reset} autoFocus>
          {t("add.leaveStay")}
        </Button>
        <Button variant="danger" onPress={blocker.proceed}>
          {t("add.leaveGo")}
        </Button>
      </Actions>
    </Dialog>
  );
}
