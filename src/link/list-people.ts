// The list of people, and search by name: whole words or their beginnings, in any script.
// Invariant: one line a person however many records are judged the same; what was taken back does not appear.
import { sql } from "kysely";
import { type Value, valueText } from "../model/index.ts";
import { foldName } from "../names/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../store/index.ts";
import { personIds } from "./clusters.ts";
import { tokensOf } from "./name-tokens.ts";
import { personNumber } from "./person-number.ts";
import type { NameForm, PeoplePage, PersonItem } from "./views.ts";

export interface ListPeople {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const mostHits = 400;

/** A page of people: all in order of their name, or those whose name has every word of `q` (or its beginning). */
export async function listPeople(
  db: Db,
  { q, cursor, limit = 50 }: ListPeople,
): Promise<PeoplePage> {
  const words = tokensOf(q ?? "");
  if (q !== undefined && q.trim() !== "")
    return searchPeople(db, words, Number(cursor ?? 0), limit);
  const { ids, next } = await peopleInOrder(db, cursor, limit);
  return { total: await countPeople(db), items: await describePeople(db, ids), next };
}

/** How many people there are: records of persons, less those that are another's, taken back, or in an undone batch. */
export async function countPeople(db: Db): Promise<number> {
  const row = await standingPeople(db)
    .select(sql<number>`count(*)`.as("n"))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

function standingPeople(db: Db) {
  return db
    .selectFrom("records")
    .leftJoin("clusters", "clusters.record", "records.id")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "records.id").on("withdrawals.back", "=", 0),
    )
    .leftJoin("batch_undone", "batch_undone.id", "records.batch")
    .where("records.schema", "=", "Person")
    .where("withdrawals.target", "is", null)
    .where("batch_undone.id", "is", null)
    .where((where) =>
      where.or([
        where("clusters.person", "is", null),
        where("clusters.person", "=", where.ref("records.id")),
      ]),
    );
}

async function peopleInOrder(
  db: Db,
  cursor: string | undefined,
  limit: number,
): Promise<{ ids: string[]; next: string | null }> {
  let query = standingPeople(db)
    .select(["records.id", "records.sort"])
    .orderBy("records.sort")
    .orderBy("records.id")
    .limit(limit + 1);
  if (cursor !== undefined) {
    const [sort, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [string, string];
    query = query.where((where) =>
      where.or([
        where("records.sort", ">", sort),
        where.and([where("records.sort", "=", sort), where("records.id", ">", id)]),
      ]),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify([last.sort, last.id])).toString("base64url")
      : null;
  return { ids: page.map((row) => row.id), next };
}

async function searchPeople(
  db: Db,
  words: readonly string[],
  offset: number,
  limit: number,
): Promise<PeoplePage> {
  if (words.length === 0) return { total: 0, items: [], next: null };
  let query = db
    .selectFrom("name_tokens")
    .select("record")
    .distinct()
    .where(startsWith(words[0] as string))
    .limit(mostHits);
  for (const word of words.slice(1)) {
    query = query.where(
      "record",
      "in",
      db.selectFrom("name_tokens").select("record").where(startsWith(word)),
    );
  }
  const hits = (await query.execute()).map((row) => row.record);
  const people = [...new Set((await personIds(db, hits)).values())].sort();
  const items = (await describePeople(db, people.slice(0, mostHits))).filter(
    (person) => matchOf(person, words) !== null,
  );
  items.sort(
    (a, b) => Number(isExact(b, words)) - Number(isExact(a, words)) || (a.label < b.label ? -1 : 1),
  );
  const page = items.slice(offset, offset + limit);
  return {
    total: items.length,
    items: page,
    matched: Object.fromEntries(page.map((person) => [person.id, matchOf(person, words) ?? ""])),
    next: offset + limit < items.length ? String(offset + limit) : null,
  };
}

function startsWith(word: string) {
  return sql<boolean>`token >= ${word} and token < ${`${word}\u{10FFFF}`}`;
}

function matchOf(person: PersonItem, words: readonly string[]): string | null {
  const fits = (text: string): boolean => {
    const tokens = tokensOf(text);
    return words.every((word) => tokens.some((token) => token.startsWith(word)));
  };
  const one = person.names.find((name) => fits(name.text));
  if (one !== undefined) return one.text;
  // Words may come from different spellings of one person's name.
  return fits(person.names.map((name) => name.text).join(" "))
    ? person.names.map((name) => name.text).join(" · ")
    : null;
}

function isExact(person: PersonItem, words: readonly string[]): boolean {
  return person.names.some(
    (name) => tokensOf(name.text).sort().join(" ") === [...words].sort().join(" "),
  );
}

/** One line each for these people, in the order given; people all of whose records are gone are left out. */
export async function describePeople(db: Db, ids: readonly string[]): Promise<PersonItem[]> {
  if (ids.length === 0) return [];
  const members = new Map(ids.map((id) => [id, [id]]));
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("clusters")
      .select(["record", "person"])
      .where("person", "in", ids.slice(i, i + 400))
      .execute();
    for (const row of rows)
      if (row.record !== row.person) members.get(row.person)?.push(row.record);
  }
  const records = [...members.values()].flat();
  const claims = await liveClaims(db, records);
  const labels = new Map<string, string>();
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .select(["id", "label"])
      .where("id", "in", records.slice(i, i + 400))
      .execute();
    for (const row of rows) labels.set(row.id, row.label);
  }
  const byRecord = Map.groupBy(claims, (claim) => claim.record);
  return ids.flatMap((id) => {
    const own = (members.get(id) ?? []).flatMap((record) => byRecord.get(record) ?? []);
    if (own.length === 0 && !labels.has(id)) return [];
    return [personItem(id, members.get(id) ?? [id], own, labels.get(id) ?? "")];
  });
}

function personItem(
  id: string,
  records: readonly string[],
  claims: readonly LiveClaim[],
  label: string,
): PersonItem {
  const names = nameForms(claims);
  const first = (property: string): string | undefined => {
    const claim =
      claims.find((c) => c.property === property && c.state === "accepted") ??
      claims.find((c) => c.property === property);
    return claim === undefined ? undefined : valueText(JSON.parse(claim.value) as Value);
  };
  const born = first("birthDate");
  const from = first("origin") ?? first("residence");
  return {
    id,
    number: personNumber(id),
    label: names[0]?.text ?? label,
    names,
    records: records.length,
    claims: claims.length,
    sources: new Set(claims.map((c) => c.source)).size,
    ...(born === undefined ? {} : { born }),
    ...(from === undefined ? {} : { from }),
  };
}

/** The different spellings among name claims, the most often claimed first; accepted before proposed. */
export function nameForms(
  claims: readonly Pick<LiveClaim, "value" | "state" | "seq">[],
): NameForm[] {
  const forms = new Map<
    string,
    { form: NameForm; claims: number; accepted: number; seq: number }
  >();
  for (const claim of claims) {
    const value = JSON.parse(claim.value) as Value;
    if (value.kind !== "name") continue;
    const key = foldName(value.text);
    const known = forms.get(key);
    const accepted = claim.state === "accepted" ? 1 : 0;
    if (known === undefined) {
      const { kind: _kind, ...form } = value;
      forms.set(key, { form: { ...form, claims: 0 }, claims: 1, accepted, seq: claim.seq });
    } else {
      known.claims += 1;
      known.accepted += accepted;
    }
  }
  return [...forms.values()]
    .sort((a, b) => b.accepted - a.accepted || b.claims - a.claims || a.seq - b.seq)
    .map(({ form, claims: count }) => ({ ...form, claims: count }));
}
