// Loads, in a handful of queries, everything a file is made of: claims, who said them, where, what people decided.
// Invariant: the same bundle serves a person of three claims and one of three thousand; no query per claim.
import { personIds } from "../link/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../store/index.ts";
import { graphOf, type RawGraph, readGraph, type SourceFacts } from "./source-graph.ts";
import { statementViews } from "./statement-views.ts";
import type { StatementView } from "./views.ts";

export interface Pin {
  readonly record: string;
  readonly property: string;
  readonly claim: string | null;
  readonly reason: string;
}

export interface Gathered {
  readonly claims: readonly LiveClaim[];
  /** Statements behind the claims, about the records, or answering those; by id, standing ones only. */
  readonly statements: ReadonlyMap<string, StatementView>;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly pins: readonly Pin[];
  /** The person (cluster) of each speaker that is on file, and of each record a claim points at. */
  readonly persons: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, string>;
}

/** Everything around many records, from which the bundle of some of them is taken without asking again. */
export interface GatheredAll extends Omit<Gathered, "sources"> {
  readonly graph: RawGraph;
  /** Ids of the standing statements about each record. */
  readonly about: ReadonlyMap<string, readonly string[]>;
}

/** Gathers around these records. */
export async function gather(db: Db, records: readonly string[]): Promise<Gathered> {
  return narrowed(await gatherAll(db, records), records);
}

/** Reads everything around these records, in a number of queries that does not grow with each of them. */
export async function gatherAll(db: Db, records: readonly string[]): Promise<GatheredAll> {
  const claims = await liveClaims(db, records);
  const about = await statementsAbout(db, records);
  const behind = claims.flatMap((claim) => claim.statement ?? []);
  const first = await statementViews(db, [...behind, ...about]);
  const known = new Set(first.map((s) => s.id));
  const answering = first
    .flatMap((s) => s.answeredBy.map((a) => a.id))
    .filter((id) => !known.has(id));
  const all = [...first, ...(await statementViews(db, answering))].filter((s) => !s.withdrawn);
  const pointedAt = [...all.map((s) => s.speakerRecord), ...claims.map((claim) => claim.ref)];
  return {
    claims,
    statements: new Map(all.map((s) => [s.id, s])),
    about: indexed(all),
    graph: await readGraph(db, [...claims.map((c) => c.source), ...all.map((s) => s.source)]),
    pins: await pinsOf(db, records),
    persons: await personIds(
      db,
      pointedAt.filter((id) => id !== undefined && id !== null),
    ),
    members: await memberNames(db),
  };
}

/** The bundle of some of the records, the same as if it had been gathered around them alone. */
export function narrowed(all: GatheredAll, records: readonly string[]): Gathered {
  const own = new Set(records);
  const claims = all.claims.filter((claim) => own.has(claim.record));
  const pick = (ids: Iterable<string>): StatementView[] =>
    [...new Set(ids)].flatMap((id) => all.statements.get(id) ?? []).sort((a, b) => a.seq - b.seq);
  const first = pick([
    ...claims.flatMap((claim) => claim.statement ?? []),
    ...records.flatMap((id) => all.about.get(id) ?? []),
  ]);
  const known = new Set(first.map((s) => s.id));
  const answering = pick(
    first.flatMap((s) => s.answeredBy.map((a) => a.id)).filter((id) => !known.has(id)),
  );
  const statements = [...first, ...answering];
  return {
    claims,
    statements: new Map(statements.map((s) => [s.id, s])),
    sources: graphOf(all.graph, [
      ...claims.map((c) => c.source),
      ...statements.map((s) => s.source),
    ]),
    pins: all.pins.filter((pin) => own.has(pin.record)),
    persons: all.persons,
    members: all.members,
  };
}

function indexed(statements: readonly StatementView[]): Map<string, string[]> {
  const about = new Map<string, string[]>();
  for (const { id, targets } of statements)
    for (const { record } of targets) about.set(record, [...(about.get(record) ?? []), id]);
  return about;
}

async function statementsAbout(db: Db, records: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("statement_targets")
      .select("statement")
      .distinct()
      .where("record", "in", records.slice(i, i + 400))
      .execute();
    ids.push(...rows.map((row) => row.statement));
  }
  return ids;
}

/** Statements these records made as speakers, standing ones only. */
export async function spokenBy(db: Db, records: readonly string[]): Promise<StatementView[]> {
  const rows = await db
    .selectFrom("statements")
    .select("id")
    .where("speaker_record", "in", [...records])
    .orderBy("seq")
    .limit(500)
    .execute();
  return (
    await statementViews(
      db,
      rows.map((row) => row.id),
    )
  ).filter((s) => !s.withdrawn);
}

async function pinsOf(db: Db, records: readonly string[]): Promise<Pin[]> {
  const pins: (Pin & { seq: number })[] = [];
  for (let i = 0; i < records.length; i += 400) {
    pins.push(
      ...(await db
        .selectFrom("pins")
        .select(["record", "property", "claim", "reason", "seq"])
        .where("record", "in", records.slice(i, i + 400))
        .execute()),
    );
  }
  // After a merge two records may each carry a pin for one property: the later decision stands.
  return pins.sort((a, b) => b.seq - a.seq);
}

export async function memberNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom("members").select(["id", "name"]).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
