// The numbers that turn similarity into a grade and a grade into a band. Data only.
// Invariant: each curve rises; grades are 0 to 1 and mean the same for every pair of writings.
// Method: set on development pairs against shuffled pairs, per pair of writings, so that about one shuffled word pair in a hundred
// reaches the grade 0.5.

/** Lowest score of each band. */
export const BANDS = { sameForm: 0.985, veryLikely: 0.72, compatible: 0.5 } as const;

/** [similarity, grade] points of a line; between points straight. */
export type Curve = readonly (readonly [similarity: number, grade: number])[];

export const CURVES: Readonly<Record<"full-full" | "full-abjad" | "full-chinese" | "abjad-abjad" | "abjad-chinese" | "chinese-chinese", Curve>> = {
  "full-full": [
    [0.3, 0],
    [0.55, 0.3],
    [0.68, 0.5],
    [0.8, 0.7],
    [0.87, 0.85],
    [0.93, 0.95],
    [1, 1],
  ],
  "full-abjad": [
    [0.35, 0],
    [0.6, 0.3],
    [0.7, 0.5],
    [0.82, 0.8],
    [0.92, 0.95],
    [1, 1],
  ],
  "full-chinese": [
    [0.35, 0],
    [0.6, 0.3],
    [0.7, 0.5],
    [0.8, 0.8],
    [0.92, 0.95],
    [1, 1],
  ],
  "abjad-abjad": [
    [0.4, 0],
    [0.6, 0.3],
    [0.7, 0.5],
    [0.84, 0.8],
    [0.92, 0.95],
    [1, 1],
  ],
  "abjad-chinese": [
    [0.4, 0],
    [0.62, 0.3],
    [0.72, 0.5],
    [0.84, 0.8],
    [0.94, 0.95],
    [1, 1],
  ],
  "chinese-chinese": [
    [0.4, 0],
    [0.6, 0.3],
    [0.72, 0.5],
    [0.84, 0.8],
    [0.94, 0.95],
    [1, 1],
  ],
};

/** Lowest grade of two words that are spellings of one known name. */
export const KNOWN_NAME_GRADE = 0.92;
/** A reading that is not the first guess (pinyin of a word that may be anything). */
export const SECOND_READING_PENALTY = 0.03;
/** A surname ending on one side only: weak evidence that it is the same surname. */
export const BARE_SURNAME_PENALTY = 0.06;
/** -ov against -ova, -uly against -qyzy. */
export const SEX_ENDING_PENALTY = 0.2;
/** A word present on one side only: neutral, but not nothing. */
export const MISSING_PENALTY = 0.012;
/** Best score when only one word of a longer name could be compared. */
export const ONE_WORD_CEILING = 0.68;
/** Best score when the words answer each other crosswise and nothing says which is the family name. */
export const SWAPPED_CEILING = 0.66;
/** Very common names say less, rare ones more. */
export const COMMON_PENALTY = 0.015;
/** Neighbouring words had to be read as one. */
export const JOIN_PENALTY = 0.02;
/** Share of the weakest pair in the score; the rest is the weighted mean. */
export const WEAKEST_SHARE = 0.65;
/** From this score on no other way of splitting words is tried. */
export const VERY_SURE = 0.9;
/** Grades up to this are as good as none: the alignment stops early. */
export const UNRELATED_GRADE = 0.35;
/** Ehmet against Ehmetjan: a small step down, never better than this grade. */
export const SHORT_FORM_PENALTY = 0.12;
export const SHORT_FORM_GRADE = 0.86;
/** Best score when one side is written in Chinese or without vowels: alike is not the same form. */
export const TRANSCRIBED_CEILING = 0.98;
/** Best grade of two words that are spellings of two different known names, both written with their vowels. */
export const OTHER_NAME_GRADE = 0.55;
/** One side does not show its order and is taken to have that of the other. */
export const ORDER_GUESS_PENALTY = 0.04;
