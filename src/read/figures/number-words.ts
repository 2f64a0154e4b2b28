// English numbers in words and figures. Invariant: a vague number (`dozens`) has bounds only where its words set them:
// the least is twice the unit (two dozen, two hundred), the most is open.

const SMALL: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);
export const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    mln: 1e6,
    bn: 1e9,
    mn: 1e6,
    dozen: 12,
  }),
);

export interface Vague {
  readonly low: number | null;
  readonly high: number | null;
}

/** Words for a number nobody counted, with what they allow at least and at most. */
export const VAGUE: ReadonlyMap<string, Vague> = new Map<string, Vague>(
  Object.entries({
    dozens: { low: 24, high: null },
    scores: { low: 40, high: null },
    hundreds: { low: 200, high: null },
    thousands: { low: 2000, high: null },
    millions: { low: 2e6, high: null },
    billions: { low: 2e9, high: null },
    several: { low: 3, high: null },
  }),
);

export function smallNumber(word: string): number | null {
  const whole = SMALL.get(word);
  if (whole !== undefined) return whole;
  const hyphen = word.indexOf("-");
  if (hyphen < 4) return null;
  const tens = SMALL.get(word.slice(0, hyphen));
  const ones = SMALL.get(word.slice(hyphen + 1));
  return tens !== undefined && ones !== undefined && tens >= 20 && ones < 10 ? tens + ones : null;
}

/** Value of a number in figures: `1,000`, `1.6`, `22`; null for anything else. */
export function figureValue(text: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}

const OPENERS = new Set([
  ...SMALL.keys(),
  ...VAGUE.keys(),
  ..."a half tens few couple large small growing vast".split(" "),
]);

/** Whether a quantity can begin with this word; most words are told apart here at the price of one look. */
export function mayOpenNumber(lower: string): boolean {
  return OPENERS.has(lower) || lower.includes("-");
}
