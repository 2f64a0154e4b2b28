// One sitting at the queue: the pair that is shown, what was judged, what was taken back.
// Invariant: the pair that is shown changes only when the person judges, skips, goes back or undoes; an answer of the server that
// arrives meanwhile never puts another pair under a key that is about to be pressed.
import type { JudgementView, QueueItem } from "../../api/views.ts";
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
}

export const newRun: QueueRun = { shown: null, decided: [], uncounted: 0 };

export const keyOf = (item: Pick<QueueItem, "left" | "right">): string =>
  `${item.left} ${item.right}`;

/** Choices of the filter that are no bands: with the pairs not decided at the end, and those alone. */
export const undecidedFilters = ["last", "only"] as const;

/**
 * The pairs to judge: the server's, without what was judged here. What was "not decided" before the choice of the filter is shown
 * where such pairs are asked for.
 */
export function waitingPairs(
  run: QueueRun,
  served: readonly QueueItem[],
  band = "",
): readonly QueueItem[] {
  const again = undecidedFilters.some((filter) => filter === band);
  const gone = run.decided.filter(
    ({ verdict }, place) => !(again && verdict === "undecided" && place < run.uncounted),
  );
  const keys = new Set(gone.map(({ item }) => keyOf(item)));
  return served.filter((item) => !keys.has(keyOf(item)));
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

/** What a new judgement of this pair must find standing: the one taken back, the one "not decided", or none. */
export function standingFor(standing: Pick<JudgementView, "seq" | "verdict" | "undone"> | null): {
  readonly seq: number | null;
  readonly verdict: Verdict | null;
} {
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

/** Notes the judgement. The pair stays shown until the next one is known. */
export function withDecision(run: QueueRun, decision: Decision): QueueRun {
  return { ...run, decided: [...run.decided, decision] };
}

/** The judgement is taken back by a new one, `back`: the pair is shown again, and judged over that. */
export function withUndone(run: QueueRun, decision: Decision, back: JudgementView): QueueRun {
  const decided = run.decided.filter((one) => one !== decision);
  return {
    shown: { ...decision.item, standing: back },
    decided,
    uncounted: Math.min(run.uncounted, decided.length),
  };
}
