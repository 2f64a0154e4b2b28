// Why two records may be one person: every reason, and how their names answer each other.
// Invariant: worked out afresh from what stands now; it decides nothing.
import type { Db } from "../store/index.ts";
import { clusterOf, personIds } from "./clusters.ts";
import { compareNamesView } from "./compared-names.ts";
import { LinkError } from "./errors.ts";
import { findByName } from "./find-by-name.ts";
import { scorePair } from "./matching/score-pair.ts";
import { reasonViews } from "./queue-items.ts";
import { readFeatures } from "./read-features.ts";
import type { CompareView } from "./views.ts";

const likelyNamesakes = 0.85;
/** As many names as a search looks at; beyond it a name is common, however common. */
const countedNamesakes = 400;

/** Throws LinkError `link/no-such-record` where a record has no standing claim. */
export async function compareRecords(db: Db, left: string, right: string): Promise<CompareView> {
  const features = await readFeatures(db, [left, right]);
  const a = features.get(left);
  const b = features.get(right);
  if (a === undefined || b === undefined)
    throw new LinkError(
      "link/no-such-record",
      "One of the two records is not in this vault. Look it up again.",
    );
  const namesakes = await bearersOf(db, a.texts[0] ?? b.texts[0]);
  const { score, band, reasons, names } = scorePair(a, b, namesakes.length);
  const x = names === null ? undefined : a.names[names.left];
  const y = names === null ? undefined : b.names[names.right];
  const people = await personIds(db, [left, right, ...namesakes]);
  const pair = new Set([people.get(left), people.get(right)]);
  const others = new Set(namesakes.map((record) => people.get(record)));
  return {
    left,
    right,
    score,
    band,
    reasons: reasonViews(reasons),
    bearers: {
      people: [...others].filter((person) => !pair.has(person)).length,
      orMore: namesakes.length >= countedNamesakes,
    },
    names: x === undefined || y === undefined ? null : compareNamesView(x, y),
  };
}

/** Records of one person looked at when two people are compared; more say the same again. */
const mostRecords = 24;

/**
 * The same of two people: of all pairs of their records the one that speaks loudest is explained. Throws LinkError
 * `link/no-such-record`.
 */
export async function comparePeople(db: Db, left: string, right: string): Promise<CompareView> {
  const lefts = (await clusterOf(db, left)).slice(0, mostRecords);
  const rights = (await clusterOf(db, right)).slice(0, mostRecords);
  const features = await readFeatures(db, [...lefts, ...rights]);
  let best = { left, right, score: -1 };
  for (const a of lefts)
    for (const b of rights) {
      const [x, y] = [features.get(a), features.get(b)];
      if (x === undefined || y === undefined) continue;
      const { score } = scorePair(x, y);
      if (score > best.score) best = { left: a, right: b, score };
    }
  return compareRecords(db, best.left, best.right);
}

/** Records that bear a name like this. */
async function bearersOf(db: Db, text: string | undefined): Promise<string[]> {
  if (text === undefined) return [];
  const hits = await findByName(db, text, countedNamesakes);
  return hits.filter((hit) => hit.score >= likelyNamesakes).map((hit) => hit.record);
}
