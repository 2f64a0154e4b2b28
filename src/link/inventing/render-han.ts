// Writes an invented name in Chinese characters, and the same in pinyin as identity papers print it.
// Invariant: greedy syllables from tables of its own; where writers differ, chance decides.
import { CODAS, NASAL, SYLLABLES } from "./han-syllables.ts";
import type { Chance } from "./random.ts";
import { capital } from "./render-letters.ts";

type Choice = readonly [han: string, pinyin: string];
type Table = ReadonlyMap<string, readonly Choice[]>;

const choicesOf = (text: string): readonly Choice[] =>
  text.split("/").map((one) => [one.slice(0, 1), one.slice(1)] as const);

function tableOf(rows: Readonly<Record<string, string>>): Table {
  const table = new Map<string, readonly Choice[]>();
  for (const [consonant, row] of Object.entries(rows)) {
    for (const cell of row.split(",")) {
      const [vowel = "", choices = ""] = cell.split(" ");
      table.set(consonant + vowel, choicesOf(choices));
    }
  }
  return table;
}

const syllables = tableOf(SYLLABLES);
const nasal = tableOf(NASAL);
const codas = new Map(Object.entries(CODAS).map(([consonant, row]) => [consonant, choicesOf(row)]));
const VOWELS = "aeEiIoOuU";
const NEAR: Readonly<Record<string, string>> = {
  e: "a",
  E: "i",
  I: "i",
  o: "u",
  O: "u",
  U: "u",
  a: "a",
  i: "i",
  u: "u",
};
const isVowel = (sound: string | undefined): boolean =>
  sound !== undefined && sound !== "" && VOWELS.includes(sound);

/** One name as characters and as pinyin. `loose` 0 … 1: how often a less usual character is taken. */
export function renderHan(
  sounds: string,
  chance: Chance,
  loose: number,
): { han: string; pinyin: string } {
  let han = "";
  let pinyin = "";
  const write = (choices: readonly Choice[] | undefined): void => {
    const list = choices ?? [];
    const at = list.length > 1 && chance.happens(loose) ? 1 + chance.below(list.length - 1) : 0;
    han += list[at]?.[0] ?? "";
    pinyin += list[at]?.[1] ?? "";
  };
  for (let i = 0; i < sounds.length;) {
    const consonant = isVowel(sounds[i]) ? "" : (sounds[i] as string);
    const vowel = sounds[i + consonant.length];
    if (!isVowel(vowel)) {
      write(codas.get(consonant));
      i += 1;
      continue;
    }
    const after = i + consonant.length + 1;
    const closes = (sounds[after] === "n" || sounds[after] === "N") && !isVowel(sounds[after + 1]);
    const closed = closes ? nasal.get(consonant + (NEAR[vowel as string] ?? "a")) : undefined;
    write(closed ?? syllables.get(consonant + vowel));
    i = closed === undefined ? after : after + 1;
  }
  return { han, pinyin: capital(pinyin) };
}
