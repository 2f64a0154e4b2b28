// Grades how well two words of a name answer each other, on one scale for every pair of writings.
// Invariant: symmetric; 0 means unrelated, 0.5 compatible, 1 the same.
import { similarity } from "./align-sounds.ts";
import type { SoundWord } from "./align-sounds.ts";
import {
  BARE_SURNAME_PENALTY,
  CURVES,
  KNOWN_NAME_GRADE,
  SEX_ENDING_PENALTY,
} from "./data/thresholds.ts";
import type { Curve } from "./data/thresholds.ts";
import type { NamePart } from "./prepare-name.ts";
import { ABJAD, CHINESE } from "./sound-table.ts";

export type EndingNote = "sex-ending-differs" | "surname-ending-differs" | undefined;
export type Grade = { readonly grade: number; readonly note: EndingNote; readonly byStem: boolean };

const STEPS = 256;

// Index: writing of one side times 3 plus writing of the other.
const curveTables: readonly Float64Array[] = [
  CURVES["full-full"],
  CURVES["full-abjad"],
  CURVES["full-chinese"],
  CURVES["full-abjad"],
  CURVES["abjad-abjad"],
  CURVES["abjad-chinese"],
  CURVES["full-chinese"],
  CURVES["abjad-chinese"],
  CURVES["chinese-chinese"],
].map(tableOf);

const floors: readonly number[] = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => floorOf(a, b)));

function floorOf(a: number, b: number): number {
  const least = a === b ? a : Math.max(a, b);
  if (a === 0 && b === 0) return CURVES["full-full"][0]?.[0] ?? 0;
  return least === CHINESE || least === ABJAD ? 0.35 : 0.3;
}

function tableOf(curve: Curve): Float64Array {
  return Float64Array.from({ length: STEPS + 1 }, (_, step) => onCurve(curve, step / STEPS));
}

function onCurve(curve: Curve, x: number): number {
  let [x0, y0] = [0, 0];
  for (const [x1, y1] of curve) {
    if (x <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return 1;
}

/** Grade of two sound words. */
export function gradeSounds(a: SoundWord, b: SoundWord): number {
  const kind = a.writing * 3 + b.writing;
  const alike = similarity(a, b, floors[kind]!);
  return alike <= 0 ? 0 : curveTables[kind]![Math.round(alike * STEPS)]!;
}

const bySound = (grade: number): Grade => ({ grade, note: undefined, byStem: false });

/** Grade of two parts of names, endings and known names taken into account. */
export function gradeParts(a: NamePart, b: NamePart): Grade {
  const known = a.known !== undefined && a.known === b.known ? KNOWN_NAME_GRADE : 0;
  const endA = a.token.ending;
  const endB = b.token.ending;
  if (endA === undefined && endB === undefined) {
    const grade = gradeSounds(a.full, b.full);
    return bySound(grade > known ? grade : known);
  }
  const stem = Math.max(known, gradeSounds(a.stem, b.stem));
  if (endA !== undefined && endB !== undefined) {
    const sexes = endA.sex !== undefined && endB.sex !== undefined && endA.sex !== endB.sex;
    if (sexes)
      return {
        grade: Math.max(0, stem - SEX_ENDING_PENALTY),
        note: "sex-ending-differs",
        byStem: true,
      };
    if (endA.kind === endB.kind) return { grade: stem, note: undefined, byStem: true };
    return {
      grade: Math.max(0, stem - BARE_SURNAME_PENALTY),
      note: "surname-ending-differs",
      byStem: true,
    };
  }
  const full = gradeSounds(a.full, b.full);
  const bare = Math.max(0, stem - BARE_SURNAME_PENALTY);
  if (full >= bare) return bySound(full);
  return { grade: bare, note: "surname-ending-differs", byStem: true };
}
