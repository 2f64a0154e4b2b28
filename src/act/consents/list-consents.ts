// The consents about some things, and what they allow.
// Invariant: what was withdrawn stays in the list, and says so.
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { consentFor } from "./consent-for.ts";
import { consentsAbout, consentView, saidConsent } from "./read-consents.ts";
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

/** For each group of things that are one (a person's records, or one source) whether they may go to `audience`. */
export async function consented(
  deps: ReadDeps,
  audience: string,
  groups: readonly (readonly string[])[],
): Promise<Consented[]> {
  const today = dayOf(deps.clock);
  const rows = Map.groupBy(
    await consentsAbout(deps.db, [...new Set(groups.flat())]),
    ({ body }) => body.about as string,
  );
  return groups.map((group) => {
    const said = group.flatMap((about) => rows.get(about) ?? []);
    return consentFor(audience, said.map(saidConsent), today);
  });
}

/** Today as an ISO day, in UTC: the same on every device of a group. */
export const dayOf = (clock: Clock): string => new Date(clock()).toISOString().slice(0, 10);

export async function memberNames(db: Db): Promise<(member: string) => string> {
  const rows = await db.selectFrom("members").select(["id", "name"]).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (member) => names.get(member) ?? member;
}
