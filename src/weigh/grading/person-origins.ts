// The independent origins of everything that is said of a person's own records, weighed together and not value by value.
// Invariant: as `originsOf`: the number may be too low, never too high.
import { clusterOf } from "../../link/index.ts";
import type { Db } from "../../store/index.ts";
import type { SeenOnly } from "../assemble-file.ts";
import { gather } from "../gather.ts";
import { type Origin, originsOf } from "../origins.ts";
import { originClaim } from "../property-views.ts";

/** Origins of the claims on the records of this person that `only` lets through. */
export async function personOrigins(
  db: Db,
  record: string,
  only?: SeenOnly,
): Promise<readonly Origin[]> {
  const gathered = await gather(db, await clusterOf(db, record));
  const claims = gathered.claims.filter((claim) => only?.claim(claim) ?? true);
  const statements = new Map(
    [...gathered.statements].filter(([, said]) => only?.statement(said) ?? true),
  );
  const seen = { ...gathered, claims, statements };
  return originsOf(
    claims.map((claim) => originClaim(claim, seen)),
    gathered.sources,
  );
}
