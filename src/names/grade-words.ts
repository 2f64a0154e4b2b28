// Grades how well two words of a name answer each other, on one scale for every pair of writings.
// Invariant: symmetric; 0 means unrelated, 0.5 compatible, 1 the same.
import { similarity } from "./align-sounds.ts";
import type { SoundWord } from "./align-sounds.ts";
import {
  BARE_SURNAME_PENALTY,
  CURVES,
  KNOWN_NAME_GRADE,
  OTHER_NAME_GRADE,
  SEX_ENDING_PENALTY,
  SHORT_FORM_GRADE,
  SHORT_FORM_PENALTY,
  UNRELATED_GRADE,
} from "./data/thresholds.ts";
import type { Curve } from "./data/thresholds.ts";
import { NO_ENDING } from "./prepare-name.ts";
import { FULL } from "./sound-table.ts";
import type { NamePart } from "./prepare-name.ts";

const STEPS = 512;

// One table after the other; which: writing of one side times 3 plus writing of the other.
const KINDS = [
  "full-full",
  "full-abjad",
  "full-chinese",
  "full-abjad",
  "abjad-abjad",
  "abjad-chinese",
  "full-chinese",
  "abjad-chinese",
  "chinese-chinese",
] as const;
const STRIDE = STEPS + 1;
const curves = Float64Array.from({ length: KINDS.length * STRIDE }, (_, index) => {
  const kind = KINDS[Math.floor(index / STRIDE)] ?? "full-full";
  return onCurve(CURVES[kind], (index % STRIDE) / STEPS);
});

// Below this similarity a curve is worth next to nothing, so the alignment may stop early.
const floors = Float64Array.from(KINDS, (_, kind) => {
  let step = 0;
  while (step < STEPS && (curves[kind * STRIDE + step] ?? 1) <= UNRELATED_GRADE) step++;
  return step / STEPS;
});

function onCurve(curve: Curve, x: number): number {
  let [x0, y0] = [0, 0];
  for (const [x1, y1] of curve) {
    if (x <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return 1;
}

function gradeAfresh(a: SoundWord, b: SoundWord): number {
  const kind = a.writing * 3 + b.writing;
  const alike = similarity(a, b, floors[kind]!);
  return alike <= 0 ? 0 : curves[kind * STRIDE + Math.round(alike * STEPS)]!;
}

// The same few words meet again and again in real lists. One slot per pair; a newer pair takes the slot of an older one.
const SLOT_BITS = 16;
const firstIds = new Int32Array(1 << SLOT_BITS);
const secondIds = new Int32Array(1 << SLOT_BITS);
const slotGrades = new Float64Array(1 << SLOT_BITS);

/** Grade of two sound words. */
export function gradeSounds(a: SoundWord, b: SoundWord): number {
  const low = a.id < b.id ? a.id : b.id;
  if (low === 0) return gradeAfresh(a, b);
  const high = a.id < b.id ? b.id : a.id;
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - SLOT_BITS);
  if (firstIds[slot] === low && secondIds[slot] === high) return slotGrades[slot]!;
  const grade = gradeAfresh(a, b);
  firstIds[slot] = low;
  secondIds[slot] = high;
  slotGrades[slot] = grade;
  return grade;
}

function sexesDiffer(a: NamePart, b: NamePart): boolean {
  return a.sex !== 0 && b.sex !== 0 && a.sex !== b.sex;
}

// Murat and Marat sound alike and are known to be two names. Chinese and Arabic spellings are shared by too many names to say so.
function otherNames(a: NamePart, b: NamePart): boolean {
  return (
    a.known >= 0 &&
    b.known >= 0 &&
    a.known !== b.known &&
    a.word.writing === FULL &&
    b.word.writing === FULL
  );
}

/** Grade of two parts of names, endings and known names taken into account. */
export function gradeParts(a: NamePart, b: NamePart): number {
  const known = a.known >= 0 && a.known === b.known ? KNOWN_NAME_GRADE : 0;
  if (a.ending === NO_ENDING && b.ending === NO_ENDING) {
    let grade = gradeSounds(a.word, b.word);
    if (known > grade) grade = known;
    else if (grade > OTHER_NAME_GRADE && otherNames(a, b)) return OTHER_NAME_GRADE;
    if ((a.short === undefined) === (b.short === undefined) || grade >= SHORT_FORM_GRADE)
      return grade;
    const short = Math.min(
      SHORT_FORM_GRADE,
      gradeSounds(a.short ?? a.word, b.short ?? b.word) - SHORT_FORM_PENALTY,
    );
    return short > grade ? short : grade;
  }
  let stem = gradeSounds(a.stem, b.stem);
  if (known > stem) stem = known;
  else if (stem > OTHER_NAME_GRADE && otherNames(a, b)) stem = OTHER_NAME_GRADE;
  if (a.ending !== NO_ENDING && b.ending !== NO_ENDING) {
    if (sexesDiffer(a, b)) return stem > SEX_ENDING_PENALTY ? stem - SEX_ENDING_PENALTY : 0;
    if (a.ending === b.ending) return stem;
    return stem > BARE_SURNAME_PENALTY ? stem - BARE_SURNAME_PENALTY : 0;
  }
  const word = gradeSounds(a.word, b.word);
  return word > stem - BARE_SURNAME_PENALTY ? word : stem - BARE_SURNAME_PENALTY;
}

/** What the endings of two answering parts have to say. */
export function endingNote(
  a: NamePart,
  b: NamePart,
): "sex-ending-differs" | "surname-ending-differs" | undefined {
  if (a.ending === NO_ENDING && b.ending === NO_ENDING) return undefined;
  if (a.ending !== NO_ENDING && b.ending !== NO_ENDING) {
    if (sexesDiffer(a, b)) return "sex-ending-differs";
    return a.ending === b.ending ? undefined : "surname-ending-differs";
  }
  return gradeSounds(a.word, b.word) < gradeSounds(a.stem, b.stem) - BARE_SURNAME_PENALTY
    ? "surname-ending-differs"
    : undefined;
}
