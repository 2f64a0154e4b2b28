// The pairs that wait for a judgement, the most valuable first.
// Invariant: a pair judged either way, or whose people were judged through other records, does not come back; a merged pair
// neither. The rows are derived data: what is shown of people is read from the vault as it stands now.
import { sql } from "kysely";
import { RULES } from "./matching/rules.ts";
import type { Db, Engine } from "../store/index.ts";
import { candidatesReady } from "./candidates.store.ts";
import { clusterOf, personIds } from "./clusters.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { describePeople } from "./describe-people.ts";
import { REASONS } from "./matching/messages.ts";
import type { Reason } from "./matching/score-pair.ts";
import type { PairBand } from "./matching/rules.ts";
import type { QueueItem, QueuePage, ReasonView } from "./views.ts";

export interface Queue {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  /** Only pairs of this band; `unlikely` ones come only when asked for. */
  readonly band?: PairBand | undefined;
}

interface Row {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly band: string;
  readonly reasons: string;
  readonly value: number;
}

export function reasonViews(reasons: readonly Reason[]): ReasonView[] {
  const known = new Set(RULES.map((rule) => rule.id));
  return reasons
    .filter(({ rule }) => known.has(rule))
    .map(({ rule, bits }) => ({ rule, bits, text: REASONS[rule] }));
}

/** A page of the queue. Throws LinkError `link/bad-cursor`. */
export async function showQueue(
  engine: Engine,
  { cursor, limit = 20, band }: Queue = {},
): Promise<QueuePage> {
  await candidatesReady(engine);
  const { db } = engine;
  const items: QueueItem[] = [];
  let after = cursor === undefined ? null : placeOf(cursor, 3);
  let more = true;
  while (more && items.length < limit) {
    const rows = await waiting(db, band, after, limit + 1);
    more = rows.length > limit;
    for (const row of rows.slice(0, limit)) {
      after = [String(row.value), row.left, row.right];
      const item = await itemOf(db, row);
      if (item !== null) items.push(item);
      if (items.length === limit) {
        more ||= row !== rows.at(-1);
        break;
      }
    }
  }
  return {
    total: await countWaiting(db, band),
    items,
    next: more && after !== null ? cursorOf(after) : null,
  };
}

function unjudged(db: Db, band: PairBand | undefined) {
  const query = db
    .selectFrom("cache_candidates as c")
    .leftJoin("judgements as j", (join) =>
      join.onRef("j.left", "=", "c.left").onRef("j.right", "=", "c.right"),
    )
    .leftJoin("clusters as l", "l.record", "c.left")
    .leftJoin("clusters as r", "r.record", "c.right")
    .where("j.left", "is", null)
    .where((where) =>
      where.or([
        where("l.person", "is", null),
        where("r.person", "is", null),
        where("l.person", "!=", where.ref("r.person")),
      ]),
    );
  return band === undefined
    ? query.where("c.band", "!=", "unlikely")
    : query.where("c.band", "=", band);
}

async function countWaiting(db: Db, band: PairBand | undefined): Promise<number> {
  const row = await unjudged(db, band)
    .select(sql<number>`count(*)`.as("n"))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

async function waiting(
  db: Db,
  band: PairBand | undefined,
  after: readonly string[] | null,
  limit: number,
): Promise<Row[]> {
  let query = unjudged(db, band)
    .select(["c.left", "c.right", "c.score", "c.band", "c.reasons", "c.value"])
    .orderBy("c.value", "desc")
    .orderBy("c.left")
    .orderBy("c.right")
    .limit(limit);
  if (after !== null) {
    const [value = "0", left = "", right = ""] = after;
    query = query.where((where) =>
      where.or([
        where("c.value", "<", Number(value)),
        where.and([where("c.value", "=", Number(value)), where("c.left", ">", left)]),
        where.and([
          where("c.value", "=", Number(value)),
          where("c.left", "=", left),
          where("c.right", ">", right),
        ]),
      ]),
    );
  }
  return query.execute();
}

async function itemOf(db: Db, row: Row): Promise<QueueItem | null> {
  const { left, right } = row;
  const people = await personIds(db, [left, right]);
  const [a, b] = [people.get(left) ?? left, people.get(right) ?? right];
  if ((a !== left || b !== right) && !(await isFirstBetween(db, row))) return null;
  const [leftPerson, rightPerson] = await describePeople(db, [a, b]);
  // Records taken back since the last run have no standing claims.
  if (leftPerson === undefined || rightPerson === undefined) return null;
  if (leftPerson.claims === 0 || rightPerson.claims === 0) return null;
  const reasons = reasonViews(JSON.parse(row.reasons) as Reason[]);
  return { left, right, leftPerson, rightPerson, score: row.score, band: row.band, reasons };
}

/** Of several pairs between the records of two people only the best is asked about, and none where one was judged. */
async function isFirstBetween(db: Db, row: Row): Promise<boolean> {
  const lefts = await clusterOf(db, row.left);
  const rights = await clusterOf(db, row.right);
  const judged = await db
    .selectFrom("judgements")
    .select("seq")
    .where((where) =>
      where.or([
        where.and([where("left", "in", lefts), where("right", "in", rights)]),
        where.and([where("left", "in", rights), where("right", "in", lefts)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (judged !== undefined) return false;
  const best = await db
    .selectFrom("cache_candidates")
    .select(["left", "right"])
    .where((where) =>
      where.or([
        where.and([where("left", "in", lefts), where("right", "in", rights)]),
        where.and([where("left", "in", rights), where("right", "in", lefts)]),
      ]),
    )
    .orderBy("value", "desc")
    .orderBy("left")
    .orderBy("right")
    .limit(1)
    .executeTakeFirst();
  return best !== undefined && best.left === row.left && best.right === row.right;
}
