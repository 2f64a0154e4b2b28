// Reads Latin, Cyrillic and Arabic letters into the internal alphabet, by the tables in data/.
// Invariant: every letter of the token belongs to exactly one step; letters no table knows give no sound.
import { ABJAD, KAZAKH_ARABIC, UYGHUR_ARABIC, UYGHUR_OR_KAZAKH } from "./data/arabic-letters.ts";
import { CYRILLIC } from "./data/cyrillic-letters.ts";
import { LATIN, LATIN_BY_ALPHABET } from "./data/latin-letters.ts";
import type { LetterRow } from "./data/latin-letters.ts";
import type { Alphabet } from "./data/alphabet-letters.ts";
import { VOWELS } from "./data/sounds.ts";

/** One step of reading: these letters, by this rule, are these sounds. */
export type ReadingStep = {
  readonly letters: string;
  readonly sounds: string;
  readonly rule: string;
};
export type Reading = { readonly steps: readonly ReadingStep[] };

type Table = ReadonlyMap<string, readonly LetterRow[]>;

const LONGEST_LETTERS = 4;

function tableOf(rows: readonly LetterRow[]): Table {
  const table = new Map<string, LetterRow[]>();
  for (const row of rows) {
    const list = table.get(row[1]);
    if (list === undefined) table.set(row[1], [row]);
    else list.push(row);
  }
  return table;
}

const latinTables = new Map<string, Table>();

function latinTable(alphabet: Alphabet | undefined): Table {
  const key = alphabet ?? "";
  const known = latinTables.get(key);
  if (known !== undefined) return known;
  const special = alphabet === undefined ? [] : (LATIN_BY_ALPHABET[alphabet] ?? []);
  // General rows that hold only in one place (the i at the end) still come first.
  const placed = LATIN.filter((row) => row[3] !== undefined);
  const table = tableOf([...placed, ...special, ...LATIN.filter((row) => row[3] === undefined)]);
  latinTables.set(key, table);
  return table;
}

const cyrillicTable = tableOf(CYRILLIC);
const arabicTables = {
  "ug-Arab": tableOf(UYGHUR_ARABIC),
  "kk-Arab": tableOf(KAZAKH_ARABIC),
  "ug-kk": tableOf(UYGHUR_OR_KAZAKH),
  abjad: tableOf(ABJAD),
};
export type ArabicReading = keyof typeof arabicTables;

function fits(
  row: LetterRow,
  start: number,
  end: number,
  last: boolean,
  afterVowel: boolean,
): boolean {
  const where = row[3];
  if (where === undefined) return true;
  if (where === "^") return start === 0;
  if (where === "v") return afterVowel;
  // A one-letter word has no ending.
  return last && start > 0 && end > 1;
}

function readWith(token: string, table: Table): Reading {
  const steps: ReadingStep[] = [];
  let afterVowel = true;
  for (let start = 0; start < token.length;) {
    let step: ReadingStep | undefined;
    for (
      let size = Math.min(LONGEST_LETTERS, token.length - start);
      size > 0 && step === undefined;
      size--
    ) {
      const letters = token.slice(start, start + size);
      const last = start + size === token.length;
      const row = table
        .get(letters)
        ?.find((candidate) => fits(candidate, start, start + size, last, afterVowel));
      if (row !== undefined) step = { letters, sounds: row[2], rule: row[0] };
    }
    step ??= { letters: token.charAt(start), sounds: "", rule: "unread" };
    steps.push(step);
    start += step.letters.length;
    if (step.sounds !== "") afterVowel = VOWELS.includes(step.sounds.at(-1) ?? "");
  }
  return { steps };
}

/** Letters with marks no table has (ḱ, ǎ) are read without the mark. */
function withKnownLetters(token: string, table: Table): string {
  let out = "";
  for (const letter of token) {
    if (table.has(letter)) out += letter;
    else out += letter.normalize("NFD").replace(/\p{M}/gu, "");
  }
  return out;
}

/** Reads a Latin token; the alphabet is given only when the whole name shows it. */
export function readLatin(token: string, alphabet?: Alphabet): Reading {
  const table = latinTable(alphabet);
  return readWith(withKnownLetters(token, table), table);
}

/** Reads a Cyrillic token; one table serves Russian, Kazakh, Uyghur, Kyrgyz and Tajik. */
export function readCyrillic(token: string): Reading {
  return readWith(withKnownLetters(token, cyrillicTable), cyrillicTable);
}

/** Reads a token in Arabic letters as Uyghur, Kazakh, either of them, or without written vowels. */
export function readArabic(token: string, as: ArabicReading): Reading {
  const table = arabicTables[as];
  const bare = token.replace(/[\u064b-\u065f\u0670]/gu, "");
  return readWith(withKnownLetters(bare, table), table);
}
