// Looks for records that may be about one person, and keeps the candidates for people to judge.
// Invariant: nothing is merged and nothing enters the ledger; after the first run only what changed is looked at again.
import { type Actor, requireRight } from "../access/index.ts";
import {
  type Clock,
  noProgress,
  type Progress,
  stopIfAborted,
  systemClock,
} from "../runtime/index.ts";
import { type Db, type Engine, wholeEngine } from "../store/index.ts";
import {
  type Candidate,
  candidatesReady,
  dropCandidates,
  keepCandidates,
} from "./candidates.store.ts";
import { changedPeople, lastSeq, standingPeopleIds } from "./changed-people.ts";
import { findByName } from "./find-by-name.ts";
import { findCandidates } from "./find-candidates.ts";
import { TableBuilder } from "./matching/candidate-table.ts";
import { BAND_FLOORS, KIN_BITS, PRIOR_BITS } from "./matching/rules.ts";
import { type PairScore, scorePair } from "./matching/score-pair.ts";
import { refreshNameIndex } from "./name-index.ts";
import { keepLinked, linkedUntil, linkVersion } from "./queue-freshness.ts";
import { readFeatures, type RecordFeatures } from "./read-features.ts";

export interface LinkVault {
  /** Look at everyone again, whatever was done before. */
  readonly full?: boolean | undefined;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface LinkReport {
  readonly mode: "everyone" | "changed";
  /** Records looked at. */
  readonly records: number;
  /** Pairs of records compared with all that is known of both. */
  readonly compared: number;
  /** Pairs kept for people to judge, of those compared. */
  readonly candidates: number;
  readonly seconds: number;
}

const pageSize = 1_000;
/** With more than this share changed, one pass over everyone is quicker than one search for each. */
const manyChanged = 0.2;
const fewChanged = 200;
const FLOOR = BAND_FLOORS.possible;
const likelyNamesakes = 0.85;
const lookedAt = 60;

/**
 * Finds candidates among records of persons: everyone at first, later only records that came or changed since. Judged pairs are
 * left to the queue to leave out. Throws AccessError without the right to link, RuntimeError `cancelled`.
 */
export async function linkVault(
  deps: { readonly engine: Engine; readonly clock?: Clock },
  actor: Actor,
  { full = false, progress = noProgress, signal }: LinkVault = {},
): Promise<LinkReport> {
  requireRight(actor, "link");
  const engine = wholeEngine(deps.engine);
  const started = performance.now();
  await candidatesReady(engine);
  await refreshNameIndex(engine.db, { progress });
  const version = linkVersion();
  const last = full ? null : await linkedUntil(engine.db);
  const until = await lastSeq(engine.db);
  const people = await standingPeopleIds(engine.db);
  const changed = last === null ? null : await changedPeople(engine.db, last);
  const everyone =
    changed === null || changed.length > Math.max(fewChanged, people.length * manyChanged);
  const run: Run = { engine, version, progress, signal };
  const found = everyone ? await linkEveryone(run, people) : await linkChanged(run, changed);
  await keepLinked(engine, until, (deps.clock ?? systemClock)());
  return {
    mode: everyone ? "everyone" : "changed",
    records: everyone ? people.length : changed.length,
    compared: found.compared,
    candidates: found.kept,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

interface Found {
  readonly compared: number;
  readonly kept: number;
}

interface Run {
  readonly engine: Engine;
  readonly version: string;
  readonly progress: Progress;
  readonly signal: AbortSignal | undefined;
}

async function linkEveryone(
  { engine, version, progress, signal }: Run,
  people: readonly string[],
): Promise<Found> {
  const { db } = engine;
  const builder = new TableBuilder(people.length);
  for (let i = 0; i < people.length; i += pageSize) {
    stopIfAborted(signal);
    const page = people.slice(i, i + pageSize);
    const features = await readFeatures(db, page, { withStory: false });
    for (const id of page) {
      const { texts, ...rest } = features.get(id) ?? nobody;
      builder.add({ ...rest, names: texts });
    }
    progress(Math.min(people.length, i + pageSize), people.length, "read");
  }
  const found = await findCandidates({
    table: builder.done(),
    floor: FLOOR,
    progress,
    ...(signal === undefined ? {} : { signal }),
  });
  await engine.exclusively((tx) => dropCandidates(tx));
  let kept = 0;
  for (let i = 0; i < found.left.length; i += pageSize) {
    stopIfAborted(signal);
    const pairs = Array.from({ length: Math.min(pageSize, found.left.length - i) }, (_, k) => {
      const [left, right] = [found.left[i + k] as number, found.right[i + k] as number];
      return {
        left: people[left] as string,
        right: people[right] as string,
        bearers: Math.min(found.bearers[left] ?? 0, found.bearers[right] ?? 0),
      };
    });
    const scored = await scoreAll(db, pairs);
    kept += scored.length;
    await engine.exclusively((tx) => keepCandidates(engine, tx, version, scored));
    progress(Math.min(found.left.length, i + pageSize), found.left.length, "judge");
  }
  return { compared: found.left.length, kept };
}

async function linkChanged(
  { engine, version, progress, signal }: Run,
  changed: readonly string[],
): Promise<Found> {
  const { db } = engine;
  let [compared, kept] = [0, 0];
  for (let i = 0; i < changed.length; i += 50) {
    stopIfAborted(signal);
    const page = changed.slice(i, i + 50);
    const features = await readFeatures(db, page, { withStory: false });
    const pairs = new Map<string, Pair>();
    for (const [id, { texts }] of features)
      for (const text of texts.slice(0, 4)) await addNamesakes(db, id, text, pairs);
    for (const pair of await sameNumbers(db, features))
      pairs.set(`${pair.left} ${pair.right}`, pair);
    const scored = await scoreAll(db, [...pairs.values()]);
    compared += pairs.size;
    kept += scored.length;
    await engine.exclusively(async (tx) => {
      await dropCandidates(tx, page);
      await keepCandidates(engine, tx, version, scored);
    });
    progress(Math.min(changed.length, i + 50), changed.length, "changed");
  }
  return { compared, kept };
}

interface Pair {
  readonly left: string;
  readonly right: string;
  readonly bearers: number;
}

const ordered = (a: string, b: string, bearers: number): Pair =>
  a < b ? { left: a, right: b, bearers } : { left: b, right: a, bearers };

async function addNamesakes(
  db: Db,
  id: string,
  text: string,
  pairs: Map<string, Pair>,
): Promise<void> {
  const hits = await findByName(db, text, lookedAt);
  const bearers = hits.filter((hit) => hit.score >= likelyNamesakes).length;
  for (const { record } of hits) {
    if (record === id) continue;
    const pair = ordered(id, record, bearers);
    pairs.set(`${pair.left} ${pair.right}`, pair);
  }
}

/** Records with the same sealed number as one of these, whatever their names. */
async function sameNumbers(db: Db, features: ReadonlyMap<string, RecordFeatures>): Promise<Pair[]> {
  const wanted = new Map(
    [...features].flatMap(([id, { identities }]) => identities.map((hash) => [hash, id] as const)),
  );
  if (wanted.size === 0) return [];
  const rows = await db
    .selectFrom("claims")
    .select(["record", "value"])
    .where("property", "in", ["idNumber", "passportNumber"])
    .execute();
  return rows.flatMap(({ record, value }) => {
    const id = wanted.get((JSON.parse(value) as { hash?: string }).hash ?? "");
    return id === undefined || id === record ? [] : [ordered(id, record, 0)];
  });
}

/** Scores pairs with all that is known of both; keeps what is worth a person's look. */
async function scoreAll(db: Db, pairs: readonly Pair[]): Promise<Candidate[]> {
  const ids = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))];
  const features = await readFeatures(db, ids);
  return pairs.flatMap(({ left, right, bearers }) => {
    const a = features.get(left);
    const b = features.get(right);
    if (a === undefined || b === undefined) return [];
    const { score, band, reasons } = scorePair(a, b, bearers);
    if (!isWorthALook({ score, band, reasons })) return [];
    return [
      {
        left,
        right,
        score,
        band,
        reasons,
        value: score * (1 + Math.log2(1 + a.claims + b.claims)),
      },
    ];
  });
}

function isWorthALook({
  score,
  band,
  reasons,
}: Pick<PairScore, "score" | "band" | "reasons">): boolean {
  if (band !== "kin") return score >= FLOOR;
  // Who is already on file as a relative need not be asked about; crossed names alone are chance.
  if (reasons.some(({ rule }) => rule === "kin.recorded")) return false;
  if (reasons.some(({ rule }) => rule === "kin.named")) return true;
  const others = reasons.filter(({ rule }) => !rule.startsWith("birth."));
  return (
    others.some(({ rule }) => rule === "place.same" || rule === "place.near") &&
    others.reduce((sum, { bits }) => sum + bits, PRIOR_BITS) >= KIN_BITS
  );
}

const nobody = {
  texts: [],
  sex: 0,
  bornFrom: 0,
  bornTo: 0,
  places: [],
  areas: [],
  identities: [],
  sources: [],
} as const;
