// How work grows with its size, for the tests of hostile input. Processor time is compared, never a clock, and of each
// size the least of several measurements: a busy machine adds to some of them and takes from none, but a rule that looks
// at everything for everything needs four times as long for each unit in all of them.

/** Microseconds of processor time under which a measurement says nothing. */
const ENOUGH = 8_000;
const SMALLEST = 8_000;
const LARGEST = 1_000_000;
const ATTEMPTS = 4;

/** Microseconds of processor time that a piece of work takes. */
export type Measure = (work: () => void) => number;

const processorTime: Measure = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/**
 * How much longer a unit takes in a text four times as long: 1 where work grows with the text, 4 where it grows with its
 * square. `prepare` makes the work for a size outside the measurement. Wrong only where every measurement of one size was
 * disturbed and none of the other.
 */
export function growth(
  prepare: (size: number) => () => void,
  from = SMALLEST,
  measure: Measure = processorTime,
): number {
  const least = (work: () => void, times: number): number =>
    Math.min(...Array.from({ length: times }, () => measure(work)));
  let size = from;
  let work = prepare(size);
  // Twice: the first run is slow because nothing is compiled yet, and would stop at a size that is too small.
  let small = least(work, 2);
  while (small < ENOUGH && size < LARGEST) {
    size *= 2;
    work = prepare(size);
    small = least(work, 2);
  }
  const four = prepare(size * 4);
  let large = Number.POSITIVE_INFINITY;
  let grown = large;
  for (let attempt = 0; attempt < ATTEMPTS && grown > LINEAR; attempt++) {
    // The large one first: what it warms up must not make the small one look slow beside it.
    large = Math.min(large, measure(four));
    small = Math.min(small, least(work, 3));
    grown = large / 4 / Math.max(small, 1);
  }
  return grown;
}

/** What `growth` may give at most: far from 1, for what is sorted and for the collector; farther from 4. */
export const LINEAR = 2.2;
