// Pairs somebody looked at and did not decide, the oldest first.
// Invariant: a pair is here once, by its people; not where another pair of their records was decided, nor where they were merged.
import type { Db } from "../store/index.ts";
import { personIds } from "./clusters.ts";
import { describePeople } from "./describe-people.ts";
import { scorePair } from "./matching/score-pair.ts";
import { reasonViews } from "./queue-items.ts";
import { readFeatures } from "./read-features.ts";
import { judgementOf } from "./show-cluster.ts";
import type { QueueItem } from "./views.ts";

export interface UndecidedPair {
  readonly left: string;
  readonly right: string;
  readonly leftPerson: string;
  readonly rightPerson: string;
  /** The entry of the judgement. */
  readonly seq: number;
}

/** All of them; people leave few open. */
export async function undecidedPairs(db: Db): Promise<UndecidedPair[]> {
  const rows = await db
    .selectFrom("judgements as j")
    .innerJoin("records as l", "l.id", "j.left")
    .select(["j.left", "j.right", "j.seq"])
    .where("j.verdict", "=", "undecided")
    .where("j.undone", "=", 0)
    .where("l.schema", "=", "Person")
    .orderBy("j.seq")
    .execute();
  const people = await personIds(
    db,
    rows.flatMap(({ left, right }) => [left, right]),
  );
  const found = new Map<string, UndecidedPair>();
  for (const { left, right, seq } of rows) {
    const [a, b] = [people.get(left) ?? left, people.get(right) ?? right];
    const key = [a, b].sort().join(" ");
    if (a !== b && !found.has(key))
      found.set(key, { left, right, seq, leftPerson: a, rightPerson: b });
  }
  for (const key of await decidedAmong(db, new Set(found.keys()))) found.delete(key);
  return withStandingClaims(db, [...found.values()]);
}

/** Which of these pairs of people somebody decided through other records. */
async function decidedAmong(db: Db, keys: ReadonlySet<string>): Promise<string[]> {
  if (keys.size === 0) return [];
  const rows = await db
    .selectFrom("judgements")
    .select(["left", "right"])
    .where("verdict", "in", ["different", "relative"])
    .execute();
  const people = await personIds(
    db,
    rows.flatMap(({ left, right }) => [left, right]),
  );
  return rows
    .map(({ left, right }) => [people.get(left) ?? left, people.get(right) ?? right])
    .map((pair) => pair.sort().join(" "))
    .filter((key) => keys.has(key));
}

async function withStandingClaims(
  db: Db,
  pairs: readonly UndecidedPair[],
): Promise<UndecidedPair[]> {
  const ids = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))];
  const standing = await readFeatures(db, ids, { withStory: false });
  return pairs.filter(({ left, right }) => standing.has(left) && standing.has(right));
}

/** What the queue shows of them. The score is worked out now, without how common the name is. */
export async function undecidedItems(
  db: Db,
  pairs: readonly UndecidedPair[],
): Promise<QueueItem[]> {
  const features = await readFeatures(
    db,
    pairs.flatMap(({ left, right }) => [left, right]),
  );
  const items: QueueItem[] = [];
  for (const { left, right, leftPerson: a, rightPerson: b } of pairs) {
    const [x, y] = [features.get(left), features.get(right)];
    const [leftPerson, rightPerson] = await describePeople(db, [a, b]);
    if (x === undefined || y === undefined || leftPerson === undefined || rightPerson === undefined)
      continue;
    const { score, band, reasons } = scorePair(x, y);
    items.push({
      left,
      right,
      leftPerson,
      rightPerson,
      score,
      band,
      reasons: reasonViews(reasons),
      standing: await judgementOf(db, left, right),
    });
  }
  return items;
}
