// What each rule of evidence says, in English. Data only.
// Invariant: one text a rule; plain words, no blame, no verdict about persons.
import type { RuleId } from "./rules.ts";

export const REASONS: Readonly<Record<RuleId, string>> = {
  none: "",
  "name.same-form": "The names are the same form of one name.",
  "name.very-likely": "The names are very likely one name.",
  "name.compatible": "The names could be one name, or two.",
  "name.different": "The names differ.",
  "name.swapped": "The words of the names stand crosswise.",
  "name.rare": "Few on file bear such a name, so the likeness counts for more.",
  "name.common": "Many on file bear such a name, so the likeness counts for less.",
  "birth.same-day": "Both are said to be born on the same day.",
  "birth.same-year": "Both are said to be born in the same year.",
  "birth.near": "The births are a year apart or less.",
  "birth.overlap": "The births could fall in the same years.",
  "birth.apart": "The births are two to four years apart.",
  "birth.far": "The births are five years apart or more.",
  "sex.same": "The same sex is stated.",
  "sex.other": "One is said to be a man, the other a woman.",
  "place.same": "The same county or place is named for both.",
  "place.near": "Places in the same prefecture are named.",
  "place.other": "The places named lie in different prefectures.",
  "identity.same": "The same identity or passport number is given for both.",
  "identity.other": "Different identity or passport numbers are given.",
  "source.together": "One source speaks of both, as separate records.",
  "relative.same": "A relative of the same name is on file for both.",
  "episode.same":
    "Both were in the same situation at the same time, with no contradiction of place.",
  "kin.swapped": "Possible parent and child: one's given name is the other's father's name.",
  "kin.siblings":
    "Possible brothers or sisters: the later name is the same, the given name is not.",
  "kin.named": "A relative on file for one bears the other's name.",
  "kin.recorded": "A relationship between the two is on file.",
};
