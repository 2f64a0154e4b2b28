// Where numbers and days stand along an axis, and the round ones that are written at it.
// Invariant: a linear axis begins at nought, so that lengths can be compared.

export interface Scale {
  /** 0 to 1 along the axis. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** From nought to a round number at or above the largest; about four steps. */
export function fromNought(values: readonly number[]): Scale {
  const most = values.reduce((a, b) => Math.max(a, b), 1);
  const step = roundStep(most / 4);
  const top = Math.ceil(most / step) * step;
  return {
    at: (value) => Math.max(0, Math.min(1, value / top)),
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step),
  };
}

/** 1, 2 or 5 times a power of ten, never below one. */
function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, about)));
  const found = [1, 2, 5, 10].find((n) => n * power >= about) ?? 10;
  return Math.max(1, found * power);
}

/** Days as milliseconds, with a year or more at the axis. */
export function overTime(days: readonly string[]): Scale {
  const times = days.map((day) => Date.parse(day)).filter((time) => !Number.isNaN(time));
  const first = times.reduce((a, b) => Math.min(a, b), Infinity);
  const last = times.reduce((a, b) => Math.max(a, b), -Infinity);
  if (times.length === 0) return { at: () => 0.5, ticks: [] };
  const from = Date.UTC(new Date(first).getUTCFullYear(), 0, 1);
  const to = Date.UTC(new Date(last).getUTCFullYear() + 1, 0, 1);
  const years = new Date(to).getUTCFullYear() - new Date(from).getUTCFullYear();
  const every = roundStep(years / 8);
  const start = new Date(from).getUTCFullYear();
  return {
    at: (time) => (time - from) / (to - from),
    ticks: Array.from({ length: Math.floor(years / every) + 1 }, (_, i) =>
      Date.UTC(start + i * every, 0, 1),
    ),
  };
}

const english = new Intl.NumberFormat("en");

export function numberText(value: number): string {
  return english.format(value);
}
