// The suggestions beside the text, lane by lane in its order. One is in hand; keys and buttons decide and go on.
// Invariant: the focus stays where the work is; after a decision it stands on the same button of the next suggestion.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { t } from "../../messages/index.ts";
import { useMay } from "../../shell/rights.ts";
import { CardList } from "./card-list.tsx";
import type { Item, Lane } from "./items.ts";
import { lanes as laneNames } from "./items.ts";
import { LaneTabs } from "./lane-tabs.tsx";
import { schemaOfName } from "./make-parts.ts";
import { MarginHead } from "./margin-head.tsx";
import { decisionOf, isOpen, nextOpen, progressOf } from "./review-order.ts";
import type { At } from "./review-order.ts";
import type { AcceptInput, Decider } from "./use-decide.ts";
import { useAnswers } from "./use-answers.ts";
import { useMarginKeys } from "./use-margin-keys.ts";
import { useMatches } from "./use-matches.ts";
import { decidedId, useCardActions } from "./use-review.ts";
import type { ReviewContext } from "./use-review.ts";
import { WaitingAnswers } from "./waiting-answers.tsx";

export interface MarginProps extends ReviewContext {
  readonly decider: Decider;
  readonly lane: Lane;
  readonly active: string | null;
  /** Takes a suggestion in hand, in its lane, and shows its place in the text. */
  readonly onAt: (at: At) => void;
  /** Uses the words as a value. */
  readonly onUse: (item: Item) => void;
  readonly mayAdd: boolean;
  /** Something else has the keys: words are selected, a window is open. */
  readonly quiet: boolean;
  /** In a narrow window: all of them instead of the one in hand. */
  readonly wide: boolean;
  readonly onWide: (wide: boolean) => void;
}

export function Margin(props: MarginProps): ReactNode {
  const { source, lanes, lane, decisions, decider, active, onAt, mayAdd, wide } = props;
  const mayLink = useMay()("link");
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const items: readonly Item[] = lanes[lane];
  const shown = useMemo(
    () =>
      onlyOpen
        ? items.filter((item) => decisionOf(item, decisions) === undefined || item.id === active)
        : items,
    [items, decisions, onlyOpen, active],
  );
  const at = shown.findIndex(({ id }) => id === active);
  const current = shown[at];
  const decision = current === undefined ? undefined : decisionOf(current, decisions);
  const isNameInHand = current?.lane === "names" && decision === undefined && mayAdd && mayLink;
  const named = isNameInHand
    ? { schema: schemaOfName[current.first.type], text: current.who }
    : null;
  const best = useMatches(named, source.records)[0];
  const follow = useFollow(list, active, editing);
  const enabled = !props.quiet && editing === null;
  const isOpenInHand = mayAdd && decision === undefined;
  const answers = useAnswers(source.id, current, decisions, { isOpen: isOpenInHand, enabled });

  const go = (to: number, focus: "pick" | null): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (next === undefined) return;
    follow(focus);
    setEditing(null);
    onAt(next);
  };
  const inList = (): boolean => list.current?.contains(document.activeElement) === true;
  const takeInHand = (to: At): void => {
    follow(inList() ? "same" : null);
    setEditing(null);
    onAt({ lane: to.lane, id: to.id });
  };
  const goOn = (from: At): void => {
    // What is being decided now is not open any more, though nobody has answered yet.
    const next = nextOpen(lanes, { ...decisions, [from.id]: { state: "accepted" } }, from);
    if (next !== null) takeInHand(next);
    else setEditing(null);
  };
  const toLane = (to: Lane): void => {
    const all: readonly Item[] = lanes[to];
    const first = all.find((item) => isOpen(item, decisions)) ?? all[0];
    setEditing(null);
    if (first !== undefined) onAt({ lane: to, id: first.id });
  };
  const acceptEdited = async (item: Item, as: AcceptInput): Promise<void> => {
    if (await decider.accept(item.id, as)) goOn(item);
  };
  const { text, reading } = props;
  const context = { source, text, reading, lanes, decisions };
  const actions = useCardActions({
    ...context,
    decider,
    best,
    ticked: answers.ticked,
    edit: setEditing,
    pick: (id) => onAt({ lane, id }),
    takeInHand,
    goOn,
    use: props.onUse,
  });
  const next = nextOpen(lanes, decisions, { lane, id: active ?? "" });
  useMarginKeys({
    enabled: enabled && shown.length > 0,
    mayAdd,
    item: current,
    decision,
    hasMatch: best !== undefined,
    actions,
    step: (by) => go(at + by, "pick"),
    onNextOpen: next === null ? undefined : () => takeInHand(next),
    undo: () => {
      // As the button on the card says: the one in hand where it is decided, else the latest.
      const isDecided = current !== undefined && decision !== undefined;
      const id = decider.undo(isDecided ? decidedId(current, decisions) : undefined)?.suggestion;
      const undone = (Object.values(lanes).flat() as readonly Item[]).find((i) => i.id === id);
      if (undone !== undefined) takeInHand(undone);
    },
    lanes: laneNames.map((name) => ({ lane: name, any: lanes[name].length > 0 })),
    onLane: toLane,
  });

  return (
    <>
      <LaneTabs all={lanes} decisions={decisions} lane={lane} onLane={toLane} />
      <MarginHead
        source={source.id}
        progress={progressOf(lanes, decisions)}
        enabled={enabled}
        onlyOpen={onlyOpen}
        onOnlyOpen={setOnlyOpen}
        wide={wide}
        onWide={props.onWide}
        {...(at > 0 ? { onBefore: () => go(at - 1, null) } : {})}
        {...(at < shown.length - 1 ? { onNext: () => go(at + 1, null) } : {})}
      />
      {mayAdd ? <WaitingAnswers source={source.id} enabled={enabled} /> : null}
      <p className="sr-only" aria-live="polite">
        {current === undefined
          ? ""
          : t("reader.at", {
              lane: t(`reader.lane.${lane}`),
              n: at + 1,
              total: shown.length,
              text: `${current.who} ${current.lane === "statements" ? current.suggestion.stance : ""}: ${current.what}`,
            })}
      </p>
      <CardList
        {...context}
        list={list}
        items={shown}
        active={active}
        editing={editing}
        mayAdd={mayAdd}
        mayLink={mayLink}
        best={best}
        answers={answers}
        actions={actions}
        isAll={wide || at < 0}
        onStep={(by) => go(at + by, "pick")}
        onAccept={acceptEdited}
        onClose={() => {
          follow("pick");
          setEditing(null);
        }}
      />
    </>
  );
}

/** Brings the card in hand into view; gives a way to say where in it the focus goes. */
function useFollow(
  list: RefObject<HTMLOListElement | null>,
  active: string | null,
  editing: string | null,
): (wanted: "pick" | "same" | null) => void {
  const follow = useRef<"pick" | "same" | null>(null);
  useEffect(() => {
    const card = list.current?.querySelector<HTMLElement>(
      `[data-card="${CSS.escape(active ?? "")}"]`,
    );
    if (card === null || card === undefined) return;
    bringIntoList(card);
    if (follow.current !== null) {
      const wanted =
        follow.current === "same"
          ? ":scope > .reader-card__decide .btn"
          : ":scope > .reader-card__pick";
      const found = card.querySelector<HTMLElement>(wanted) ?? card.querySelector("button");
      found?.focus({ preventScroll: true });
    }
    follow.current = null;
  }, [list, active, editing]);
  return useCallback((wanted) => {
    follow.current = wanted;
  }, []);
}

/** Scrolls the list, never the page. */
function bringIntoList(card: HTMLElement): void {
  const list = card.closest<HTMLElement>(".reader-margin__list");
  if (list === null || list.scrollHeight <= list.clientHeight) return;
  const top = card.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (top < 8 || top + card.offsetHeight > list.clientHeight - 8)
    list.scrollTop += top - list.clientHeight / 3;
}
