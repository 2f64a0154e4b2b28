// The English texts of explanations. Data only.
// Invariant: one text per message key; {braces} are values of the message; plain words, no blame, no verdict about persons.

export const EN: Readonly<Record<string, string>> = {
  "band.same-form": "The two are the same form of one name.",
  "band.very-likely-the-same-name":
    "Very likely the same name ({percent} of 100). That does not make them one person.",
  "band.compatible": "Compatible ({percent} of 100): could be the same name, could be another.",
  "band.different": "Different names ({percent} of 100).",
  "pair.same": "{left} and {right}: the same word.",
  "pair.likely": "{left} and {right}: very likely the same word ({percent} of 100).",
  "pair.compatible": "{left} and {right}: could be the same word ({percent} of 100).",
  "pair.different": "{left} and {right}: different words ({percent} of 100).",
  "pair.known-name": "Both are known spellings of one name ({name}).",
  "pair.same-stem": "The endings were set aside; what stands before them was compared.",
  missing:
    "{word} ({role}) has no counterpart on the {side}. A missing part speaks neither for nor against.",
  "flag.no-letters": "One side has no letters that can be read as a name.",
  "flag.single-word": "One side is a single word, so only part of the name could be compared.",
  "flag.missing-part": "One name has more parts than the other.",
  "flag.swapped-words":
    "The words answer each other crosswise, and nothing says which is the family name.",
  "flag.possible-parent-and-child":
    "Possible parent and child: one person's given name is the other's father's name.",
  "flag.possible-siblings":
    "Possible brothers or sisters: the later name is the same, the given name is not.",
  "flag.given-name-differs": "The given names differ.",
  "flag.father-name-differs": "The fathers' names differ.",
  "flag.family-name-differs": "The family names differ.",
  "flag.sex-ending-differs": "One ending is for a man, the other for a woman.",
  "flag.surname-ending-differs":
    "One side has a surname ending that the other lacks: weak evidence that it is one surname.",
  "flag.common-name": "Both words are very common: many people bear this name.",
  "flag.rare-name": "Neither word is a common name, so the likeness counts for more.",
  "flag.split-or-fused": "Two words of one side are written as one on the other.",
  "flag.second-reading": "One name had to be read in a second way (as pinyin, or not).",
  "like.open-vowel": "{left} and {right}: a, ä and e are written for each other.",
  "like.close-vowel": "{left} and {right}: i, ı and y are written for each other.",
  "like.round-vowel": "{left} and {right}: o, ö, u and ü are written for each other.",
  "like.glide": "{left} and {right}: y and i, w and u are the same sound before or after a vowel.",
  "like.voicing":
    "{left} and {right}: b and p, d and t, g and k are hard to tell apart at the end of a syllable.",
  "like.throat": "{left} and {right}: q, k, g, gh, kh and h are written for each other.",
  "like.lips": "{left} and {right}: f, p, b and v are said for each other.",
  "like.hiss": "{left} and {right}: s, sh, ch, z and j are heard for each other.",
  "like.j-y":
    "{left} and {right}: j, zh and y answer each other between Kazakh, Uyghur and Russian.",
  "like.nasal": "{left} and {right}: n and ng are written for each other.",
  "like.l-r": "{left} and {right}: l and r are heard for each other.",
  "like.nothing": "{left} and {right}: these letters do not answer each other.",
  "zh.l-r": "{left} and {right}: Chinese writes l and r with the same characters.",
  "lost.vowel-arabic": "{left}{right}: Arabic spelling leaves this vowel out.",
  "lost.chinese-filler":
    "Chinese must add vowels after bare consonants; they count for almost nothing.",
  "lost.in-chinese": "{left}{right}: this sound is often lost in Chinese.",
  "lost.h": "{left}{right}: h is often lost.",
  "lost.glide": "{left}{right}: y and w between vowels are often not written.",
  "lost.vowel": "{left}{right}: a vowel stands on one side only.",
  "lost.consonant": "{left}{right}: a consonant stands on one side only.",
};
