// What is done to people, by the words it is told in. Codes are those of the model's vocabularies
// `act-type` and `episode-kind`; HURIDOCS codes are list 4 (types of acts). Own list of words.

export interface Frame {
  readonly act: string;
  readonly huridocs?: string;
  readonly words: readonly string[];
}

function frame(act: string, huridocs: string | null, words: string): Frame {
  return { act, ...(huridocs ? { huridocs } : {}), words: words.split("|") };
}

const FRAMES: readonly Frame[] = [
  frame(
    "detention",
    "030102000000",
    "detained|kept|detain|detains|detaining|detention|held|imprisoned|jailed|incarcerated|imprisonment|interned|internment|captivity|custody|locked",
  ),
  frame("arbitrary-arrest", "030101000000", "arrested|arrest|arrests|apprehended|rounded"),
  frame(
    "reeducation",
    "030102000000",
    "re-education|reeducation|re-educated|reeducated|indoctrinated|indoctrination|brainwashed|brainwashing",
  ),
  frame(
    "enforced-disappearance",
    "030103000000",
    "disappeared|disappearance|disappearances|vanished|missing",
  ),
  frame("abduction", "030104000000", "abducted|kidnapped|abduction"),
  frame("beating", "020101000000", "beaten|beat|beating|beatings|kicked|punched|slapped|clubbed"),
  frame("torture", "020111110000", "tortured|torture|torturing|electrocuted|waterboarded"),
  frame("caging", "020111110000", "cage|cages|caged"),
  frame(
    "ill-treatment",
    "360102010000",
    "kneel|kneeling|shackled|chained|handcuffed|starved|abused|mistreated|abuse|ill-treated|humiliated",
  ),
  frame("solitary", "020111110000", "solitary"),
  frame("rape", "020111000000", "raped|rape|gang-raped"),
  frame(
    "sterilisation",
    "080101000000",
    "sterilised|sterilized|sterilisation|sterilization|sterilisations|sterilizations",
  ),
  frame("forced-medication", "020101000000", "injected|drugged|injections"),
  frame("forced-labour", "300102010000", "labour|labor"),
  frame(
    "expulsion",
    "330101000000",
    "deport|deported|deportation|deporting|expelled|extradited|extradite|extradition|repatriated",
  ),
  frame("passport-confiscation", "050106000000", "passport|passports"),
  frame("exit-ban", "050106000000", "barred|banned"),
  frame("family-separation", "330104000000", "separated"),
  frame("threats", "020103010000", "threatened|threats|intimidated"),
  frame("surveillance", "020103030000", "surveilled|surveillance|monitored|monitoring"),
  frame("death-in-custody", "010106010000", "died|death|dead|killed"),
  frame("sentenced", null, "sentenced"),
  frame("released", null, "released|freed|release"),
  frame("forced-confession", "350118000000", "confess|confession"),
];

/** The frame a word opens. */
export const FRAME_OF: ReadonlyMap<string, Frame> = new Map(
  FRAMES.flatMap((one) => one.words.map((word): [string, Frame] => [word, one])),
);

/** Acts that are named only by a word together with another near it. */
export const NEEDS: Readonly<Record<string, RegExp>> = {
  "forced-labour": /^(?:forced|compulsory|coerced|slave|unpaid)$/,
  "passport-confiscation":
    /^(?:confiscated|seized|took|taken|withheld|revoked|surrender|hand|collected|confiscating|confiscation)$/,
  "exit-ban": /^(?:leaving|traveling|travelling|leave|exit)$/,
  "forced-confession": /^(?:forced|coerced|made|televised)$/,
  "family-separation": /^(?:parents|children|families|family|child)$/,
  "death-in-custody": /^(?:custody|detention|camp|camps|prison|jail|centre|center)$/,
  sentenced: /^(?:to|prison|years|life)$/,
};

export const HELD_PLACES =
  /^(?:in|at|inside|without|against|for|by|captive|under|hostage|incommunicado)$/;
