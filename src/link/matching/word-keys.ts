// The keys under which a single word of a name stands in the index of words, and the keys one slip away.
// Invariant: pure; numbers only, so that the index holds no more of a name than the word itself.
import { compareNames, keysOf, type PreparedName, prepareName } from "../../names/index.ts";
import { hashKey } from "./hash-key.ts";
import { packWord } from "./packed-word.ts";

const CLASSES = "PMTNLRSCJK";
const LONGEST = 6;
/** Skeletons shorter than this have too many neighbours to be of use. */
const SHORTEST_TO_VARY = 3;

const bare = (key: string): string => key.charAt(0) + key.slice(2);

/** Hashes of a word's skeletons and of the known name it spells: the same for a given name and a later one. */
export function wordKeys(word: PreparedName): readonly number[] {
  const keys = new Set<number>();
  for (const key of keysOf(word)) {
    // Words that were split give pairs too; here the word stands alone.
    if (key.charAt(1) === "p" || key.endsWith(":-")) continue;
    keys.add(hashKey(bare(key)));
  }
  return [...keys];
}

/** Hashes of the Turkic skeletons with one letter put in, left out or exchanged. */
export function slipKeys(word: PreparedName): readonly number[] {
  const exact = new Set(wordKeys(word));
  const keys = new Set<number>();
  const put = (skeleton: string): void => {
    const hash = hashKey(`t:${skeleton}`);
    if (!exact.has(hash)) keys.add(hash);
  };
  for (const key of keysOf(word)) {
    if (!/^t\d:/.test(key)) continue;
    const skeleton = key.slice(3);
    if (skeleton.length < SHORTEST_TO_VARY) continue;
    for (let at = 0; at <= skeleton.length; at++) {
      const before = skeleton.slice(0, at);
      if (at < skeleton.length && skeleton.length > SHORTEST_TO_VARY)
        put(before + skeleton.slice(at + 1));
      for (const letter of CLASSES) {
        if (at < skeleton.length) put(before + letter + skeleton.slice(at + 1));
        if (skeleton.length < LONGEST) put(before + letter + skeleton.slice(at));
      }
    }
  }
  return [...keys];
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
    return `${packWord(name)} ${keysOf(name).join()} ${compareNames(name, other).score} ${compareNames(name, last).score}`;
  });
  known = hashKey(told.join("\n")).toString(36);
  return known;
}
