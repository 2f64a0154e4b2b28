// Measures the finding of duplicates on invented people with known truth (`guwah bench link`).
// Invariant: the same seed gives the same records; spellings come from inventing/, not from the tables the matcher reads.
import { noProgress, type Progress } from "../runtime/index.ts";
import { findCandidates } from "./find-candidates.ts";
import { type InventedRecord, inventRecords } from "./inventing/invent-people.ts";
import { chanceFrom } from "./inventing/random.ts";
import { type CandidateTable, TableBuilder } from "./matching/candidate-table.ts";
import { BAND_FLOORS } from "./matching/rules.ts";

export interface LinkBenchOptions {
  readonly size?: number;
  readonly progress?: Progress;
  readonly seed?: number;
  readonly threads?: number;
}

/** Invented records as the matcher gets them, shuffled, with the person each is about. */
export function inventTable(
  size: number,
  seed: number,
): { table: CandidateTable; truth: Uint32Array } {
  const records: InventedRecord[] = [];
  inventRecords(seed, size)((record) => records.push(record));
  const chance = chanceFrom(seed + 1);
  for (let i = records.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [records[i], records[j]] = [records[j] as InventedRecord, records[i] as InventedRecord];
  }
  const builder = new TableBuilder(size);
  for (const record of records) {
    builder.add({
      names: [record.name],
      sex: record.sex,
      bornFrom: record.born,
      bornTo: record.born,
      places: record.county === 0 ? [] : [`county ${record.county}`],
      areas: record.prefecture === 0 ? [] : [`prefecture ${record.prefecture}`],
      identities: record.identity === 0 ? [] : [`number ${record.identity}`],
      sources: [`source ${record.source}`],
    });
  }
  return { table: builder.done(), truth: Uint32Array.from(records, (record) => record.person) };
}

function truePairs(truth: Uint32Array): number {
  const counts = new Map<number, number>();
  for (const person of truth) counts.set(person, (counts.get(person) ?? 0) + 1);
  let pairs = 0;
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
  return pairs;
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;

/** Makes the records, links them, and gives the figures. Recall counts true pairs that a person would be shown (score ≥ 0.04). */
export async function benchLink(options: LinkBenchOptions = {}): Promise<Record<string, unknown>> {
  const { size = 1_000_000, progress = noProgress, seed = 7, threads = 2 } = options;
  const { table, truth } = inventTable(size, seed);
  const duplicates = truePairs(truth);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 200);
  const cpu = process.cpuUsage();
  const started = performance.now();
  let met = 0;
  const found = await findCandidates({
    table,
    threads,
    progress,
    onPairs: (pairs, order, rowSpan) => {
      for (const packed of pairs) {
        const left = Math.floor(packed / rowSpan);
        if (truth[order[left] as number] === truth[order[packed - left * rowSpan] as number]) met++;
      }
    },
  });
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  const bands = {
    "very likely": [0, 0],
    likely: [0, 0],
    possible: [0, 0],
    below: [0, 0],
    kin: [0, 0],
  };
  found.score.forEach((score, i) => {
    const band =
      found.kin[i] === 1
        ? bands.kin
        : score >= BAND_FLOORS.veryLikely
          ? bands["very likely"]
          : score >= BAND_FLOORS.likely
            ? bands.likely
            : score >= BAND_FLOORS.possible
              ? bands.possible
              : bands.below;
    band[0] = (band[0] ?? 0) + 1;
    if (truth[found.left[i] as number] === truth[found.right[i] as number])
      band[1] = (band[1] ?? 0) + 1;
  });
  const shown = (["very likely", "likely", "possible"] as const).reduce(
    (sum, band) => sum + (bands[band][1] as number),
    0,
  );
  return {
    records: size,
    truePairs: duplicates,
    seconds: Math.round(seconds * 10) / 10,
    cpuSeconds: Math.round((user + system) / 1e5) / 10,
    steps: found.seconds,
    peakMemoryMb: Math.round(peak / 1e6),
    pairsCompared: found.pairs,
    candidatesPerRecord: share(found.pairs, size),
    pairRecall: share(met, duplicates),
    recall: share(shown, duplicates),
    recallVeryLikely: share(bands["very likely"][1] as number, duplicates),
    bands: Object.fromEntries(
      Object.entries(bands).map(([band, [pairs = 0, right = 0]]) => [
        band,
        { pairs, precision: share(right, pairs) },
      ]),
    ),
  };
}
