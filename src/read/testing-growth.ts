// How work grows with its size, for the tests of hostile input. Processor time is compared, never a clock: a busy machine
// makes both sizes slower, but a rule that looks at everything for everything needs four times as long for each unit.

/** Microseconds of processor time under which a measurement says nothing. */
const ENOUGH = 15_000;
const SMALLEST = 8_000;
const LARGEST = 1_000_000;

function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * How much longer a unit takes in a text four times as long: 1 where work grows with the text, 4 where it grows with its
 * square. The least of a few tries, so that a pause of the machine (never a rule) can raise one of them.
 * `prepare` makes the work for a size outside the measurement.
 */
export function growth(prepare: (size: number) => () => void, from = SMALLEST): number {
  let size = from;
  let small = cost(prepare(size));
  while (small < ENOUGH && size < LARGEST) {
    size *= 2;
    small = cost(prepare(size));
  }
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 4 && least > LINEAR; attempt++) {
    const work = prepare(size);
    const base = Math.max(median([cost(work), cost(work), cost(work)]), ENOUGH / 4);
    least = Math.min(least, cost(prepare(size * 4)) / 4 / base);
  }
  return least;
}

/** What `growth` may give at most: far from 1, for what is sorted and for the collector; farther from 4. */
export const LINEAR = 2.2;
