// Numbers and addresses that belong to one person: sealed where they are on file, and kept back wherever else they stand.
// Invariant: linear in the length of the text; errs towards finding. A date, a year or a count is none of them.

const patterns = [
  // National identity numbers (PRC 18, KZ 12 figures), phones written in one, cards.
  /\d{9,}/u,
  /\d{17}[xX]/u,
  // Passports: one or two letters and seven to nine figures.
  /(?<![\p{L}\d])\p{Lu}{1,2} ?\d{7,9}(?!\d)/u,
  // Phones with their country code.
  /\+\d[\d\s().-]{7,20}\d/u,
  /[^\s@]{1,64}@[^\s@]{1,64}\.\p{L}{2,24}/u,
] as const;

/** Whether a text holds a national number, a passport's, a phone's or a mail address. Figures of any script count. */
export function hasPrivateNumber(text: string): boolean {
  const plain = text.replace(/\p{Nd}/gu, (figure) => figureOf(figure));
  return patterns.some((pattern) => pattern.test(plain));
}

/** Decimal figures stand in runs of ten in Unicode, each run beginning at its zero. */
function figureOf(figure: string): string {
  if (figure >= "0" && figure <= "9") return figure;
  const at = figure.codePointAt(0) as number;
  let zero = at;
  while (zero > at - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  // Runs begin at a code point that ends in 0 or 6, all but the mathematical ones, which follow one another.
  return String((at - zero) % 10);
}
