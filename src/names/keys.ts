// Keys by which names that may be the same meet in an index, whatever script they are written in.
// Invariant: pure functions of the prepared name; the same name in another Unicode form has the same keys.
import { knownName } from "./known-names.ts";
import type { NamePart, PreparedName } from "./prepare-name.ts";
import { CHOICES, SYMBOLS } from "./sound-table.ts";

/**
 * Classes of the Turkic skeleton: vowels, glides and h are left out, voicing is folded.
 * The via-Chinese skeleton also drops the throat sounds, makes r and l one, all hisses one, and forgets r, l and n at the end of a syllable.
 */
const TURKIC: Readonly<Record<string, string>> = {
  b: "P",
  p: "P",
  f: "P",
  m: "M",
  t: "T",
  d: "T",
  n: "N",
  ŋ: "N",
  l: "L",
  r: "R",
  s: "S",
  z: "S",
  c: "S",
  š: "C",
  č: "C",
  ž: "J",
  j: "J",
  k: "K",
  q: "K",
  g: "K",
  ğ: "K",
};
const CHINESE: Readonly<Record<string, string>> = {
  b: "P",
  p: "P",
  f: "P",
  m: "M",
  t: "T",
  d: "T",
  n: "N",
  ŋ: "N",
  l: "L",
  r: "L",
  s: "S",
  z: "S",
  c: "S",
  š: "S",
  č: "S",
  ž: "S",
  j: "S",
};

// Readings this cheap are as good as the first; each may open a key of its own.
const CHEAP = 8;
const MOST_VARIANTS = 6;
const LONGEST_SKELETON = 6;

type Skeleton = "turkic" | "chinese";

function classesOf(table: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  return CHOICES.map((choices, symbol) => {
    // The d of dj may be no more than the start of the j.
    if (SYMBOLS[symbol] === "δ") return ["", "T"];
    const cheap = choices.filter((choice) => choice.cost <= CHEAP);
    return [...new Set(cheap.map((choice) => table[SYMBOLS[choice.sound] ?? ""] ?? ""))].slice(
      0,
      2,
    );
  });
}

const TURKIC_CLASSES = classesOf(TURKIC);
const CHINESE_CLASSES = classesOf(CHINESE);
const VOWEL_SOUNDS = "aäeiıoöuü";
const isVowel = CHOICES.map((choices) =>
  VOWEL_SOUNDS.includes(SYMBOLS[choices[0]?.sound ?? -1] ?? "?"),
);
const isWeak = SYMBOLS.map((symbol) => "１２３".includes(symbol));

// Before a vowel or not: only then do r, l and n survive the way through Chinese.
function opensSyllable(symbols: Uint8Array, place: number): "yes" | "no" | "maybe" {
  const next = symbols[place + 1];
  if (next === undefined || isVowel[next] !== true) return "no";
  return isWeak[next] === true ? "maybe" : "yes";
}

function extend(stems: readonly string[], letters: readonly string[]): readonly string[] {
  const out = new Set<string>();
  for (const stem of stems) {
    for (const letter of letters) {
      const doubled = letter === "" || stem.endsWith(letter);
      out.add(doubled || stem.length >= LONGEST_SKELETON ? stem : stem + letter);
    }
  }
  return [...out].slice(0, MOST_VARIANTS);
}

/** The skeletons of one part of a name; more than one when a letter can be read two ways. */
function skeletonsOf(part: NamePart, kind: Skeleton): readonly string[] {
  const { symbols } = part.stem;
  const classes = kind === "turkic" ? TURKIC_CLASSES : CHINESE_CLASSES;
  let stems: readonly string[] = [""];
  for (let place = 0; place < symbols.length; place++) {
    const letters = classes[symbols[place] ?? 0] ?? [];
    const first = letters[0] ?? "";
    if (kind === "chinese" && (first === "L" || first === "N")) {
      const opens = place === 0 ? "yes" : opensSyllable(symbols, place);
      if (opens === "no") continue;
      stems = extend(stems, opens === "maybe" ? [first, ""] : [first]);
    } else {
      stems = extend(stems, letters);
    }
  }
  return stems.map((stem) => (stem === "" ? "-" : stem));
}

function pairKeys(prefix: string, a: readonly string[], b: readonly string[]): string[] {
  // Sorted, so that SURNAME Given and Given Surname meet.
  return a.flatMap((x) => b.map((y) => `${prefix}:${x < y ? `${x}.${y}` : `${y}.${x}`}`));
}

function partKeys(part: NamePart, place: "1" | "2"): string[] {
  const keys = skeletonsOf(part, "turkic").map((stem) => `t${place}:${stem}`);
  keys.push(...skeletonsOf(part, "chinese").map((stem) => `z${place}:${stem}`));
  const known = knownName(part.known);
  if (known !== undefined) keys.push(`k${place}:${known.id}`);
  return keys;
}

/**
 * The keys of a name, most selective first.
 * `kp` two known names · `tp` two Turkic skeletons · `zp` two via-Chinese skeletons · then one word alone: `k1 t1 z1` given name,
 * `k2 t2 z2` a later name. Word keys are frequent: ask for two of them, or one beside a birth year or place.
 */
export function keysOf(name: PreparedName): readonly string[] {
  const pairs = new Set<string>();
  const words = new Set<string>();
  for (const { parts } of name.readings) {
    const given = parts.find((part) => part.role === "given") ?? parts[0];
    if (given === undefined) continue;
    for (const key of partKeys(given, "1")) words.add(key);
    for (const part of parts) {
      if (part === given) continue;
      for (const key of partKeys(part, "2")) words.add(key);
      if (given.known >= 0 && part.known >= 0) {
        for (const key of pairKeys("kp", [String(given.known)], [String(part.known)]))
          pairs.add(key);
      }
      for (const key of pairKeys("tp", skeletonsOf(given, "turkic"), skeletonsOf(part, "turkic")))
        pairs.add(key);
      for (const key of pairKeys("zp", skeletonsOf(given, "chinese"), skeletonsOf(part, "chinese")))
        pairs.add(key);
    }
  }
  return [...pairs, ...words];
}
