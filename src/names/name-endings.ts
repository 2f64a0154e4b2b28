// Endings of single words: patronymics, surnames, and the -jan or -gül that speech drops.
// Invariant: an ending leaves a stem of two letters or more; the word itself is never changed.
import { ENDINGS, OPTIONAL_ENDINGS } from "./data/affixes.ts";
import type { EndingRow } from "./data/affixes.ts";
import { remember } from "./remember.ts";

const SHORTEST_STEM = 2;

const endingList = ENDINGS.flatMap((row) => row.forms.map((form) => ({ form, row }))).toSorted(
  (a, b) => b.form.length - a.form.length,
);
// Most words have no ending at all; their last letter says so.
const endingsByLast = Map.groupBy(endingList, (item) => item.form.at(-1) ?? "");

type Ending = { readonly stem: string; readonly row: EndingRow };

function findEnding(word: string): Ending | undefined {
  for (const { form, row } of endingsByLast.get(word.at(-1) ?? "") ?? []) {
    if (word.length < form.length + SHORTEST_STEM || !word.endsWith(form)) continue;
    if (row.except?.some((other) => word.endsWith(other)) === true) continue;
    const stem = word.slice(0, -form.length);
    if (row.needs === "consonant" && !/^.{3,}[^aeıioöuüəäy]$/u.test(stem)) continue;
    return { stem, row };
  }
  return undefined;
}

const rememberedEnding = remember((word: string): Ending | "none" => findEnding(word) ?? "none");

/** The ending of a word, if it leaves a stem of two letters or more. */
export function endingOf(word: string): Ending | undefined {
  const ending = rememberedEnding(word);
  return ending === "none" ? undefined : ending;
}

const optionalForms = OPTIONAL_ENDINGS.flatMap((row) => row.forms).toSorted(
  (a, b) => b.length - a.length,
);
const SHORTEST_SHORT = 3;
const rememberedShort = remember((word: string): string => {
  const form = optionalForms.find((ending) => word.endsWith(ending));
  if (form === undefined) return word;
  // Two Chinese characters make a name; two letters do not.
  const shortest = /\p{Script=Han}/u.test(word) ? 2 : SHORTEST_SHORT;
  return word.length - form.length >= shortest ? word.slice(0, -form.length) : word;
});

/** A word without the -jan, -gül or -khan that speech adds and drops; the word itself when it has none. */
export function shortFormOf(word: string): string {
  return rememberedShort(word);
}
