// Turns one cell of a table into a typed value of a property.
// Invariant: the words of the cell are kept wherever the value says less than they do; no error repeats them.
import type { ModelErrorCode } from "./errors.ts";
import { readDate } from "./read-date.ts";
import { codeFor } from "./read-code.ts";
import { readNumber } from "./read-number.ts";
import { findPlaces } from "./places.ts";
import type { Property } from "./schema.ts";
import type { Value } from "./value.ts";

/** Why a cell gave no value. */
export interface CellError {
  readonly error: ModelErrorCode;
}
export type CellResult = Value | CellError;
/** `dateOrder` "dmy" or "mdy", `lang` (BCP 47), `role` of a name, `unit` and `asOf` for bare numbers and ages. */
export type CellOptions = Readonly<Partial<Record<string, string>>>;

const fail = (error: ModelErrorCode): CellError => ({ error });
const empty = fail("cell-empty");
const blank = /^[\s\-–—.]*$/u;
const maxCached = 50_000;
const dates = new Map<string, string | null>();
const codes = new Map<string, string | null>();
const codedPlaces = new Map<string, string | null>();

/** Remembers what a text was read as: columns of a big table repeat a few thousand values. */
function remember(
  cache: Map<string, string | null>,
  key: string,
  read: () => string | null,
): string | null {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const answer = read();
  if (key.length <= 300) {
    if (cache.size >= maxCached) cache.clear();
    cache.set(key, answer);
  }
  return answer;
}

/**
 * The value of a cell for a property, or a coded error. Sealed properties come back as text: sealing is the vault's work.
 * A place gets a gazetteer code only where exactly one place bears the name; a date that can be read two ways becomes both.
 */
export function parseCell(property: Property, cell: string, options: CellOptions = {}): CellResult {
  const text = cell.trim();
  if (blank.test(text)) return empty;
  if (text.length > limits[property.type]) return fail("cell-too-long");
  switch (property.type) {
    case "name":
      return nameOf(text, options);
    case "date":
      return dateOf(text, options["dateOrder"]);
    case "age":
      return ageOf(text, options["asOf"]);
    case "number":
      return numberOf(text, property.of, options["unit"]);
    case "place":
      return placeOf(text);
    case "code":
      return codeOf(text, property.of ?? "");
    case "text":
      return options["lang"] === undefined
        ? { kind: "text", text }
        : { kind: "text", text, lang: options["lang"] };
    case "ref":
    case "sealed":
      return fail("cell-not-from-a-table");
  }
}

const limits: Readonly<Record<Property["type"], number>> = {
  name: 1_000,
  date: 120,
  age: 40,
  number: 200,
  place: 2_000,
  code: 2_000,
  text: 20_000,
  ref: Infinity,
  sealed: Infinity,
};

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, "Latn"],
  [/\p{Script=Cyrillic}/u, "Cyrl"],
  [/\p{Script=Han}/u, "Hani"],
  [/\p{Script=Arabic}/u, "Arab"],
];

/** The ISO 15924 script of the first letter that tells one; undefined for a script none of the five languages uses. */
export function scriptOf(text: string): string | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter === undefined ? undefined : scripts.find(([pattern]) => pattern.test(letter))?.[1];
}

function nameOf(text: string, options: CellOptions): Value {
  const script = scriptOf(text);
  return {
    kind: "name",
    text,
    ...(script === undefined ? {} : { script }),
    ...(options["lang"] === undefined ? {} : { lang: options["lang"] }),
    ...(options["role"] === undefined ? {} : { role: options["role"] }),
  };
}

function dateOf(text: string, order: string | undefined): CellResult {
  const edtf = remember(dates, `${order ?? ""}|${text}`, () => {
    const [first, second] = readDate(text, order === "mdy" ? "en-US" : undefined);
    if (first === undefined) return null;
    return second === undefined || order !== undefined
      ? first.edtf
      : `[${[first.edtf, second.edtf].toSorted().join(",")}]`;
  });
  if (edtf === null) return fail("date-not-understood");
  return edtf === text ? { kind: "date", edtf } : { kind: "date", edtf, words: text };
}

const ageWords = /^\D{0,12}(\d{1,3})(?!\d)\D{0,20}$/u;

function ageOf(text: string, asOf: string | undefined): CellResult {
  const years = Number(ageWords.exec(text)?.[1] ?? Number.NaN);
  if (!(years <= 130)) return fail("cell-not-an-age");
  return asOf === undefined ? { kind: "age", years } : { kind: "age", years, asOf };
}

function numberOf(
  text: string,
  vocabulary: string | undefined,
  unit: string | undefined,
): CellResult {
  const read = readNumber(text, vocabulary);
  if (read === null) return fail("cell-not-a-number");
  // Tables give sentences as bare numbers, and mean years.
  const assumed = unit ?? (vocabulary === "duration-unit" ? "years" : undefined);
  return read.unit !== undefined || assumed === undefined ? read : { ...read, unit: assumed };
}

function placeOf(text: string): Value {
  const code = remember(codedPlaces, text, () => {
    const [only, ...others] = findPlaces(text);
    return only === undefined || others.length > 0 ? null : only.code;
  });
  return code === null ? { kind: "place", text } : { kind: "place", text, code };
}

function codeOf(text: string, vocabulary: string): CellResult {
  const code = remember(codes, `${vocabulary}|${text}`, () => codeFor(vocabulary, text) ?? null);
  if (code === null) return fail("term-unknown");
  return code === text
    ? { kind: "code", vocabulary, code }
    : { kind: "code", vocabulary, code, words: text };
}

const listSigns = /[;；|\n]| \/ /u;

/** All values of a cell: where a property may have many, the cell is cut at `;`, `|`, ` / ` and line breaks. */
export function parseCells(
  property: Property,
  cell: string,
  options: CellOptions = {},
): readonly CellResult[] {
  if (property.many !== true || !listSigns.test(cell)) return [parseCell(property, cell, options)];
  const parts = cell.split(listSigns).filter((part) => !blank.test(part));
  return parts.length === 0
    ? [empty]
    : parts.slice(0, 100).map((part) => parseCell(property, part, options));
}

/** Lets go of every cell text remembered for speed; called when the vault is locked. */
export function forgetCells(): void {
  for (const cache of [dates, codes, codedPlaces]) cache.clear();
}
