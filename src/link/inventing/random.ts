// Chance that can be repeated: the same seed gives the same people on every machine.
// Invariant: nothing here reads a clock or the system's randomness.

export interface Chance {
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  /** True with this probability. */
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32, public domain (Tommy Ettinger). */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    happens: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  };
}

/** Picks ranks 0 … size−1 with frequency falling as 1/(rank + shift) (Zipf–Mandelbrot). */
export function zipf(size: number, shift: number): (chance: Chance) => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) sums[rank] = sum += 1 / (rank + 1 + shift);
  return (chance) => {
    const wanted = (chance.below(1 << 30) / (1 << 30)) * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
