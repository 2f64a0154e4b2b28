// The keys of the margin. Invariant: a key that would do nothing now has no meaning now, and `?` does not list it.
import { useNavigate } from "@tanstack/react-router";
import { t } from "../../messages/index.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import type { CardActions } from "./card.tsx";
import type { Decisions } from "./spans.ts";

export interface MarginKeys {
  readonly enabled: boolean;
  readonly mayAdd: boolean;
  /** The suggestion in hand, and what was decided on it. */
  readonly active: string | null;
  readonly decision: Decisions[string] | undefined;
  readonly actions: CardActions;
  readonly step: (by: 1 | -1) => void;
  readonly undo: () => void;
}

export function useMarginKeys(keys: MarginKeys): void {
  const { enabled, mayAdd, active, decision, actions } = keys;
  const deciding = { enabled: enabled && mayAdd && active !== null && decision === undefined };
  const id = active ?? "";
  useShortcut("j", t("reader.keyNext"), () => keys.step(1), { enabled });
  useShortcut("k", t("reader.keyBack"), () => keys.step(-1), { enabled });
  useShortcut("a", t("reader.keyAccept"), () => actions.onAccept(id), deciding);
  useShortcut("e", t("reader.keyEdit"), () => actions.onEdit(id), deciding);
  useShortcut("x", t("reader.keyReject"), () => actions.onReject(id), deciding);
  useShortcut("u", t("reader.keyUndo"), keys.undo, { enabled: enabled && mayAdd });
  const navigate = useNavigate();
  const became = decision?.became;
  useShortcut(
    "o",
    t("reader.keyOpen"),
    () => void navigate({ to: "/records/$id", params: { id: became ?? "" } }),
    { enabled: enabled && became !== undefined },
  );
}
