// Choosing which kinds of change need two members.
// Invariant: one keeper may add a kind; taking one away needs a second keeper.
import { draft } from "../../model/index.ts";
import { type Actor, requireRight } from "../roles.ts";
import { type Choice, choices } from "./needs-second.ts";
import { type DecisionDeps, writeDecision, type Written } from "./write-decision.ts";

/** Chooses the kinds. Throws AccessError `access/not-allowed`. Waits where a kind is taken away. */
export async function setSecondPerson(
  deps: DecisionDeps,
  actor: Actor,
  kinds: readonly Choice[],
): Promise<Written> {
  requireRight(actor, "keep");
  const wanted = choices.filter((one) => kinds.includes(one));
  return writeDecision(deps, actor, {
    drafts: [draft("second-person.set", "second-person", { kinds: wanted })],
    ground: [{ table: "second_person", where: { name: "now" } }],
  });
}
