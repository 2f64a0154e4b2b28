// The keys under which a name stands in the index of names, and those a query asks for: exact, one slip away, a single word.
// Invariant: pure; numbers only, so that the index holds nothing of a name but a hash.
import { compareNames, keysOf, type PreparedName, prepareName } from "../../names/index.ts";
import { hashKey } from "./hash-key.ts";

const CLASSES = "PMTNLRSCJK";
const LONGEST = 6;
/** Skeletons shorter than this have too many neighbours to be of use. */
const SHORTEST_TO_VARY = 2;
const mostSlips = 1_500;

const isPair = (key: string): boolean => key.charAt(1) === "p";
const isEmpty = (key: string): boolean => key.endsWith(":-") || key.endsWith(":-.-");
const wordKey = (key: string): string => key.charAt(0) + key.slice(2);
const isOneWord = ({ readings }: PreparedName): boolean =>
  readings.some((reading) => reading.parts.length === 1);

/** Keys of a name for the index: its pairs of words, each word, and once more the word that stands alone. */
export function indexKeys(name: PreparedName): readonly number[] {
  const keys = new Set<number>();
  const alone = isOneWord(name);
  for (const key of keysOf(name)) {
    if (isEmpty(key)) continue;
    if (isPair(key)) keys.add(hashKey(key));
    // One word as Chinese hears it fits half of all names.
    else if (!key.startsWith("z")) {
      keys.add(hashKey(wordKey(key)));
      if (alone) keys.add(hashKey(`o${wordKey(key)}`));
    }
  }
  return [...keys];
}

export interface QueryKeys {
  /** Both words as they are; for a query of one word that word. */
  readonly exact: readonly number[];
  /** Both words, one of them with a letter put in, left out or exchanged. */
  readonly slips: readonly number[];
  /** One of the words, in names that have no other. */
  readonly alone: readonly number[];
}

export function queryKeys(name: PreparedName): QueryKeys {
  const exact = new Set<number>();
  const slips = new Set<number>();
  const alone = new Set<number>();
  const oneWord = isOneWord(name);
  for (const key of keysOf(name)) {
    if (isEmpty(key)) continue;
    if (isPair(key)) {
      exact.add(hashKey(key));
      if (key.startsWith("t")) addPairSlips(key, slips);
    } else if (!key.startsWith("z")) {
      alone.add(hashKey(`o${wordKey(key)}`));
      if (!oneWord) continue;
      exact.add(hashKey(wordKey(key)));
      if (key.startsWith("t"))
        for (const other of oneSlipFrom(key.slice(3))) slips.add(hashKey(`t:${other}`));
    }
  }
  return {
    exact: [...exact],
    slips: [...slips.difference(exact)].slice(0, mostSlips),
    alone: [...alone],
  };
}

function addPairSlips(pair: string, slips: Set<number>): void {
  const dot = pair.indexOf(".");
  const kind = pair.slice(0, 3);
  const words = [pair.slice(3, dot), pair.slice(dot + 1)];
  for (const [at, other] of words.entries()) {
    const kept = words[1 - at] as string;
    for (const varied of oneSlipFrom(other)) {
      const key = kept < varied ? `${kept}.${varied}` : `${varied}.${kept}`;
      slips.add(hashKey(kind + key));
    }
  }
}

/** Skeletons one letter from this one; a run of one letter counts as one, as in the keys themselves. */
function oneSlipFrom(skeleton: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (skeleton.length < SHORTEST_TO_VARY) return found;
  const put = (text: string): void => {
    const plain = text.replace(/(.)\1+/g, "$1").slice(0, LONGEST);
    if (plain !== "") found.add(plain);
  };
  for (let at = 0; at <= skeleton.length; at++) {
    const before = skeleton.slice(0, at);
    if (at < skeleton.length) put(before + skeleton.slice(at + 1));
    for (const letter of CLASSES) {
      if (at < skeleton.length) put(before + letter + skeleton.slice(at + 1));
      put(before + letter + skeleton.slice(at));
    }
  }
  return found;
}

const probes =
  "Memet Tursun|Ablimit Ehmetjan|Сайрагүл Жұмабаева|Қанат Ержанұлы|سايراگۇل ساۋىتباي|ئابدۇرېھىم تۇرسۇن|阿不都热合曼·买买提|吐尔逊·卡德尔|Maimaiti Tuerxun|Gülnar Xoshur";

let known: string | undefined;

/** Changes whenever the names room would give other keys or scores: what was worked out before is then as good as none. */
export function namesVersion(): string {
  if (known !== undefined) return known;
  const names = probes.split("|").map(prepareName);
  const told = names.map((name, i) => {
    const other = names[(i + 1) % names.length] as PreparedName;
    const last = names[(i + names.length - 4) % names.length] as PreparedName;
    return `${keysOf(name).join()} ${compareNames(name, other).score} ${compareNames(name, last).score}`;
  });
  known = hashKey(told.join("\n")).toString(36);
  return known;
}
