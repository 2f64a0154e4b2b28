// The lock: a button, a shortcut, the time left, and a word of warning a minute before.
import { useEffect } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announceLocked, lock, stateKey } from "../api/index.ts";
import { t } from "../messages/index.ts";
import { Button, clockText, dismissToast, Icon, toast } from "../parts/index.ts";
import { useShortcut } from "./shortcuts.ts";
import type { KnownState } from "./use-state.ts";
import { useLockCountdown, useStay } from "./use-state.ts";

const warnSeconds = 60;

export function LockButton({ state }: { readonly state: KnownState }): ReactNode {
  const client = useQueryClient();
  const locking = useMutation({
    mutationFn: lock,
    onSettled: () => {
      // Even when the answer is lost nothing of the vault stays on this page.
      client.setQueryData(stateKey, { ...state, vault: "locked", session: false });
      announceLocked();
    },
  });
  useShortcut("Control+Alt+l", t("keys.lock"), () => locking.mutate(), {
    everywhere: true,
    inDialogs: true,
  });
  return (
    <Button small onPress={() => locking.mutate()} isPending={locking.isPending}>
      <Icon name="lock" />
      {t("shell.lock")}
    </Button>
  );
}

export function LockClock({ state }: { readonly state: KnownState }): ReactNode {
  const left = useLockCountdown(state);
  const stay = useStay();
  const soon = left !== undefined && left > 0 && left <= warnSeconds;
  useEffect(() => {
    if (soon)
      toast({
        key: "lock-soon",
        text: t("shell.locksSoon"),
        action: { label: t("shell.stay"), run: stay },
      });
    else dismissToast("lock-soon");
    // The toast is shown once when the last minute begins, not on every second of it.
    // oxlint-disable-next-line react/exhaustive-deps -- `stay` is made anew on each drawing
  }, [soon]);
  if (left === undefined) return null;
  return <span>{t("shell.locksIn", { time: clockText(left) })}</span>;
}
