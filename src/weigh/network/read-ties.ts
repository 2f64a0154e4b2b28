// The ties that touch some people: relationships on file, and episodes that are one for several people.
// Invariant: a handful of queries for any number of people; only standing claims count.
import { personIds } from "../../link/index.ts";
import { type RecordId, termLabel, type Value } from "../../model/index.ts";
import { claimsPointingAt, type Db, type LiveClaim, liveClaims } from "../../store/index.ts";
import { tieKind } from "./ties.ts";
import type { NetworkEdge, TieKind } from "./views.ts";

/** One record that ties two people together. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  readonly label: string;
  readonly claim: LiveClaim;
}

/** Every record of these people, by person. */
export async function recordsOfPeople(
  db: Db,
  people: readonly string[],
): Promise<Map<string, string[]>> {
  const members = new Map(people.map((id) => [id, [id]]));
  for (let i = 0; i < people.length; i += 400) {
    const rows = await db
      .selectFrom("clusters")
      .select(["record", "person"])
      .where("person", "in", people.slice(i, i + 400))
      .execute();
    for (const { record, person } of rows) if (record !== person) members.get(person)?.push(record);
  }
  return members;
}

/** The ties of these people, in ledger order. */
export async function tiesOf(db: Db, people: readonly string[]): Promise<Tie[]> {
  const records = [...(await recordsOfPeople(db, people)).values()].flat();
  const pointing = await claimsPointingAt(db, records);
  const schemas = await schemasOf(
    db,
    pointing.map(({ record }) => record),
  );
  const ofSchema = (...names: readonly string[]): string[] => [
    ...new Set(
      pointing.map(({ record }) => record).filter((id) => names.includes(schemas.get(id) ?? "")),
    ),
  ];
  const found = [
    ...(await relationships(db, ofSchema("Relationship"))),
    ...(await sharedEpisodes(db, ofSchema("Episode"))),
  ];
  return found.sort((a, b) => a.claim.seq - b.claim.seq || (a.claim.id < b.claim.id ? -1 : 1));
}

async function relationships(db: Db, ids: readonly string[]): Promise<Tie[]> {
  const byRecord = Map.groupBy(await liveClaims(db, ids), ({ record }) => record);
  const persons = await personIds(
    db,
    [...byRecord.values()].flat().flatMap(({ ref }) => ref ?? []),
  );
  return [...byRecord.values()].flatMap((claims) => {
    const end = (name: string): string | undefined => {
      const ref = claims.findLast(({ property }) => property === name)?.ref;
      return ref === null || ref === undefined ? undefined : persons.get(ref);
    };
    const kind = claims.findLast(({ property }) => property === "kind");
    const said = kind === undefined ? undefined : (JSON.parse(kind.value) as Value);
    const code = said?.kind === "code" ? said.code : null;
    const tie = tieKind(code);
    const [from, to] = [end("from"), end("to")];
    const claim = kind ?? claims[0];
    if (
      from === undefined ||
      to === undefined ||
      from === to ||
      tie === null ||
      claim === undefined
    )
      return [];
    return [{ from, to, kind: tie, label: labelOf(said), claim }];
  });
}

function labelOf(value: Value | undefined): string {
  if (value?.kind === "code")
    return value.code === "other" && value.words !== undefined
      ? value.words
      : termLabel(value.vocabulary, value.code);
  return value?.kind === "text" ? value.text : "";
}

/** Episodes judged one that belong to different people: they were there together. */
async function sharedEpisodes(db: Db, ids: readonly string[]): Promise<Tie[]> {
  const heads = await personIds(db, ids);
  const grouped = await recordsOfPeople(db, [...new Set(heads.values())]);
  const shared = [...grouped].filter(([, records]) => records.length > 1);
  if (shared.length === 0) return [];
  const claims = await liveClaims(
    db,
    shared.flatMap(([, records]) => records),
  );
  const byRecord = Map.groupBy(claims, ({ record }) => record);
  const persons = await personIds(
    db,
    claims.flatMap(({ ref }) => ref ?? []),
  );
  return shared.flatMap(([, records]) => {
    const own = records.flatMap((record) => byRecord.get(record) ?? []);
    const there = own.filter(({ property, ref }) => property === "person" && ref !== null);
    const kind = own.find(({ property }) => property === "kind");
    const label = kind === undefined ? "" : labelOf(JSON.parse(kind.value) as Value);
    const who = new Map(there.map((claim) => [persons.get(claim.ref as string) ?? "", claim]));
    const sorted = [...who].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.flatMap(([from], i) =>
      sorted.slice(i + 1).map(([to, claim]): Tie => ({ from, to, kind: "held", label, claim })),
    );
  });
}

async function schemasOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const schemas = new Map<string, string>();
  const unique = [...new Set(ids)];
  for (let i = 0; i < unique.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .select(["id", "schema"])
      .where("id", "in", unique.slice(i, i + 400))
      .execute();
    for (const { id, schema } of rows) schemas.set(id, schema);
  }
  return schemas;
}

/** Ties that say the same become one edge with all their sources. */
export function edgesOf(ties: readonly Tie[], titles: ReadonlyMap<string, string>): NetworkEdge[] {
  const byKey = Map.groupBy(ties, ({ from, to, kind, label }) => [from, to, kind, label].join("|"));
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, same]) => {
      const { from, to, kind, label } = same[0] as Tie;
      const claims = new Map(same.map(({ claim }) => [claim.id, claim]));
      return {
        id,
        from,
        to,
        kind,
        label,
        sources: [...claims.values()].map((claim) => ({
          record: claim.record as RecordId,
          claim: claim.id,
          source: claim.source,
          title: titles.get(claim.source) ?? "",
          review: claim.state,
        })),
      };
    });
}
