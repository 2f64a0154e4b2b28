// What is done to people, by the words it is told in. Codes are those of the model's vocabularies
// `act-type` and `episode-kind`; HURIDOCS codes are those of the term, nearly always of list 4 (types of acts). Own list of words.
// Invariant: every act here is a term of one of the two vocabularies, with that term's code (`vocabulary.test.ts`).

export interface Frame {
  readonly act: string;
  readonly huridocs?: string;
  /** Verb forms: somebody does it, or it is done to somebody. */
  readonly verbs: readonly string[];
  /** Nouns: the person stands after `of` or before `'s`. */
  readonly nouns: readonly string[];
}

function frame(act: string, huridocs: string | null, verbs: string, nouns = ""): Frame {
  const list = (words: string): string[] => words.split(" ").filter((word) => word !== "");
  return { act, ...(huridocs ? { huridocs } : {}), verbs: list(verbs), nouns: list(nouns) };
}

export const FRAMES: readonly Frame[] = [
  frame(
    "detention",
    "030102000000",
    "detained detain detains detaining held kept imprisoned jailed incarcerated interned locked imprison imprisoning jailing",
    "detention imprisonment internment captivity custody incarceration",
  ),
  frame("arbitrary-arrest", "030101000000", "arrested arrests arresting apprehended", "arrest"),
  frame("mass-roundup", "030107000000", "rounded", "round-up roundup round-ups roundups"),
  frame("house-arrest", "030105000000", "", "house-arrest"),
  frame("reeducation", "030102000000", "re-educated reeducated", "re-education reeducation"),
  frame(
    "forced-renunciation",
    "110101000000",
    "indoctrinated brainwashed brainwash indoctrinate",
    "indoctrination brainwashing self-criticism",
  ),
  frame(
    "enforced-disappearance",
    "030103000000",
    "disappeared disappear vanished vanish missing",
    "disappearance disappearances",
  ),
  frame(
    "abduction",
    "030104000000",
    "abducted kidnapped abducting",
    "abduction abductions kidnapping",
  ),
  frame(
    "beating",
    "020101000000",
    "beaten beat kicked punched slapped clubbed whipped flogged",
    "beating beatings",
  ),
  frame(
    "torture",
    "020111110000",
    "tortured torturing electrocuted waterboarded",
    "torture electric-shocks",
  ),
  frame(
    "caging",
    "020111110000",
    "caged shackled chained handcuffed",
    "cage cages shackles tiger-chair",
  ),
  frame("forced-kneeling", "031105000000", "kneel kneeling squat squatting"),
  frame(
    "ill-treatment",
    "360102010000",
    "starved abused mistreated ill-treated humiliated humiliating",
    "abuse abuses mistreatment ill-treatment humiliation",
  ),
  frame("solitary", "020111110000", "", "solitary"),
  frame("rape", "020111000000", "raped gang-raped raping", "rape rapes"),
  frame("sexual-violence", "020102000000", "", "molestation"),
  frame(
    "sterilisation",
    "080101000000",
    "sterilised sterilized",
    "sterilisation sterilization sterilisations sterilizations",
  ),
  frame("contraception", "080102000000", "", "iud iuds"),
  frame("abortion", "080103000000", "", "abortion abortions"),
  frame("forced-medication", "020101000000", "injected drugged medicated", "injections injection"),
  frame("forced-labour", "300102010000", "", "labour labor"),
  frame(
    "expulsion",
    "330101000000",
    "deport deported deporting expelled extradited extradite extraditing repatriated",
    "deportation deportations extradition expulsion repatriation",
  ),
  frame("refoulement", "380101000000", "", "refoulement"),
  frame("forced-return", null, "lured", ""),
  frame("passport-confiscation", "050106000000", "", "passport passports"),
  frame("exit-ban", "050106000000", "barred banned", "exit-ban"),
  frame("family-separation", "330104000000", "separated"),
  frame("contact-cut", "360102050000", "", "contact"),
  frame("care-denied", "360102040000", "", "treatment medication insulin"),
  frame("threats", "020103010000", "threatened threatening intimidated", "threats intimidation"),
  frame("surveillance", "020103030000", "surveilled wiretapped", "surveillance monitoring"),
  frame("search", "040101000000", "raided ransacked", "raid raids"),
  frame("dismissal", "300102100000", "fired sacked dismissed"),
  frame("death-in-custody", "010106010000", "died dead killed", "death deaths"),
  frame("died", null, "died"),
  frame("sentenced", null, "sentenced"),
  frame("transferred", null, "transferred"),
  frame("escaped", null, "escaped fled"),
  frame("released", null, "released freed release", "release"),
  frame("acquitted", null, "acquitted"),
  frame("forced-confession", "350118000000", "confess sign", "confession confessions"),
];

export interface Opening {
  readonly frame: Frame;
  readonly noun: boolean;
}

/** The frames a word opens, in the order of the list: the first that fires holds. */
export const FRAMES_OF: ReadonlyMap<string, readonly Opening[]> = (() => {
  const found = new Map<string, Opening[]>();
  const add = (word: string, opening: Opening): void => {
    const list = found.get(word) ?? [];
    list.push(opening);
    found.set(word, list);
  };
  for (const one of FRAMES) {
    for (const word of one.verbs) add(word, { frame: one, noun: false });
    for (const word of one.nouns) add(word, { frame: one, noun: true });
  }
  return found;
})();
