// The consents about some things, and what they allow.
// Invariant: what was withdrawn stays in the list, and says so.
import type { Clock } from "../../runtime/index.ts";
import { type Db, liveClaims } from "../../store/index.ts";
import { ageIn } from "./age.ts";
import { blockOf, flagOf } from "./block-of.ts";
import { consentsAbout, consentView } from "./read-consents.ts";
import type { Consented, ConsentView } from "./views.ts";

export interface ReadDeps {
  readonly db: Db;
  readonly clock: Clock;
}

/** Consents about any of these records or sources, oldest first. */
export async function listConsents(
  deps: ReadDeps,
  about: readonly string[],
): Promise<ConsentView[]> {
  const named = await memberNames(deps.db);
  const today = dayOf(deps.clock);
  return (await consentsAbout(deps.db, about)).map((row) => consentView(row, named, today));
}

/**
 * For each group of things that are one (a person's records, or one source) whether they may go to `audience`. For a child
 * whom no parent or guardian speaks for, nobody who counts was asked: `never-asked`.
 */
export async function consented(
  deps: ReadDeps,
  audience: string,
  groups: readonly (readonly string[])[],
): Promise<Consented[]> {
  const today = dayOf(deps.clock);
  const all = [...new Set(groups.flat())];
  const rows = Map.groupBy(await consentsAbout(deps.db, all), ({ body }) => body.about as string);
  const asked = [...rows.keys()];
  // Whether somebody is a child may stand on any of their records; only those of people who were asked are read.
  const people = groups.filter((group) => group.some((about) => asked.includes(about))).flat();
  const claims = Map.groupBy(
    await liveClaims(
      deps.db,
      people.filter((about) => about.startsWith("rec_")),
    ),
    ({ record }) => record,
  );
  return groups.map((group) => {
    const said = group.flatMap((about) => rows.get(about) ?? []);
    const own = group.flatMap((about) => claims.get(about) ?? []);
    return flagOf(blockOf(audience, said, today, ageIn(own, today)?.child === true));
  });
}

/** Today as an ISO day, in UTC: the same on every device of a group. */
export const dayOf = (clock: Clock): string => new Date(clock()).toISOString().slice(0, 10);

export async function memberNames(db: Db): Promise<(member: string) => string> {
  const rows = await db.selectFrom("members").select(["id", "name"]).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (member) => names.get(member) ?? member;
}
