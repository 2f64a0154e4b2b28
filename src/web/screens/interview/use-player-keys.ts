// The player's keys, also while somebody types in the transcript.
// Invariant: never while a window is open over the page, nor in the middle of a word an input method is composing.
import { useEffect } from "react";
import { t } from "../../messages/index.ts";
import { pressedKeys } from "../../shell/pressed-keys.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { playerKeys } from "./player.tsx";
import type { Player } from "./use-player.ts";

const insertKey = "Control+j";

export function usePlayerKeys(player: Player, insert: (() => void) | null, enabled: boolean): void {
  const { toggle, back, forward, slower, faster } = player;
  // Registered so that `?` lists them; what is pressed while typing is caught below.
  useShortcut(playerKeys.toggle, t("interview.playPause"), toggle, { enabled });
  useShortcut(playerKeys.back, t("interview.back"), back, { enabled });
  useShortcut(playerKeys.forward, t("interview.forward"), forward, { enabled });
  useShortcut(playerKeys.slower, t("interview.slower"), slower, { enabled });
  useShortcut(playerKeys.faster, t("interview.faster"), faster, { enabled });
  useShortcut(insertKey, t("interview.insert"), insert ?? (() => {}), {
    enabled: insert !== null,
  });
  useEffect(() => {
    const runs = new Map<string, (() => void) | null>([
      ...(enabled
        ? ([
            [playerKeys.toggle, toggle],
            [playerKeys.back, back],
            [playerKeys.forward, forward],
            [playerKeys.slower, slower],
            [playerKeys.faster, faster],
          ] as const)
        : []),
      [insertKey, insert],
    ]);
    const pressed = (event: KeyboardEvent): void => {
      const run = runs.get(pressedKeys(event));
      if (run === undefined || run === null || event.isComposing) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    document.addEventListener("keydown", pressed, { capture: true });
    return () => document.removeEventListener("keydown", pressed, { capture: true });
  }, [toggle, back, forward, slower, faster, insert, enabled]);
}
