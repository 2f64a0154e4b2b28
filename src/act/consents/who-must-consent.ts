// Who must consent before this may go to that audience: everybody in it, and whoever gave it.
// Invariant: default deny. The answer names everyone the given claims lead to; nobody is left out because they were not asked.
import { personIds } from "../../link/index.ts";
import { type Db, liveClaims, type LiveClaim } from "../../store/index.ts";
import { ageIn } from "./age.ts";
import { blockOf } from "./block-of.ts";
import { dayOf, type ReadDeps } from "./list-consents.ts";
import { type ConsentRow, consentsAbout } from "./read-consents.ts";
import type { ConsentNeed } from "./views.ts";

/** What is to go. */
export interface Going {
  /** Records of the people it is about. */
  readonly subjects: readonly string[];
  readonly claims: readonly Pick<
    LiveClaim,
    "record" | "property" | "ref" | "source" | "statement"
  >[];
  /** Statements that go as such. */
  readonly statements?: readonly string[];
  /** Sources quoted or handed out whole. */
  readonly sources?: readonly string[];
}

/** Kinds of source that were public when they came: nobody's confidence is broken by showing them. */
const publicKinds = new Set([
  "article",
  "official-statement",
  "court-paper",
  "report",
  "satellite-image",
]);

/** Whether a source of this kind was public when it came, so that nobody must be asked for it. */
export const isPublicSource = (kind: string): boolean => publicKinds.has(kind);

/**
 * The people and sources whose consent is needed, each once, and what blocks. Inside the group nobody is asked: an empty list.
 * People are the subjects, those the claims point at (relatives by Relationship records), and the speakers of what stands in
 * private sources, under every record judged the same. A child counts only with a parent's or guardian's consent.
 */
export async function whoMustConsent(
  deps: ReadDeps,
  audience: string,
  going: Going,
): Promise<ConsentNeed[]> {
  if (audience === "inside") return [];
  const { db } = deps;
  const today = dayOf(deps.clock);
  const kinds = await sourceKinds(db, going);
  const asked = await peopleIn(db, going, kinds);
  const persons = await personIds(db, [...asked.keys()]);
  const roles = new Map<string, ConsentNeed["as"]>();
  for (const [record, as] of asked) {
    const person = persons.get(record) ?? record;
    const known = roles.get(person);
    if (known === undefined || ranks[as] < ranks[known]) roles.set(person, as);
  }
  const members = await membersOf(db, [...roles.keys()]);
  const givers = [...kinds].filter(([, kind]) => !isPublicSource(kind)).map(([id]) => id);
  const records = [...members.values()].flat();
  const said = Map.groupBy(
    await consentsAbout(db, [...records, ...givers]),
    ({ body }) => body.about as string,
  );
  const claims = Map.groupBy(await liveClaims(db, records), ({ record }) => record);
  const of = (ids: readonly string[]): ConsentRow[] => ids.flatMap((id) => said.get(id) ?? []);
  return [
    ...[...roles].map(([id, as]): ConsentNeed => {
      const own = members.get(id) ?? [id];
      const age = ageIn(
        own.flatMap((record) => claims.get(record) ?? []),
        today,
      );
      const child = age?.child === true;
      const blocks = blockOf(audience, of(own), today, child);
      return { who: "person", id, records: own, as, child, blocks };
    }),
    ...givers.map((id): ConsentNeed => {
      const blocks = blockOf(audience, of([id]), today, false);
      return { who: "source", id, records: [id], as: "giver", child: false, blocks };
    }),
  ];
}

const ranks: Readonly<Record<ConsentNeed["as"], number>> = {
  subject: 0,
  relative: 1,
  named: 2,
  testifier: 3,
  giver: 4,
};

/** Every person record the claims lead to, and as what. */
async function peopleIn(
  db: Db,
  { subjects, claims, statements = [] }: Going,
  kinds: ReadonlyMap<string, string>,
): Promise<Map<string, ConsentNeed["as"]>> {
  const found = new Map<string, ConsentNeed["as"]>();
  const note = (record: string, as: ConsentNeed["as"]): void => {
    const known = found.get(record);
    if (known === undefined || ranks[as] < ranks[known]) found.set(record, as);
  };
  const owners = [...new Set(claims.map(({ record }) => record))];
  const refs = [...new Set(claims.flatMap(({ ref }) => ref ?? []))];
  const schemas = await schemasOf(db, [...new Set([...subjects, ...owners, ...refs])]);
  for (const record of subjects) note(record, "subject");
  for (const record of owners) if (schemas.get(record) === "Person") note(record, "named");
  for (const { record, ref } of claims)
    if (ref !== null && schemas.get(ref) === "Person")
      note(ref, schemas.get(record) === "Relationship" ? "relative" : "named");
  const behind = [...claims.flatMap(({ statement }) => statement ?? []), ...statements];
  for (const { speaker_record, source } of await speakers(db, behind))
    if (speaker_record !== null && !isPublicSource(kinds.get(source) ?? ""))
      note(speaker_record, "testifier");
  return found;
}

async function sourceKinds(
  db: Db,
  { claims, sources = [], statements = [] }: Going,
): Promise<Map<string, string>> {
  const said = await speakers(db, statements);
  const ids = [
    ...new Set([...claims.map(({ source }) => source), ...sources, ...said.map((s) => s.source)]),
  ];
  const rows = await inParts(ids, (some) =>
    db
      .selectFrom("sources as s")
      .leftJoin("source_descriptions as d", "d.id", "s.id")
      .select(["s.id", "s.kind", "d.body"])
      .where("s.id", "in", some)
      .execute(),
  );
  const kinds = new Map(ids.map((id) => [id, "other"]));
  for (const { id, kind, body } of rows)
    kinds.set(id, (body === null ? null : (JSON.parse(body) as { kind?: string }).kind) ?? kind);
  return kinds;
}

function speakers(db: Db, statements: readonly string[]) {
  return inParts([...new Set(statements)], (some) =>
    db
      .selectFrom("statements")
      .select(["id", "speaker_record", "source"])
      .where("id", "in", some)
      .execute(),
  );
}

async function schemasOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await inParts(ids, (some) =>
    db.selectFrom("records").select(["id", "schema"]).where("id", "in", some).execute(),
  );
  return new Map(rows.map(({ id, schema }) => [id, schema]));
}

async function membersOf(db: Db, people: readonly string[]): Promise<Map<string, string[]>> {
  const members = new Map(people.map((id) => [id, [id]]));
  const rows = await inParts(people, (some) =>
    db.selectFrom("clusters").select(["record", "person"]).where("person", "in", some).execute(),
  );
  for (const { record, person } of rows) if (record !== person) members.get(person)?.push(record);
  return members;
}

async function inParts<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let i = 0; i < ids.length; i += 400) found.push(...(await read(ids.slice(i, i + 400))));
  return found;
}
