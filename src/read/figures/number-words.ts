// English numbers in words and figures. Invariant: a vague number (`dozens`) has bounds only where words set them.

const SMALL: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15,
  sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
export const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, mln: 1e6, bn: 1e9 };

export interface Vague {
  readonly low: number | null;
  readonly high: number | null;
}

/** Words for a number nobody counted, with what they allow at least and at most. */
export const VAGUE: Readonly<Record<string, Vague>> = {
  dozens: { low: 24, high: null },
  scores: { low: 40, high: null },
  hundreds: { low: 200, high: null },
  thousands: { low: 2000, high: null },
  millions: { low: 2e6, high: null },
  billions: { low: 2e9, high: null },
  several: { low: 3, high: null },
  dozen: { low: 12, high: 12 },
};

export function smallNumber(word: string): number | null {
  if (word in SMALL) return SMALL[word] ?? null;
  const parts = word.split("-");
  if (parts.length !== 2) return null;
  const tens = SMALL[parts[0] ?? ""];
  const ones = SMALL[parts[1] ?? ""];
  return tens !== undefined && ones !== undefined && tens >= 20 && ones < 10 ? tens + ones : null;
}

/** Value of a number in figures: `1,000`, `1.6`, `22`; null for anything else. */
export function figureValue(text: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
