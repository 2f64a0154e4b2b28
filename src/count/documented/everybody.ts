// Everybody of whom something is said to have happened, with what a count looks at.
import { everyPerson } from "../../link/index.ts";
import { type Clock, noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { recordFiles, type SeenOnly } from "../../weigh/index.ts";
import { factsOf, type PersonFacts } from "./person-facts.ts";

export interface CountDeps {
  readonly db: Db;
  readonly clock: Clock;
}

const accepted: SeenOnly = { claim: ({ state }) => state === "accepted", statement: () => true };

/** Facts of each person; with `reviewed` by accepted claims alone. Throws RuntimeError `cancelled`. */
export async function everybody(
  deps: CountDeps,
  kinds: ReadonlyMap<string, string>,
  reviewed: boolean,
  {
    signal,
    progress = noProgress,
  }: { readonly signal?: AbortSignal | undefined; readonly progress?: Progress | undefined },
): Promise<PersonFacts[]> {
  const ids = await everyPerson(deps.db);
  const people: PersonFacts[] = [];
  let done = 0;
  for await (const file of recordFiles(deps, ids, reviewed ? accepted : undefined)) {
    const facts = factsOf(file, kinds);
    if (facts.happened) people.push(facts);
    done += 1;
    if (done % 100 === 0) {
      stopIfAborted(signal);
      progress(done, ids.length, "count");
    }
  }
  return people;
}
