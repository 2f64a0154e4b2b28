// When there is no honest estimate: said with the reason, before any model is fitted.
// Invariant: a refusal names the lists it is about and what would mend it.
import { overlapsOf } from "./overlaps.ts";
import { observed, type OverlapTable } from "./table.ts";

export type RefusalCode = "nobody-seen" | "empty-overlap" | "derived-lists" | "no-finite-maximum";

export interface Refusal {
  readonly code: RefusalCode;
  readonly lists: readonly string[];
  readonly reason: string;
}

/**
 * Why nothing can be estimated from this table. `derived`: pairs of lists of which one was made from the other.
 */
export function refusalsOf(
  table: OverlapTable,
  derived: readonly (readonly [string, string])[],
): Refusal[] {
  if (observed(table) === 0)
    return [{ code: "nobody-seen", lists: table.lists, reason: "Nobody is on any of the lists." }];
  const { pairs } = overlapsOf(table);
  const refusals: Refusal[] = pairs
    .filter(({ both }) => both === 0)
    .map(({ lists }) => ({
      code: "empty-overlap",
      lists,
      reason: `${lists.join(" and ")} share nobody: how many both missed cannot be told from them.`,
    }));
  for (const lists of derived)
    refusals.push({
      code: "derived-lists",
      lists,
      reason: `${lists.join(" and ")}: one was made from the other, so that sharing people says nothing. Leave one out.`,
    });
  return refusals;
}
