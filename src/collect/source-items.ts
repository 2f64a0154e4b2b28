// Sources as listings show them: what people said about each, else what a reading proposes.
// Invariant: a value a person gave always wins over a proposal, and the two are told apart.
import { sql } from "kysely";
import type { Body, Described } from "../model/index.ts";
import type { Suggestion } from "../read/index.ts";
import type { Db, Engine } from "../store/index.ts";
import { claimCounts } from "./claim-counts.ts";
import { decisionsOf } from "./decisions.ts";
import { type MachineRead, machineRead } from "./ocr/machine-read.ts";
import { withThumbnail } from "./pictures/picture-cache.ts";
import { readingSummaries, type ReadingSummary } from "./reading-cache.ts";
import type { ShownField, SourceItem } from "./views.ts";

export type Description = Body<"source.described">;

/** A source with its latest description, before it is dressed for showing. */
export interface SourceFacts {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly file: string | null;
  readonly text: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly at: number;
  readonly by: string;
  readonly description: Description | null;
  readonly describedSeq: number | null;
}

/** All sources, newest first; or these. */
export async function sourceFacts(db: Db, ids?: readonly string[]): Promise<SourceFacts[]> {
  if (ids?.length === 0) return [];
  let query = db
    .selectFrom("sources")
    .innerJoin("entries", "entries.seq", "sources.seq")
    .leftJoin("members", "members.id", "entries.author")
    .leftJoin("source_descriptions as d", "d.id", "sources.id")
    .select([
      "sources.id",
      "sources.seq",
      "sources.kind",
      "sources.file",
      "sources.text",
      "sources.title",
      "sources.language",
    ])
    .select(["entries.at", "entries.author", "members.name", "d.body", "d.seq as described_seq"])
    .orderBy("sources.seq", "desc");
  if (ids !== undefined) query = query.where("sources.id", "in", [...ids]);
  return (await query.execute()).map(({ author, name, body, described_seq, ...row }) => ({
    ...row,
    by: name ?? author,
    description: body === null ? null : (JSON.parse(body) as Description),
    describedSeq: described_seq,
  }));
}

export function kindOf({ description, kind }: SourceFacts): string {
  return description?.kind ?? kind;
}

export function titleOf({
  description,
  title,
}: Pick<SourceFacts, "description" | "title">): string {
  return description?.headline?.value ?? title ?? "…";
}

/** A field a person described, else what the reading proposes, else nothing. */
export function shownField(
  described: Described | undefined,
  proposed: Suggestion | undefined,
): ShownField | undefined {
  if (described !== undefined) {
    const { value, passage } = described;
    return { value, state: "accepted", ...(passage === undefined ? {} : { passage }) };
  }
  if (proposed === undefined) return undefined;
  const { value, span, rule, confidence } = proposed;
  return {
    value,
    state: "proposed",
    rule,
    confidence,
    ...(span === null ? {} : { passage: { start: span.start, end: span.end } }),
  };
}

/** Dresses these sources for a listing, in the order given. */
export async function sourceItems(
  engine: Engine,
  facts: readonly SourceFacts[],
): Promise<SourceItem[]> {
  const { db } = engine;
  const ids = facts.map((f) => f.id);
  const summaries = await readingSummaries(engine, ids);
  const [statements, claims, open, machine, small] = [
    await statementCounts(db, ids),
    await claimCounts(engine),
    await openCounts(db, summaries),
    await machineRead(db, ids),
    await withThumbnail(engine, ids),
  ];
  return facts.map((fact) => {
    const meta = summaries.get(fact.id)?.meta;
    const publisher = shownField(fact.description?.publisher, meta?.publisher);
    const published = shownField(fact.description?.published, meta?.date);
    const language = fact.description?.language?.value ?? fact.language ?? undefined;
    return {
      id: fact.id,
      kind: kindOf(fact),
      title: titleOf(fact),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
      ...(language === undefined ? {} : { language }),
      addedAt: fact.at,
      addedBy: fact.by,
      statements: statements.get(fact.id) ?? 0,
      claims: claims.get(fact.id) ?? 0,
      open: open.get(fact.id) ?? null,
      thumbnail: small.has(fact.id),
      ...maybe(machine.get(fact.id)),
    };
  });
}

const maybe = (machine: MachineRead | undefined): Pick<SourceItem, "machineRead"> =>
  machine === undefined ? {} : { machineRead: machine };

/** Suggestions nobody decided on, by source; a source that was not analysed is left out. */
export async function openCounts(
  db: Db,
  summaries: ReadonlyMap<string, ReadingSummary>,
): Promise<Map<string, number>> {
  const analysed = [...summaries].filter(([, s]) => s.analysed);
  const decided = await decisionsOf(
    db,
    analysed.filter(([, s]) => s.ids.length > 0).map(([id]) => id),
  );
  return new Map(
    analysed.map(([id, { ids }]) => [
      id,
      ids.filter((s) => decided.get(id)?.has(s) !== true).length,
    ]),
  );
}

async function statementCounts(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("statements")
    .leftJoin("withdrawals as w", (join) =>
      join.onRef("w.target", "=", "statements.id").on("w.back", "=", 0),
    )
    .select(["statements.source", sql<number>`count(*)`.as("n")])
    .where("statements.source", "in", [...ids])
    .where("w.target", "is", null)
    .groupBy("statements.source")
    .execute();
  return new Map(rows.map((r) => [r.source, Number(r.n)]));
}
