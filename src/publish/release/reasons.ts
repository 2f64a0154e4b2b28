// Why something stays out of a release, as codes that the faces put into words.
// Invariant: a code and a number, never what is held back.
import type { HeldReason } from "../gate.ts";

export type ReleaseReason =
  | HeldReason
  /** A member put a hold on it. */
  | "on-hold"
  /** It can harm, or points at one person alone: held by default. */
  | "sensitive"
  /** Too few people share what would be shown: somebody could tell who it is. */
  | "could-be-told"
  /** Whoever lays an earlier release beside this one could tell who it is by the difference. */
  | "told-by-difference"
  /** Its words hold something that stays, or name somebody who is not named. */
  | "says-what-stays"
  /** Shown without the name, so nothing but what many share. */
  | "not-named"
  /** A child is never named. */
  | "child"
  /** Nothing that may go is left. */
  | "nothing-left";

export interface HeldCount {
  readonly what: "claim" | "statement" | "quote" | "person" | "source" | "picture";
  readonly reason: ReleaseReason;
  readonly count: number;
}

export class Counts {
  readonly #counts = new Map<string, HeldCount>();
  add(what: HeldCount["what"], reason: ReleaseReason, count = 1): void {
    if (count === 0) return;
    const key = `${what} ${reason}`;
    this.#counts.set(key, { what, reason, count: (this.#counts.get(key)?.count ?? 0) + count });
  }
  addAll(others: readonly HeldCount[]): void {
    for (const { what, reason, count } of others) this.add(what, reason, count);
  }
  list(): HeldCount[] {
    return [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held);
  }
}
