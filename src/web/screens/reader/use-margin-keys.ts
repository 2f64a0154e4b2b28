// The keys of the margin. Invariant: a key that would do nothing now has no meaning now, and `?` does not list it.
import { useNavigate } from "@tanstack/react-router";
import { t } from "../../messages/index.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import type { CardActions } from "./card.tsx";
import type { Item, Lane } from "./items.ts";
import { pageOf } from "./make-parts.ts";
import type { Decision } from "./spans.ts";

export interface MarginKeys {
  readonly enabled: boolean;
  readonly mayAdd: boolean;
  /** The suggestion in hand, and what was decided on it. */
  readonly item: Item | undefined;
  readonly decision: Decision | undefined;
  /** A file fits the name in hand. */
  readonly hasMatch: boolean;
  readonly actions: CardActions;
  readonly step: (by: 1 | -1) => void;
  /** To the next open one; left out where none is open. */
  readonly onNextOpen: (() => void) | undefined;
  readonly undo: () => void;
  readonly lanes: readonly { readonly lane: Lane; readonly any: boolean }[];
  readonly onLane: (lane: Lane) => void;
}

export function useMarginKeys(keys: MarginKeys): void {
  const { enabled, mayAdd, item, decision, actions } = keys;
  const id = item?.id ?? "";
  const inHand = enabled && mayAdd && item !== undefined && decision === undefined;
  const deciding = { enabled: inHand && item.offered };
  useShortcut("j", t("reader.keyNext"), () => keys.step(1), { enabled });
  useShortcut("k", t("reader.keyBack"), () => keys.step(-1), { enabled });
  useShortcut("n", t("reader.keyNextOpen"), () => keys.onNextOpen?.(), {
    enabled: enabled && keys.onNextOpen !== undefined,
  });
  useShortcut("a", t("reader.keyAccept"), () => actions.onAccept(id), deciding);
  useShortcut("l", t("reader.keyLink"), () => actions.onLink(id), {
    enabled: deciding.enabled && keys.hasMatch,
  });
  useShortcut("e", t("reader.keyEdit"), () => actions.onEdit(id), deciding);
  useShortcut("x", t("reader.keyReject"), () => actions.onReject(id), {
    enabled: inHand && item.lane !== "dates",
  });
  useShortcut("c", t("reader.keyUse"), () => actions.onUse(id), {
    enabled: inHand && item.lane === "dates",
  });
  useShortcut("u", t("reader.keyUndo"), keys.undo, { enabled: enabled && mayAdd });
  useLaneKeys(keys);
  const navigate = useNavigate();
  const became = decision?.record ?? decision?.became;
  useShortcut(
    "o",
    t("reader.keyOpen"),
    () => {
      const page = pageOf(decision?.schema ?? "", became ?? "");
      void navigate({ to: page.to, params: { id: page.id } });
    },
    { enabled: enabled && became !== undefined },
  );
}

function useLaneKeys({ enabled, lanes, onLane }: MarginKeys): void {
  const has = (at: number): boolean => enabled && lanes[at]?.any === true;
  const go = (at: number): void => {
    const lane = lanes[at]?.lane;
    if (lane !== undefined) onLane(lane);
  };
  const label = (lane: Lane): string => t("reader.keyLane", { lane: t(`reader.lane.${lane}`) });
  useShortcut("1", label("statements"), () => go(0), { enabled: has(0) });
  useShortcut("2", label("figures"), () => go(1), { enabled: has(1) });
  useShortcut("3", label("acts"), () => go(2), { enabled: has(2) });
  useShortcut("4", label("names"), () => go(3), { enabled: has(3) });
  useShortcut("5", label("dates"), () => go(4), { enabled: has(4) });
}
