// How much is to settle in each of several cases: what a board shows on its cards, and what blocks at home.
// Invariant: the same rules as on the page of the case; nothing is counted that somebody settled.
import type { ReadDeps } from "../cases/case-items.ts";
import { bareCase } from "../cases/show-case.ts";
import type { Finding } from "./finding.ts";
import { findingsOfCase } from "./list-findings.ts";

export interface CaseFindings {
  /** Id of the case. */
  readonly case: string;
  readonly open: number;
  /** The open ones nothing should go out before. */
  readonly stops: readonly Finding[];
}

/** In the order asked. Throws CaseError `act/no-such-case`. */
export async function findingsOfCases(
  deps: ReadDeps,
  ids: readonly string[],
): Promise<CaseFindings[]> {
  const counted: CaseFindings[] = [];
  for (const id of ids) {
    const found = await findingsOfCase(deps, await bareCase(deps, id));
    const open = found.filter(({ settled }) => settled === null);
    const stops = open.filter(({ severity }) => severity === "stop");
    counted.push({ case: id, open: open.length, stops });
  }
  return counted;
}
