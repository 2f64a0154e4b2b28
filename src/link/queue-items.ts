// A candidate as the queue shows it: the two people, the reasons, and the judgement that stands although the pair waits.
// Invariant: between two people one pair is asked about, the best; none where any pair of their records was judged.
import type { Db } from "../store/index.ts";
import { clusterOf } from "./clusters.ts";
import { describePeople } from "./describe-people.ts";
import { REASONS } from "./matching/messages.ts";
import { RULES } from "./matching/rules.ts";
import type { Reason } from "./matching/score-pair.ts";
import { judgementOf } from "./show-cluster.ts";
import type { QueueItem, ReasonView } from "./views.ts";

export interface CandidateRow {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly band: string;
  readonly reasons: string;
  readonly value: number;
  /** The groups the records belong to; null where a record stands alone. */
  readonly leftGroup: string | null;
  readonly rightGroup: string | null;
}

const known = new Set(RULES.map((rule) => rule.id));

export function reasonViews(reasons: readonly Reason[]): ReasonView[] {
  return reasons
    .filter(({ rule }) => known.has(rule))
    .map(({ rule, bits }) => ({ rule, bits, text: REASONS[rule] }));
}

/** Each row with its item; null where the pair is not the one to ask about. */
export async function candidateItems(
  db: Db,
  rows: readonly CandidateRow[],
): Promise<{ readonly row: CandidateRow; readonly item: QueueItem | null }[]> {
  const found = [];
  for (const row of rows) found.push({ row, item: await itemOf(db, row) });
  return found;
}

async function itemOf(db: Db, row: CandidateRow): Promise<QueueItem | null> {
  const { left, right, leftGroup, rightGroup } = row;
  const isGrouped = leftGroup !== null || rightGroup !== null;
  if (isGrouped && !(await isFirstBetween(db, row))) return null;
  const [leftPerson, rightPerson] = await describePeople(db, [
    leftGroup ?? left,
    rightGroup ?? right,
  ]);
  if (leftPerson === undefined || rightPerson === undefined) return null;
  return {
    left,
    right,
    leftPerson,
    rightPerson,
    score: row.score,
    band: row.band,
    reasons: reasonViews(JSON.parse(row.reasons) as Reason[]),
    standing: await judgementOf(db, left, right),
  };
}

/** Of several pairs between the records of two people only the best is asked about, and none where one was judged. */
async function isFirstBetween(db: Db, row: CandidateRow): Promise<boolean> {
  const lefts = await clusterOf(db, row.left);
  const rights = await clusterOf(db, row.right);
  const judged = await db
    .selectFrom("judgements")
    .select("seq")
    .where("undone", "=", 0)
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
