// The pairs that wait for a judgement, the most valuable first.
// Invariant: a pair judged either way, or whose people were judged through other records, does not come back; a merged pair
// neither. One whose judgement was taken back waits again. "Not decided" comes when asked for, after all others. As many pairs
// are shown as are counted. The rows are derived data: what is shown of people is read from the vault as it stands now.
import type { Db, Engine } from "../store/index.ts";
import { candidatesReady } from "./candidates.store.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import type { PairBand } from "./matching/rules.ts";
import { countUnjudged } from "./queue-count.ts";
import { queueFreshness } from "./queue-freshness.ts";
import { type CandidateRow, candidateItems } from "./queue-items.ts";
import { undecidedItems, undecidedPairs } from "./undecided-pairs.ts";
import type { QueueItem, QueuePage } from "./views.ts";

export interface Queue {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  /** Only pairs of this band. */
  readonly band?: PairBand | undefined;
  /** Pairs judged "not decided": `last` after all others, `only` by themselves; left out unless asked for. */
  readonly undecided?: "last" | "only" | undefined;
}

/** Marks a cursor that stands among the pairs not decided. */
const amongUndecided = "undecided";

/** A page of the queue. Throws LinkError `link/bad-cursor`. */
export async function showQueue(
  engine: Engine,
  { cursor, limit = 20, band, undecided }: Queue = {},
): Promise<QueuePage> {
  await candidatesReady(engine);
  const { db } = engine;
  const place = cursor === undefined ? null : placeOf(cursor, 3);
  const fresh = await queueFreshness(engine);
  const items: QueueItem[] = [];
  let next: string[] | null = null;
  if (undecided !== "only" && place?.[0] !== amongUndecided)
    next = await readUnjudged(db, { band, after: place, limit, items });
  const open = undecided === undefined ? [] : await undecidedPairs(db);
  if (undecided !== undefined && next === null) {
    const from = place?.[0] === amongUndecided ? Number(place[1]) : -1;
    const rest = open.filter(({ seq }) => seq > from);
    const page = rest.slice(0, limit - items.length);
    items.push(...(await undecidedItems(db, page)));
    const last = page.at(-1)?.seq ?? from;
    if (rest.length > page.length) next = [amongUndecided, String(last), ""];
  }
  const unjudged = undecided === "only" ? 0 : await countUnjudged(db, band);
  return {
    total: unjudged + open.length,
    items,
    next: next === null ? null : cursorOf(next),
    ...fresh,
  };
}

/** Fills `items` up to `limit`; gives the place where the next page begins, or null at the end. */
async function readUnjudged(
  db: Db,
  ask: {
    readonly band: PairBand | undefined;
    readonly after: readonly string[] | null;
    readonly limit: number;
    readonly items: QueueItem[];
  },
): Promise<string[] | null> {
  const { limit, items } = ask;
  let after = ask.after;
  for (;;) {
    const rows = await unjudged(db, ask.band, after, limit + 1);
    for (const { row, item } of await candidateItems(db, rows.slice(0, limit))) {
      after = [String(row.value), row.left, row.right];
      if (item !== null) items.push(item);
      if (items.length < limit) continue;
      return row === rows.at(-1) ? null : [...after];
    }
    if (rows.length <= limit) return null;
  }
}

async function unjudged(
  db: Db,
  band: PairBand | undefined,
  after: readonly string[] | null,
  limit: number,
): Promise<CandidateRow[]> {
  let query = db
    .selectFrom("cache_candidates as c")
    .leftJoin("judgements as j", (join) =>
      join.onRef("j.left", "=", "c.left").onRef("j.right", "=", "c.right").on("j.undone", "=", 0),
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
    )
    .select(["c.left", "c.right", "c.score", "c.band", "c.reasons", "c.value"])
    .select(["l.person as leftGroup", "r.person as rightGroup"])
    .orderBy("c.value", "desc")
    .orderBy("c.left")
    .orderBy("c.right")
    .limit(limit);
  if (band !== undefined) query = query.where("c.band", "=", band);
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
