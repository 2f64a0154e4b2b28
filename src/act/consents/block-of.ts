// What is in the way of these consents for an audience, for a person who may be a child.
// Invariant: for a child only what a parent or guardian said counts as a yes; anybody's withdrawal counts as a no.
import { consentFor } from "./consent-for.ts";
import { type ConsentRow, saidConsent } from "./read-consents.ts";
import type { ConsentBlock, Consented } from "./views.ts";

/** Codes of `consent-giver` that may speak for a child. */
export const guardians: ReadonlySet<string> = new Set(["guardian", "parent"]);

/** Null: nothing. `today`: an ISO day. */
export function blockOf(
  audience: string,
  rows: readonly ConsentRow[],
  today: string,
  child: boolean,
): ConsentBlock | null {
  const all = consentFor(audience, rows.map(saidConsent), today);
  if (all !== "yes") return all;
  if (!child) return null;
  const theirs = rows.filter(({ body }) => guardians.has(body.giver));
  const answer = consentFor(audience, theirs.map(saidConsent), today);
  return answer === "yes" ? null : "child-without-guardian";
}

/** The same in the words of a single flag: of a child whom no guardian speaks for, nobody who counts was asked. */
export function flagOf(blocks: ConsentBlock | null): Consented {
  return blocks === null ? "yes" : blocks === "child-without-guardian" ? "never-asked" : blocks;
}
