// How long every hierarchical model of four lists takes to fit, side by side, as `guwah count estimate` does.
// Invariant: the first run counts too, before anything is warm; the lists are of invented people.
import { estimateHidden, readOverlapTable } from "../count/index.ts";
import { percentile, rounded } from "./measure.ts";

const runs = 9;

/** Four lists of 4,600 invented people, of whom each list names a third, the first two more often the same ones. */
const table = [
  "A\tB\tC\tD\tcount",
  ...[31, 160, 44, 230, 52, 214, 118, 1_020, 40, 201, 60, 790, 131, 905, 604].map(
    (count, i) =>
      `${[8, 4, 2, 1].map((bit) => (((15 - i) & bit) > 0 ? 1 : 0)).join("\t")}\t${count}`,
  ),
].join("\n");

export interface ModelTimes {
  readonly models: number;
  readonly modelsFirstMs: number;
  readonly modelsMsMedian: number;
  readonly modelsMsMost: number;
}

/** Milliseconds for all models of four lists together. */
export function timeModels(): ModelTimes {
  const times: number[] = [];
  let models = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    models = estimateHidden(readOverlapTable(table)).modelsTried;
    times.push(performance.now() - start);
  }
  return {
    models,
    modelsFirstMs: rounded(times[0] ?? 0),
    modelsMsMedian: percentile(times, 50),
    modelsMsMost: percentile(times, 100),
  };
}
