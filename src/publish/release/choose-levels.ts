// At which level each person is shown: the strongest their consents allow at which anything is left to call them by.
// Invariant: whoever is on hold, or said yes to no level, has none.
import { gateOwnClaim, type GateContext } from "./gate-person.ts";
import { allowedLevels, type ReleaseAudience } from "./levels.ts";
import type { VaultRead } from "./read-people.ts";
import type { ReleaseReason } from "./reasons.ts";
import type { NameLevel } from "./released.ts";
import { initialsOf } from "./tell-rows.ts";

/** Who each record is about. */
export function contextOf(
  vault: VaultRead,
  audience: ReleaseAudience,
): Omit<GateContext, "levels"> {
  const personOf = new Map(vault.people.flatMap((one) => one.records.map((id) => [id, one])));
  const aboutOf = new Map<string, Set<string>>();
  for (const person of vault.people) {
    for (const record of person.records) aboutOf.set(record, new Set([person.id]));
    for (const { records } of person.related)
      for (const record of records) {
        const about = aboutOf.get(record) ?? new Set();
        aboutOf.set(record, about.add(person.id));
      }
  }
  const { sources, holds, notPeople } = vault;
  return { audience, sources, holds, notPeople, personOf, aboutOf };
}

/** The strongest level at which anything is left to call the person by. */
export function levelsOfAll(
  vault: VaultRead,
  context: Omit<GateContext, "levels">,
  reasons: Map<string, ReleaseReason>,
): Map<string, NameLevel> {
  const levels = new Map<string, NameLevel>();
  for (const person of vault.people) {
    if (person.records.some((id) => vault.holds.has(id))) {
      reasons.set(person.id, "on-hold");
      continue;
    }
    const { levels: allowed, reason } = allowedLevels(context.audience, person.said, person.child);
    if (reason !== null) reasons.set(person.id, reason);
    const level = allowed.find((one) => {
      if (one === "no-name") return true;
      const names = person.claims.filter(
        (claim) =>
          claim.property === "name" &&
          !person.schemas.has(claim.record) &&
          gateOwnClaim(claim, person, one, context) === "goes",
      );
      return one === "name" ? names.length > 0 : initialsOf(names, person) !== null;
    });
    if (level !== undefined) levels.set(person.id, level);
  }
  return levels;
}
