// Slips of the pen: what typists and clerks do to names.
// Invariant: one slip at most; the first letter stays, as it mostly does.
import type { Chance } from "./random.ts";

const swaps: readonly (readonly [string, string])[] = [
  ["a", "o"],
  ["e", "i"],
  ["u", "o"],
  ["n", "m"],
  ["t", "d"],
  ["b", "p"],
  ["г", "к"],
  ["а", "о"],
  ["е", "и"],
  ["т", "д"],
  ["у", "о"],
  ["ا", "ە"],
  ["ى", "ې"],
  ["و", "ۇ"],
  ["ت", "د"],
  ["ب", "پ"],
];

/** Drops, doubles, exchanges or replaces one letter of a word of four letters or more; Chinese words stay as they are. */
export function slip(word: string, chance: Chance): string {
  const letters = [...word];
  if (letters.length < 4 || /\p{Script=Han}/u.test(word)) return word;
  const at = 1 + chance.below(letters.length - 2);
  const here = letters[at] as string;
  switch (chance.below(4)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, here);
      break;
    case 2:
      letters.splice(at, 2, letters[at + 1] as string, here);
      break;
    default: {
      const pair = swaps.find((one) => one.includes(here));
      if (pair !== undefined) letters[at] = pair[0] === here ? pair[1] : pair[0];
    }
  }
  return letters.join("");
}
