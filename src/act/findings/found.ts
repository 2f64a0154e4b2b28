// A rule's answer before anybody is asked whether it was settled.
import { canonicalJson, sha256Hex } from "../../proof/index.ts";
import type { Finding, FindingCode } from "./finding.ts";
import { words } from "./words.ts";

export type Found = Omit<Finding, "settled">;

/**
 * `facts`: what it rests on, each an id and the value it has now; the print is made of them, so a finding that was settled
 * returns when one changes. Order and repetition do not matter.
 */
export function found(
  code: FindingCode,
  about: string,
  facts: readonly (readonly [id: string, value: string])[],
): Found {
  const sorted = [...new Map(facts.map((fact) => [canonicalJson(fact), fact]))].toSorted(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const resting = sorted.map(([, fact]) => fact);
  const print = sha256Hex(Buffer.from(canonicalJson([code, isCase(about) ? about : "", resting])));
  const rests = [...new Set(sorted.map(([, [id]]) => id))];
  return { code, ...words[code], about, rests, print };
}

// A person's file may be named by another record after a merge; what was settled stays settled.
const isCase = (about: string): boolean => about.startsWith("cas_");
