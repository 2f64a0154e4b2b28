// Names everybody knows in many spellings: Muhammad, Memet, 买买提, Мұхаммед are one name.
// Invariant: a spelling belongs to at most one name; finding one is a lookup of the folded form.
import { KNOWN_NAMES } from "./data/known-names.ts";
import { foldName } from "./fold.ts";
import { remember } from "./remember.ts";

export type KnownName = {
  readonly number: number;
  readonly id: string;
  readonly frequency: "very common" | "common" | "known";
};

const names: readonly KnownName[] = KNOWN_NAMES.map(([id, frequency], number) => ({
  number,
  id,
  frequency,
}));

const byForm = new Map<string, KnownName>();
KNOWN_NAMES.forEach(([, , forms], number) => {
  for (const form of forms.split(" ")) {
    const name = names[number];
    const folded = foldName(form);
    if (name !== undefined && folded !== "" && !byForm.has(folded)) byForm.set(folded, name);
  }
});

const NOT_KNOWN: KnownName = { number: -1, id: "", frequency: "known" };
const lookUp = remember((word: string): KnownName => byForm.get(foldName(word)) ?? NOT_KNOWN);

/** The known name a word or its stem is a spelling of. */
export function clusterOf(word: string, stem: string): KnownName | undefined {
  let found = lookUp(word);
  if (found === NOT_KNOWN && stem !== word) found = lookUp(stem);
  return found === NOT_KNOWN ? undefined : found;
}

/** The known name with a number. */
export function knownName(number: number): KnownName | undefined {
  return names[number];
}
