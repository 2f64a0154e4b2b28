// Solves small symmetric systems of equations.
// Invariant: a system that is singular to working precision has no answer, not a wrong one.

const tiny = 1e-12;

/** x with matrix·x = right, by Cholesky's decomposition; null where the matrix is not positive definite. */
export function solve(matrix: readonly Float64Array[], right: Float64Array): number[] | null {
  const lower = cholesky(matrix);
  return lower === null ? null : back(lower, forward(lower, right));
}

/** The first column of the inverse of the matrix, or null. */
export function solvedUnit(matrix: readonly Float64Array[]): number[] | null {
  const unit = new Float64Array(matrix.length);
  unit[0] = 1;
  return solve(matrix, unit);
}

function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    const row = lower[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const other = lower[j] as Float64Array;
      let sum = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      if (i !== j) row[j] = sum / (other[j] as number);
      else if (sum <= tiny * (matrix[i]?.[i] as number)) return null;
      else row[i] = Math.sqrt(sum);
    }
  }
  return lower;
}

function forward(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const y = new Float64Array(right.length);
  for (const [i, row] of lower.entries()) {
    let sum = right[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (y[k] as number);
    y[i] = sum / (row[i] as number);
  }
  return y;
}

function back(lower: readonly Float64Array[], y: Float64Array): number[] {
  const x: number[] = Array.from(y);
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < x.length; k++) sum -= (lower[k]?.[i] as number) * (x[k] as number);
    x[i] = sum / (lower[i]?.[i] as number);
  }
  return x;
}
