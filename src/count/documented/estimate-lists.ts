// What lists in the vault say about people on none of them.
import { type Actor, requireRight } from "../../access/index.ts";
import type { Progress } from "../../runtime/index.ts";
import type { AssumptionAnswers } from "../estimate/assumptions.ts";
import { estimateHidden, type HiddenEstimate } from "../estimate/estimate-hidden.ts";
import { type CountDeps, everybody } from "./everybody.ts";
import { derivedLists, type NamedList, overlapOfLists } from "./lists.ts";
import { readArrivals } from "./sources.store.ts";

export interface EstimateLists {
  readonly lists: readonly NamedList[];
  readonly answers?: AssumptionAnswers;
  readonly reviewed?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

/** Lists that repeat one another are refused. Throws AccessError `access/not-allowed`; CountError `count/not-a-table`. */
export async function estimateLists(
  deps: CountDeps,
  actor: Actor,
  input: EstimateLists,
): Promise<HiddenEstimate> {
  requireRight(actor, "read");
  const { kinds, relays } = await readArrivals(deps.db);
  const people = await everybody(deps, kinds, input.reviewed === true, input);
  const { lists, answers } = input;
  return estimateHidden(overlapOfLists(people, lists), {
    derived: derivedLists(lists, relays),
    ...(answers === undefined ? {} : { answers }),
  });
}
