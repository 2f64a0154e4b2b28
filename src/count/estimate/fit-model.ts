// One log-linear model fitted to a table of overlaps by maximum likelihood of Poisson counts.
// Invariant: a fit that has no finite maximum is said to have none; it never passes for an estimate.
import { type Interval, normal975 } from "./chapman.ts";
import type { Model } from "./hierarchical-models.ts";
import { solve, solvedUnit } from "./linear-system.ts";
import { type OverlapTable, observed } from "./table.ts";

export interface Fit extends Interval {
  /** Parameters, the constant included. */
  readonly parameters: number;
  /** Twice the distance of the log-likelihood from that of a perfect fit. */
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
}

const mostSteps = 60;
const still = 1e-9;
/** A cell where nobody was seen and fewer than this are expected: the fit is running off to minus infinity. */
const vanishing = 1e-7;

/**
 * Fits log E(count) = constant + Σ terms by Newton's method (iteratively reweighted least squares).
 * Hidden people are exp(constant), all people are those and the seen ones; the interval is that of the constant (Wald),
 * so that it is never below the people seen. AIC and BIC are deviance + 2p and deviance + p·log(people seen), which order
 * the models as Bishop, Fienberg and Holland (1975) and Cormack (1989) do.
 * Gives null where the likelihood has no finite maximum (Fienberg and Rinaldo 2012).
 */
export function fitModel(table: OverlapTable, model: Model): Fit | null {
  const seen = observed(table);
  const terms = [...table.lists.map((_, i) => 1 << i), ...model];
  const size = terms.length + 1;
  const counts = table.counts.slice(1);
  const cells = counts.map((_, i) => columnsOf(terms, i + 1));
  let means = counts.map((count) => count + 0.5);
  let previous: number[] | null = null;
  for (let step = 0; step < mostSteps; step++) {
    const { matrix, right } = normalEquations(cells, counts, means, size);
    const found = solve(matrix, right);
    if (found === null) return null;
    means = cells.map((columns) => Math.exp(columns.reduce((sum, c) => sum + (found[c] ?? 0), 0)));
    if (!means.every(Number.isFinite)) return null;
    const moved = previous === null ? Infinity : distance(found, previous);
    previous = found;
    if (moved < still) return ended(cells, counts, means, found, seen);
  }
  return null;
}

/** The parameters that add up in a cell: the constant and each term whose lists the cell has. */
function columnsOf(terms: readonly number[], pattern: number): number[] {
  const columns = [0];
  for (const [i, term] of terms.entries()) if ((term & pattern) === term) columns.push(i + 1);
  return columns;
}

function normalEquations(
  cells: readonly (readonly number[])[],
  counts: readonly number[],
  means: readonly number[],
  size: number,
): { matrix: Float64Array[]; right: Float64Array } {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  for (const [i, columns] of cells.entries()) {
    const mean = means[i] as number;
    const working = mean * Math.log(mean) + (counts[i] as number) - mean;
    for (const a of columns) {
      right[a] = (right[a] as number) + working;
      const row = matrix[a] as Float64Array;
      for (const b of columns) row[b] = (row[b] as number) + mean;
    }
  }
  return { matrix, right };
}

function ended(
  cells: readonly (readonly number[])[],
  counts: readonly number[],
  means: readonly number[],
  found: readonly number[],
  seen: number,
): Fit | null {
  if (counts.some((count, i) => count === 0 && (means[i] as number) < vanishing)) return null;
  const size = found.length;
  const { matrix } = normalEquations(cells, counts, means, size);
  const variance = solvedUnit(matrix)?.[0];
  if (variance === undefined || variance < 0) return null;
  let deviance = 0;
  for (const [i, count] of counts.entries()) {
    const mean = means[i] as number;
    deviance += 2 * ((count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean));
  }
  const hidden = Math.exp(found[0] ?? 0);
  const spread = Math.exp(normal975 * Math.sqrt(variance));
  const whole = {
    estimate: seen + hidden,
    low: seen + hidden / spread,
    high: seen + hidden * spread,
  };
  if (!Object.values(whole).every(Number.isFinite)) return null;
  return {
    ...whole,
    parameters: size,
    deviance,
    aic: deviance + 2 * size,
    bic: deviance + size * Math.log(seen),
  };
}

function distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);
}
