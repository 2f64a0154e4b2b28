// Splits toneless or tone-marked pinyin and Wade-Giles into syllables.
// Invariant: joining the syllables gives the letters back; splitting is linear in the length of the token.

const INITIALS = [
  "",
  "b",
  "p",
  "m",
  "f",
  "d",
  "t",
  "n",
  "l",
  "g",
  "k",
  "h",
  "j",
  "q",
  "x",
  "zh",
  "ch",
  "sh",
  "r",
  "z",
  "c",
  "s",
  "y",
  "w",
];

// Finals each initial takes; a plain table so that 'tk' or 'qo' is never a syllable.
const FINALS: Readonly<Record<string, string>> = {
  "": "a o e ai ei ao ou an en ang eng er",
  b: "a o ai ei ao an en ang eng i ie iao ian in ing u",
  p: "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
  m: "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
  f: "a o ei ou an en ang eng u",
  d: "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
  t: "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
  n: "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü v üe ve ue",
  l: "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü v üe ve ue",
  g: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  k: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  h: "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
  j: "i ia ie iao iu ian in iang ing iong u ue uan un",
  q: "i ia ie iao iu ian in iang ing iong u ue uan un",
  x: "i ia ie iao iu ian in iang ing iong u ue uan un",
  zh: "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang",
  ch: "a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang",
  sh: "a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang",
  r: "e ao ou an en ang eng ong i u uo ui uan un",
  z: "a e ai ei ao ou an en ang eng ong i u uo ui uan un",
  c: "a e ai ao ou an en ang eng ong i u uo ui uan un",
  s: "a e ai ao ou an en ang eng ong i u uo ui uan un",
  y: "a e ao ou an ang i in ing ong u ue uan un o",
  w: "a o ai ei an en ang eng u",
};

const SYLLABLES: ReadonlySet<string> = new Set(
  INITIALS.flatMap((initial) => (FINALS[initial] ?? "").split(" ").map((final) => initial + final)),
);
const LONGEST_SYLLABLE = 6;
const LONGEST_TOKEN = 80;

const TONE_MARK = /[\u0304\u0301\u030c\u0300]/gu;

/** True when a token carries the tone marks of pinyin, ā á ǎ à. */
export function hasToneMarks(token: string): boolean {
  return /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u.test(token.normalize("NFC"));
}

/** True for tokens such as 'pao1-erh2', where a digit closes each syllable. */
export function hasWadeGilesDigits(token: string): boolean {
  return /^(?:[\p{L}'^]+[1-5][\s-]?)+$/u.test(token.slice(0, LONGEST_TOKEN));
}

/** Removes tone marks but keeps ü. */
function withoutTones(token: string): string {
  return token.normalize("NFD").replace(TONE_MARK, "").normalize("NFC");
}

/**
 * Splits a token into pinyin syllables, preferring few and long ones; undefined when it is not pinyin.
 * @param token one lower-case word, tone marks and apostrophes allowed
 */
export function splitPinyin(token: string): readonly string[] | undefined {
  const bare = withoutTones(token);
  if (bare.length === 0 || bare.length > LONGEST_TOKEN || !/^[a-zü'-]+$/u.test(bare))
    return undefined;
  const out: string[] = [];
  for (const chunk of bare.split(/['-]/u)) {
    if (chunk === "") continue;
    const syllables = splitChunk(chunk);
    if (syllables === undefined) return undefined;
    out.push(...syllables);
  }
  return out.length === 0 ? undefined : out;
}

// Fewest syllables wins; between equal ones the longer first syllable, as readers of pinyin do.
function splitChunk(chunk: string): readonly string[] | undefined {
  const fewest: number[] = Array.from({ length: chunk.length + 1 }, () => Infinity);
  const step: number[] = Array.from({ length: chunk.length + 1 }, () => 0);
  fewest[chunk.length] = 0;
  for (let start = chunk.length - 1; start >= 0; start--) {
    for (let size = 1; size <= LONGEST_SYLLABLE && start + size <= chunk.length; size++) {
      const rest = (fewest[start + size] ?? Infinity) + 1;
      if (rest <= (fewest[start] ?? Infinity) && SYLLABLES.has(chunk.slice(start, start + size))) {
        fewest[start] = rest;
        step[start] = size;
      }
    }
  }
  if (fewest[0] === Infinity) return undefined;
  const out: string[] = [];
  for (let start = 0; start < chunk.length; start += step[start] ?? 1) {
    out.push(chunk.slice(start, start + (step[start] ?? 1)));
  }
  return out;
}
