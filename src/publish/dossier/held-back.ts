// What stays, counted by what it is and why.
// Invariant: a reason and a number, and nothing of what is held back.
import type { HeldReason } from "../gate.ts";

export interface Held {
  readonly what: "claim" | "statement" | "source" | "file" | "record" | "person";
  readonly reason: HeldReason;
  readonly count: number;
}

export class HeldBack {
  readonly #counts = new Map<string, Held>();
  add(what: Held["what"], reason: HeldReason): void {
    const key = `${what} ${reason}`;
    this.#counts.set(key, { what, reason, count: (this.#counts.get(key)?.count ?? 0) + 1 });
  }
  list(): Held[] {
    return [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held);
  }
}

/** The reasons in words, as whoever gets the dossier reads them. */
export const heldReasons: Readonly<Record<HeldReason, string>> = {
  sealed: "sealed",
  "not-reviewed": "not reviewed yet",
  closed: "its source is closed",
  "source-never-asked": "whoever gave it was not asked for this audience",
  "source-withdrawn": "whoever gave it withdrew consent",
  "source-ended": "the consent for it has ended",
  "person-never-asked": "nobody was asked for this audience",
  "person-withdrawn": "the consent for this audience was withdrawn",
  "person-ended": "the consent for this audience has ended",
  "not-confirmed": "nobody confirmed whom it shows",
  "other-person": "names another person",
  "names-others": "lists other people",
  redacted: "a copy with parts blacked out goes in its place",
  internal: "notes between members",
};
