// Axes of the chart of estimates: days across, numbers up, with ticks at round values.
// Invariant: a scale never leaves out a value it was made for; its ticks rise and lie inside it.

export interface Scale {
  readonly kind: "linear" | "log";
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** From a value to 0 (bottom, left) … 1 (top, right). */
  readonly at: (value: number) => number;
}

/** From this ratio of the largest to the smallest number on, a linear axis would flatten the small ones. */
const widest = 30;

/** The axis of numbers: from nought, or logarithmic where they span more than thirtyfold and none is nought. */
export function numberScale(values: readonly number[]): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low > 0 && high / low > widest ? logScale(low, high) : linearScale(low, high);
}

function linearScale(low: number, high: number): Scale {
  const from = Math.min(0, low);
  const to = high > 0 || low < 0 ? Math.max(0, high) : 1;
  // Between numbers at the edge of what a machine can hold there are no round steps.
  if (to - from > 1e15 || to - from < 1e-15) return endsOnly(from, to);
  const step = roundStep((to - from) / 4);
  const min = Math.floor(from / step) * step;
  const max = Math.ceil(to / step) * step;
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) =>
    Number((min + i * step).toPrecision(12)),
  );
  return { kind: "linear", min, max, ticks, at: (value) => (value - min) / (max - min) };
}

function endsOnly(min: number, max: number): Scale {
  const half = max / 2 - min / 2;
  // Half of the smallest number there is, is nought.
  const at = (value: number): number =>
    half > 0 ? (value / 2 - min / 2) / half : Number(value > min);
  return { kind: "linear", min, max, ticks: [min, max], at };
}

/** 1, 2, 2.5 or 5 times a power of ten, not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((n) => n * power >= rough * 0.999) ?? 10) * power;
}

function logScale(low: number, high: number): Scale {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const every = Math.max(1, Math.ceil((last - first) / 6));
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const ticks = powers.filter((p) => (p - first) % every === 0).map((p) => powerOfTen(p));
  const at = (value: number): number => (Math.log10(value) - first) / (last - first);
  return { kind: "log", min: powerOfTen(first), max: powerOfTen(last), ticks, at };
}

function powerOfTen(power: number): number {
  return Number(`1e${power}`);
}

const dayMs = 86_400_000;
/** In months; the last spans every year a date can have. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 12_000, 60_000] as const;

/** A day of ISO text as milliseconds since 1970, years before 100 too; NaN for what is none. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`);
}

/** The axis of days; `most` ticks at round months or years. */
export function timeScale(
  days: readonly number[],
  most: number,
): Scale & { readonly stepMonths: number } {
  const low = Math.min(...days);
  const high = Math.max(...days);
  // Room on both sides, so that no mark stands on the edge; half a year where there is but one day.
  const room = high === low ? 183 * dayMs : (high - low) * 0.06;
  const min = low - room;
  const max = high + room;
  const stepMonths = steps.find((step) => ticksOf(min, max, step).length <= most) ?? 60_000;
  const ticks = ticksOf(min, max, stepMonths);
  return {
    kind: "linear",
    min,
    max,
    ticks,
    stepMonths,
    at: (value) => (value - min) / (max - min),
  };
}

function ticksOf(min: number, max: number, stepMonths: number): number[] {
  const start = new Date(min);
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const from = Math.floor(firstMonth / stepMonths) * stepMonths;
  const ticks: number[] = [];
  for (let month = from; ticks.length < 400; month += stepMonths) {
    const at = new Date(0);
    at.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (at.getTime() > max) break;
    if (at.getTime() >= min) ticks.push(at.getTime());
  }
  return ticks;
}
