// Whether something may go to an audience: the whole rule, as a pure function of what was said.
// Invariant: no answer but "yes" lets anything out; a consent counts on its last day and not after it; what was said later wins.
import type { Consented } from "./views.ts";

/** A consent as the rule sees it. */
export interface SaidConsent {
  readonly audiences: readonly string[];
  /** Last day it holds, as an ISO day. */
  readonly until?: string | undefined;
  /** Its place in the ledger, and that of its withdrawal. */
  readonly seq: number;
  readonly withdrawnSeq: number | null;
}

/**
 * `said`: every consent about one thing (for a person: about any of its records). A withdrawal counts against every consent
 * that was given before it; one given later stands again. `today`: an ISO day.
 */
export function consentFor(
  audience: string,
  said: readonly SaidConsent[],
  today: string,
): Consented {
  const naming = said.filter((one) => one.audiences.includes(audience));
  if (naming.length === 0) return "never-asked";
  const lastNo = Math.max(-1, ...naming.map((one) => one.withdrawnSeq ?? -1));
  const standing = naming.filter((one) => one.withdrawnSeq === null && one.seq > lastNo);
  if (standing.length === 0) return "withdrawn";
  return standing.some(({ until }) => until === undefined || today <= until) ? "yes" : "ended";
}
