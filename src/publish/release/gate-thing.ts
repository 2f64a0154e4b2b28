// What of a figure, a question or a place may go, before words are looked at, and what stays because a person's page leaves it out.
// Invariant: default deny. A question about somebody who is not named goes as little as a home; a statement that points at
// something this release knows nothing of stays; what stays off a person's page is on no other page.
import { gateReleaseClaim, gateReleaseStatement, type GateContext } from "./gate-person.ts";
import { valueOf, type VaultRead } from "./read-people.ts";
import type { ThingRead } from "./read-things.ts";
import type { Counts } from "./reasons.ts";
import type { Going } from "./screen-words.ts";

export function gateThings(
  { things }: Pick<VaultRead, "things">,
  context: GateContext,
  held: Counts,
): Going[] {
  const known = new Set(things.flatMap(({ records }) => records));
  return things.map((thing) => {
    const going: Going = {
      person: thing,
      claims: new Map(),
      statements: new Set(),
      quotes: new Set(),
      says: new Set(),
    };
    if (!mayBeTold(thing, context)) {
      held.add("claim", "other-person", thing.claims.length);
      held.add("statement", "other-person", thing.statements.length);
      return going;
    }
    for (const claim of thing.claims) {
      const gate = gateReleaseClaim(claim, thing, "name", context);
      if (gate === "goes") going.claims.set(claim.id, claim);
      else held.add("claim", gate);
    }
    for (const said of thing.statements) {
      const isKnown = said.targets.every(
        ({ record }) => known.has(record) || context.aboutOf.has(record),
      );
      const gate = isKnown ? gateReleaseStatement(said, thing, context) : "other-person";
      if (gate === "goes") going.statements.add(said.id);
      else held.add("statement", gate);
    }
    return going;
  });
}

/** Whoever has put it so, reviewed or not: nothing is told of a home, nor of a question about somebody who is not named. */
function mayBeTold(
  { records, claims, schema }: ThingRead,
  { holds, levels, personOf }: GateContext,
): boolean {
  if (records.some((id) => holds.has(id))) return false;
  if (schema === "Question")
    return claims.every(({ property, ref }) => {
      if (property !== "people" || ref === null) return true;
      return levels.get(personOf.get(ref)?.id ?? "") === "name";
    });
  if (schema !== "Place") return true;
  // Of what kind a place is somebody must have said and another looked at, or it may be a home.
  const kinds = claims.filter(({ property }) => property === "kind");
  const codes = kinds.map((claim) => valueOf(claim)).map((one) => one.kind === "code" && one.code);
  return (
    kinds.some(({ state }) => state === "accepted") &&
    !codes.some((code) => code === "home" || code === "unknown")
  );
}

/** Takes out what a person's page leaves out, and what has no claim of its own left to stand under. */
export function followPages(things: readonly Going[], people: readonly Going[]): void {
  const staying = new Set(
    people.flatMap(({ person, statements }) =>
      person.statements.flatMap(({ id }) => (statements.has(id) ? [] : [id])),
    ),
  );
  for (const { statements } of things)
    for (const id of statements) if (staying.has(id)) statements.delete(id);
}
