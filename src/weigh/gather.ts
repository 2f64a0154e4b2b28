// Loads, in a handful of queries, everything a file is made of: claims, who said them, where, what people decided.
// Invariant: the same bundle serves a person of three claims and one of three thousand; no query per claim.
import { personIds } from "../link/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../store/index.ts";
import { type SourceFacts, sourceGraph } from "./source-graph.ts";
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

/** Gathers around these records. */
export async function gather(db: Db, records: readonly string[]): Promise<Gathered> {
  const claims = await liveClaims(db, records);
  const about = await statementsAbout(db, records);
  const behind = claims.flatMap((claim) => claim.statement ?? []);
  const first = await statementViews(db, [...behind, ...about]);
  const answering = first
    .flatMap((s) => s.answeredBy.map((a) => a.id))
    .filter((id) => !first.some((s) => s.id === id));
  const all = [...first, ...(await statementViews(db, answering))].filter((s) => !s.withdrawn);
  const pointedAt = [...all.map((s) => s.speakerRecord), ...claims.map((claim) => claim.ref)];
  return {
    claims,
    statements: new Map(all.map((s) => [s.id, s])),
    sources: await sourceGraph(db, [...claims.map((c) => c.source), ...all.map((s) => s.source)]),
    pins: await pinsOf(db, records),
    persons: await personIds(
      db,
      pointedAt.filter((id) => id !== undefined && id !== null),
    ),
    members: await memberNames(db),
  };
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
