// Rewrites Wade-Giles syllables as pinyin, so that one table reads both.
// Invariant: syllables that are not Wade-Giles come back as they were.

type Rewrite = readonly [pattern: RegExp, pinyin: string];

// Order matters: the aspirated form of each opening comes before the plain one.
const OPENINGS: readonly Rewrite[] = [
  [/^hs/u, "x"],
  [/^(?:ssu|szu)$/u, "si"],
  [/^tz'u$/u, "ci"],
  [/^tzu$/u, "zi"],
  [/^ch'(?=[iü])/u, "q"],
  [/^ch'/u, "C"],
  [/^ch(?=i(?!h)|ü)/u, "J"],
  [/^ch/u, "Z"],
  [/^t[sz]'/u, "c"],
  [/^t[sz]/u, "z"],
  [/^p'/u, "P"],
  [/^p/u, "b"],
  [/^t'/u, "T"],
  [/^t/u, "d"],
  [/^k'/u, "K"],
  [/^k/u, "g"],
  [/^j/u, "r"],
];
const CAPITALS: Readonly<Record<string, string>> = {
  C: "ch",
  J: "j",
  Z: "zh",
  P: "p",
  T: "t",
  K: "k",
};

const ENDINGS: readonly Rewrite[] = [
  [/erh$/u, "er"],
  [/ieh$/u, "ie"],
  [/üeh$/u, "üe"],
  [/ih$/u, "i"],
  [/ien$/u, "ian"],
  [/ung$/u, "ong"],
  [/uei$/u, "ui"],
  [/(?<=^[gkh])o$/u, "e"],
  [/eh$/u, "e"],
];

/** The pinyin of one Wade-Giles syllable, tone digit and circumflex dropped. */
export function pinyinOfWadeGiles(syllable: string): string {
  let rest = syllable.replace(/[1-5]$/u, "").replaceAll("ê", "e");
  for (const [pattern, pinyin] of OPENINGS) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, pinyin);
    break;
  }
  rest = rest.replace(/^[CJZPTK]/u, (letter) => CAPITALS[letter] ?? letter);
  for (const [pattern, pinyin] of ENDINGS) {
    if (pattern.test(rest)) return rest.replace(pattern, pinyin);
  }
  return rest;
}
