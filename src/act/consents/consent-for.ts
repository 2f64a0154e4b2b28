// Whether something may go to an audience: the whole rule, as a pure function of what was said.
// Invariant: no answer but "yes" lets anything out; a consent counts on its last day and not after it; what was said later wins;
// judging two records the same lets nothing out that went for neither, and lifts no withdrawal.
import type { Consented } from "./views.ts";

/** A consent as the rule sees it. */
export interface SaidConsent {
  readonly audiences: readonly string[];
  /** Last day it holds, as an ISO day. */
  readonly until?: string | undefined;
  /** Its place in the ledger. */
  readonly seq: number;
  readonly about: string;
  /** What was one person when it was asked; `about` among them. */
  readonly covers: readonly string[];
  /** Withdrawals: their place in the ledger, and of which audiences (null: all). */
  readonly noes: readonly { readonly seq: number; readonly audiences: readonly string[] | null }[];
}

/**
 * `said`: every consent about one thing (for a person: about any of its records). A withdrawal counts against every consent
 * given before it. One given later stands again, if whoever gave it was asked about the very record that was withdrawn: a yes
 * to another record, judged the same since, does not answer that no. `today`: an ISO day.
 */
export function consentFor(
  audience: string,
  said: readonly SaidConsent[],
  today: string,
): Consented {
  const naming = said.filter((one) => one.audiences.includes(audience));
  if (naming.length === 0) return "never-asked";
  const noes = naming.flatMap((one) => {
    const seq = lastNo(one, audience);
    return seq < 0 ? [] : [{ seq, about: one.about }];
  });
  const since = Math.max(-1, ...noes.map((no) => no.seq));
  const standing = naming.filter((one) => lastNo(one, audience) < 0 && one.seq > since);
  const lifted = (by: readonly SaidConsent[]): boolean =>
    by.length > 0 && noes.every((no) => by.some((one) => one.covers.includes(no.about)));
  if (!lifted(standing)) return "withdrawn";
  const holding = standing.filter(({ until }) => until === undefined || today <= until);
  return lifted(holding) ? "yes" : "ended";
}

/** Where this audience was last taken out of the consent; -1 where it never was. */
export function lastNo({ noes }: Pick<SaidConsent, "noes">, audience: string): number {
  return Math.max(
    -1,
    ...noes.filter((no) => no.audiences?.includes(audience) ?? true).map((no) => no.seq),
  );
}
