// Two lists: Chapman's estimator, the bias-corrected form of Lincoln and Petersen's.
// Invariant: it is a number only where the lists share somebody.

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: intervals are of 95 %. */
export const normal975 = 1.959963984540054;

/**
 * People in all, from `first` and `second` on each list and `both` on both.
 * N = (n₁+1)(n₂+1)/(m+1) − 1, variance (n₁+1)(n₂+1)(n₁−m)(n₂−m)/((m+1)²(m+2)) (Chapman 1951, Seber 1970);
 * the interval is taken on the scale of log(N − seen), so that it never falls below the people seen (Burnham et al. 1987).
 */
export function chapman({
  first,
  second,
  both,
}: {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}): Interval {
  const estimate = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const variance =
    ((first + 1) * (second + 1) * (first - both) * (second - both)) /
    ((both + 1) ** 2 * (both + 2));
  const seen = first + second - both;
  const hidden = estimate - seen;
  if (hidden <= 0) return { estimate, low: seen, high: Math.max(seen, estimate) };
  const spread = Math.exp(normal975 * Math.sqrt(Math.log(1 + variance / hidden ** 2)));
  return { estimate, low: seen + hidden / spread, high: seen + hidden * spread };
}
