// When something was, as far as two inexact dates can say: what is sure, what is possible, what is open.
// Invariant: whatever days the two dates may mean, the span holds them; an end nobody states is open, never a day.

import { termOf } from "./vocabularies.ts";

/** First and last day a date may mean, ISO; null is open or unknown. */
export interface DayBounds {
  readonly min: string | null;
  readonly max: string | null;
}

export interface Span {
  /** First day it may have begun; null where no beginning is stated. */
  readonly earliest: string | null;
  /** Day by which it had surely begun. */
  readonly begun: string | null;
  /** Day until which it surely went on; null where no end is stated. */
  readonly on: string | null;
  /** Last day it may have gone on; null where it is open. */
  readonly latest: string | null;
  /** One moment, however well it is dated. */
  readonly moment: boolean;
  /** The stated end lies before the stated beginning, whatever days the dates mean. */
  readonly backwards: boolean;
}

/** The span between two dates; null where neither says anything. `moment`: it happens on one day and has no end of its own. */
export function spanOf(from: DayBounds | null, to: DayBounds | null, moment: boolean): Span | null {
  const days = [from?.min, from?.max, to?.min, to?.max];
  if (days.every((day) => day === null || day === undefined)) return null;
  if (moment && to === null) {
    const { min, max } = from as DayBounds;
    return { earliest: min, begun: max, on: min, latest: max, moment: true, backwards: false };
  }
  return {
    earliest: from?.min ?? null,
    begun: from?.max ?? null,
    on: to?.min ?? null,
    latest: to?.max ?? null,
    moment: false,
    backwards: (to?.max ?? "~") < (from?.min ?? ""),
  };
}

/** Whether two spans have a day in common: surely, possibly, or not at all. An open end reaches as far as the other needs. */
export function spansMeet(a: Span, b: Span): "surely" | "possibly" | "no" {
  const core = (s: Span): readonly [string, string] | null =>
    s.begun !== null && s.on !== null && s.begun <= s.on ? [s.begun, s.on] : null;
  const [sureA, sureB] = [core(a), core(b)];
  if (sureA !== null && sureB !== null && sureA[0] <= sureB[1] && sureB[0] <= sureA[1])
    return "surely";
  const before = (left: Span, right: Span): boolean =>
    left.latest !== null && right.earliest !== null && left.latest < right.earliest;
  return before(a, b) || before(b, a) ? "no" : "possibly";
}

/** Whether episodes of this kind happen on one day, as against a state that goes on; one of no stated kind may go on. */
export function isMomentKind(kind: string | null): boolean {
  const term = kind === null || kind === "other" ? undefined : termOf("episode-kind", kind);
  return term !== undefined && term.lasts !== true;
}
