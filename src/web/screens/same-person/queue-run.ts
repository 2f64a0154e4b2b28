// One sitting at the queue: the pair that is shown, what was judged, what was taken back.
// Invariant: the pair that is shown changes only when the person judges, skips, goes back or undoes; an answer of the server that
// arrives meanwhile never puts another pair under a key that is about to be pressed.
import type { QueueItem } from "../../api/views.ts";
import type { Verdict } from "../../../model/index.ts";

export interface Decision {
  readonly item: QueueItem;
  readonly verdict: Verdict;
  /** The entry of this judgement. */
  readonly seq: number;
  /** What stood before and stands again when it is taken back; null: nothing did, and the pair waits again. */
  readonly before: Verdict | null;
}

export interface QueueRun {
  readonly shown: QueueItem | null;
  /** Judged in this sitting, the latest last. */
  readonly decided: readonly Decision[];
  /** How many of them were judged before the choice of bands that is shown now; they do not count in "3 of 12". */
  readonly uncounted: number;
  /** Taken back in this sitting, the latest first: they come before the server's own order. */
  readonly returned: readonly {
    readonly item: QueueItem;
    readonly seq: number;
    readonly verdict: Verdict | null;
  }[];
}

export const newRun: QueueRun = { shown: null, decided: [], uncounted: 0, returned: [] };

export const keyOf = (item: Pick<QueueItem, "left" | "right">): string =>
  `${item.left} ${item.right}`;

/** Choices of the filter that are no bands: with the pairs not decided at the end, and those alone. */
export const undecidedFilters = ["last", "only"] as const;

const isBand = (band: string): boolean =>
  band !== "" && !undecidedFilters.some((filter) => filter === band);

/** The pairs to judge: those taken back first, then the server's, without what was judged here. `band` empty: all. */
export function waitingPairs(
  run: QueueRun,
  served: readonly QueueItem[],
  band = "",
): readonly QueueItem[] {
  const returned = run.returned.map(({ item }) => item);
  const gone = new Set([...run.decided.map(({ item }) => item), ...returned].map(keyOf));
  return [
    ...returned.filter((item) => !isBand(band) || item.band === band),
    ...served.filter((item) => !gone.has(keyOf(item))),
  ];
}

/** How many were judged in this sitting, of the bands that are shown. */
export function countDecided({ decided, uncounted }: QueueRun): number {
  return decided.length - uncounted;
}

/** Another choice of bands: the count and the queue begin anew, what can be undone stays. */
export function restarted(run: QueueRun): QueueRun {
  return { ...run, shown: null, uncounted: run.decided.length };
}

/** Where the shown pair stands among those that wait, from 0; a pair that waits no longer stands where the queue begins. */
export function placeIn(run: QueueRun, waiting: readonly QueueItem[]): number {
  const { shown } = run;
  if (shown === null) return 0;
  return Math.max(
    0,
    waiting.findIndex((item) => keyOf(item) === keyOf(shown)),
  );
}

/** What a new judgement of this pair must find standing: the entry of the one taken back, the one "not decided", or none. */
export function standingFor(
  run: QueueRun,
  item: QueueItem,
): { readonly seq: number | null; readonly verdict: Verdict | null } {
  const back = run.returned.find((returned) => keyOf(returned.item) === keyOf(item));
  if (back !== undefined) return { seq: back.seq, verdict: back.verdict };
  const { standing } = item;
  if (standing === null) return { seq: null, verdict: null };
  return { seq: standing.seq, verdict: standing.undone ? null : standing.verdict };
}

/** The judgement that takes another one back: a judgement is never erased, so it is another entry. */
export function undoingOf(before: Verdict | null): {
  readonly verdict: Verdict;
  readonly undone?: true;
} {
  return before === null ? { verdict: "undecided", undone: true } : { verdict: before };
}

/**
 * After a judgement: the nearest pair behind the judged one that still waits, else the first that was skipped. One judgement may
 * settle several pairs, so the order before is asked, and the list after.
 */
export function nextPair(
  before: readonly QueueItem[],
  judged: QueueItem,
  after: readonly QueueItem[],
): QueueItem | null {
  const still = new Map(after.map((item) => [keyOf(item), item]));
  still.delete(keyOf(judged));
  const place = before.findIndex((item) => keyOf(item) === keyOf(judged));
  for (const item of before.slice(place + 1)) {
    const found = still.get(keyOf(item));
    if (found !== undefined) return found;
  }
  return [...still.values()][0] ?? null;
}

/** The pair is settled, here or by somebody else: it need not be kept any more. */
export function withoutReturned(run: QueueRun, settled: QueueItem): QueueRun {
  return {
    ...run,
    returned: run.returned.filter(({ item }) => keyOf(item) !== keyOf(settled)),
  };
}

/** Notes the judgement. The pair stays shown until the next one is known. */
export function withDecision(run: QueueRun, decision: Decision): QueueRun {
  return {
    ...withoutReturned(run, decision.item),
    decided: [...run.decided, decision],
  };
}

/** The judgement is taken back by a new entry, `seq`: the pair is shown again. */
export function withUndone(run: QueueRun, decision: Decision, seq: number): QueueRun {
  const { item, before } = decision;
  const decided = run.decided.filter((one) => one !== decision);
  return {
    shown: item,
    decided,
    uncounted: Math.min(run.uncounted, decided.length),
    returned: [{ item, seq, verdict: before }, ...run.returned],
  };
}
