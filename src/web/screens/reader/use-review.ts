// The work of the margin: what is in hand, what a key or a button does with it, and what comes next.
// Invariant: an accepted suggestion says no more than was suggested or a person chose; what needs a choice opens its form.
import { useEffect, useMemo, useRef } from "react";
import type { SourceView } from "../../api/views.ts";
import type { Found } from "../../parts/chooser.tsx";
import { dismissToast } from "../../parts/index.ts";
import type { AnswerChoice } from "./answer-choices.ts";
import { attachedBy } from "./answer-choices.ts";
import { actDraft, actRecord, nameInSlot, personOfAct } from "./act-value.ts";
import type { CardActions } from "./card.tsx";
import { figureDraft, figureRecord } from "./figure-value.ts";
import type { ActItem, Item, NameItem } from "./items.ts";
import type { Match } from "./name-value.ts";
import { nameAs, nameDraft } from "./name-value.ts";
import { decisionOf } from "./review-order.ts";
import type { At, Lanes } from "./review-order.ts";
import type { Decisions, Reading } from "./spans.ts";
import type { AcceptInput, Decider } from "./use-decide.ts";

export interface ReviewContext {
  readonly source: SourceView;
  readonly text: string;
  readonly reading: Reading;
  readonly lanes: Lanes;
  readonly decisions: Decisions;
}

/** The person an act was done to, where the text and what was decided leave no doubt. */
export function personFor(context: ReviewContext, item: Item): Found | null {
  return item.lane === "acts"
    ? personOfAct(item, nameFor(context, item), context.decisions, context.source.records)
    : null;
}

/** The person the words name, on file or not. */
export function nameFor({ text, reading, lanes }: ReviewContext, item: ActItem): NameItem | null {
  return nameInSlot(text, item, lanes.names, reading.mentions);
}

/** What a suggestion becomes with one key; null where somebody has to choose something first. */
function acceptedOf(
  context: ReviewContext & Pick<Review, "ticked">,
  item: Item,
): AcceptInput | null {
  const { source, text, reading, decisions } = context;
  switch (item.lane) {
    case "statements": {
      if (item.suggestion.speakerLost === true) return null;
      return { kind: "statement", ...attachedBy(context.ticked) };
    }
    case "figures":
      return figureRecord(text, item, figureDraft(text, item, decisions));
    case "acts": {
      const person = personFor(context, item);
      return person === null ? null : actRecord(text, item, actDraft(item, person, decisions));
    }
    case "names":
      return nameAs(text, item, nameDraft(item, reading, source.language ?? ""));
    case "dates":
      return null;
  }
}

export interface Review extends ReviewContext {
  readonly decider: Decider;
  readonly best: Match | undefined;
  /** What the denial in hand is ticked to answer and to be about. */
  readonly ticked: readonly AnswerChoice[];
  readonly edit: (id: string) => void;
  readonly pick: (id: string) => void;
  /** Back in hand, where the focus was. */
  readonly takeInHand: (at: At) => void;
  readonly goOn: (from: At) => void;
  readonly use: (item: Item) => void;
}

function itemOf({ lanes }: ReviewContext, id: string): Item | undefined {
  return (Object.values(lanes).flat() as readonly Item[]).find((item) => item.id === id);
}

/** Sends a decision and goes on at once; where it is refused the suggestion is in hand again. */
async function decide(
  { goOn, takeInHand }: Review,
  item: Item,
  send: () => Promise<boolean>,
): Promise<void> {
  goOn(item);
  if (!(await send())) takeInHand(item);
}

function accept(now: Review, id: string): void {
  const item = itemOf(now, id);
  if (item === undefined || !item.offered) return;
  const as = acceptedOf(now, item);
  if (as === null) now.edit(id);
  else void decide(now, item, async () => now.decider.accept(id, as));
}

function link(now: Review, id: string): void {
  const item = itemOf(now, id);
  if (item?.lane !== "names" || now.best === undefined) return;
  const draft = nameDraft(item, now.reading, now.source.language ?? "");
  const as = nameAs(now.text, item, { ...draft, which: { kind: "same", match: now.best } });
  if (as !== null) void decide(now, item, async () => now.decider.accept(id, as));
}

/** The id the decision on an item is kept under: a name may have been decided at another of its places. */
export function decidedId(item: Item, decisions: Decisions): string {
  return item.lane === "names"
    ? (item.ids.find((id) => decisions[id] === decisionOf(item, decisions)) ?? item.id)
    : item.id;
}

/** The same functions for every drawing, so that a card is drawn anew only when it changes. */
export function useCardActions(latest: Review): CardActions {
  const ref = useRef(latest);
  useEffect(() => {
    ref.current = latest;
  });
  return useMemo(
    () => ({
      onPick: (id) => ref.current.pick(id),
      onAccept: (id) => accept(ref.current, id),
      onLink: (id) => link(ref.current, id),
      onEdit: (id) => {
        dismissToast("reader");
        ref.current.edit(id);
      },
      onReject: (id) => {
        const item = itemOf(ref.current, id);
        const { decider } = ref.current;
        if (item !== undefined) void decide(ref.current, item, async () => decider.reject(id));
      },
      onUndo: (id) => {
        const { decider, decisions } = ref.current;
        const item = itemOf(ref.current, id);
        if (item !== undefined) decider.undo(decidedId(item, decisions));
      },
      onUse: (id) => {
        const item = itemOf(ref.current, id);
        if (item !== undefined) ref.current.use(item);
      },
    }),
    [],
  );
}
