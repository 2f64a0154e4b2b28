// Why two records may be one person: every reason, and how their names answer each other.
// Invariant: worked out afresh from what stands now; it decides nothing.
import { explainNames, renderExplanation } from "../names/index.ts";
import type { Db } from "../store/index.ts";
import { LinkError } from "./errors.ts";
import { findByName } from "./find-by-name.ts";
import { scorePair } from "./matching/score-pair.ts";
import { reasonViews } from "./queue.ts";
import { readFeatures } from "./read-features.ts";
import type { CompareView } from "./views.ts";

const likelyNamesakes = 0.85;
const countedNamesakes = 60;

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
  const text = a.texts[0];
  const namesakes = text === undefined ? [] : await findByName(db, text, countedNamesakes);
  const bearers = namesakes.filter((hit) => hit.score >= likelyNamesakes).length;
  const { score, band, reasons, names } = scorePair(a, b, bearers);
  const x = names === null ? undefined : a.names[names.left];
  const y = names === null ? undefined : b.names[names.right];
  return {
    left,
    right,
    score,
    band,
    reasons: reasonViews(reasons),
    names:
      names === null || x === undefined || y === undefined
        ? null
        : {
            left: x.raw,
            right: y.raw,
            score: names.comparison.score,
            band: names.comparison.band,
            lines: renderExplanation(explainNames(x, y)),
          },
  };
}
