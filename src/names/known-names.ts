// Names everybody knows in many spellings: Muhammad, Memet, 买买提, Мұхаммед are one name.
// Invariant: a spelling belongs to at most one name; finding one is a lookup of the folded form.
import { KNOWN_NAMES } from "./data/known-names.ts";
import { foldName } from "./fold.ts";

export type KnownName = {
  readonly id: string;
  readonly frequency: "very common" | "common" | "known";
};

const byForm = new Map<string, KnownName>();
for (const [id, frequency, forms] of KNOWN_NAMES) {
  const name: KnownName = { id, frequency };
  for (const form of forms.split(" ")) {
    const folded = foldName(form);
    if (folded !== "" && !byForm.has(folded)) byForm.set(folded, name);
  }
}

/** The known name a word or its stem is a spelling of. */
export function clusterOf(word: string, stem: string): KnownName | undefined {
  return byForm.get(foldName(word)) ?? (stem === word ? undefined : byForm.get(foldName(stem)));
}
