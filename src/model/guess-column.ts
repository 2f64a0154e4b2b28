// Guesses what a table's column holds from its heading (five languages) and the shape of its cells.
// Invariant: a proposal with its reason; a person approves the mapping before anything is read by it.
// Eighteen-figure numbers are proposed as sealed whatever the heading says: a wrong guess must not lay ID numbers open.
import { type HeadingReading, headingsFor } from "./column-headings.ts";
import { fold } from "./fold.ts";
import { parseCell } from "./parse-cell.ts";
import { findPlaces } from "./places.ts";
import { findTerm } from "./read-code.ts";
import { readDate } from "./read-date.ts";
import type { Property } from "./schema.ts";
import { propertyOf } from "./schemas.ts";

export interface ColumnGuess {
  readonly schema: string;
  readonly property: string;
  readonly options?: Readonly<Record<string, string>>;
  /** 0 to 1; below about 0.5 the guess should be shown as a question. */
  readonly confidence: number;
  readonly reason: "heading" | "part-of-heading" | "cells";
}

const maxSamples = 50;
const idNumber = /^\d{17}[\dXx]$/u;

/** What a column holds, for a table whose rows are of the schema `base`; null where nothing speaks for any property. */
export function guessColumn(
  header: string,
  samples: readonly string[],
  base = "Person",
): ColumnGuess | null {
  const cells = samples
    .map((s) => s.trim())
    .filter((s) => s !== "")
    .slice(0, maxSamples);
  const sealed = propertyOf(base, "idNumber");
  if (sealed !== undefined && share(cells, (c) => idNumber.test(c.replaceAll(" ", ""))) >= 0.5) {
    return { schema: base, property: "idNumber", confidence: 0.95, reason: "cells" };
  }
  const { key, lang } = headingKey(header);
  const exact = best(headingsFor(base).get(key) ?? [], cells, 0.95);
  if (exact !== null) return guess(exact, "heading", cells, lang);
  const partial = best(containedIn(key, base), cells, 0.7);
  if (partial !== null && partial.score >= 0.35)
    return guess(partial, "part-of-heading", cells, lang);
  return fromCells(cells, base);
}

const languageWords: Readonly<Record<string, string>> = {
  en: "english eng en англ английский по-английски ағылшынша 英文 英语 ئىنگلىزچە",
  ru: "russian rus ru рус русский по-русски орысша 俄文 俄语 رۇسچە",
  kk: "kazakh kaz kk қазақша каз казахский по-казахски 哈文 哈萨克文 قازاقچە",
  zh: "chinese chn zh cn pinyin китайский кит по-китайски қытайша 中文 汉字 汉语 خەنزۇچە",
  ug: "uyghur uighur ug уйгурский уйг по-уйгурски ұйғырша 维文 维吾尔文 ئۇيغۇرچە",
};
const languageOf = new Map(
  Object.entries(languageWords).flatMap(([lang, words]) =>
    words.split(" ").map((w) => [fold(w), lang] as const),
  ),
);

/** "Name (Chinese)", 姓名（中文）, "имя по-русски": the heading without the language, and the language. */
function headingKey(header: string): { readonly key: string; readonly lang?: string } {
  const folded = fold(header.slice(0, 300));
  const words = folded.split(" ");
  for (let length = 2; length >= 1; length--) {
    const ending = words.slice(-length).join(" ");
    const lang = words.length > length ? languageOf.get(ending) : undefined;
    if (lang !== undefined) return { key: words.slice(0, -length).join(" "), lang };
  }
  const [first = ""] = words;
  const lang = words.length > 1 ? languageOf.get(first) : undefined;
  return lang === undefined ? { key: folded } : { key: words.slice(1).join(" "), lang };
}

interface Scored extends HeadingReading {
  readonly score: number;
}

/** The reading whose type the cells fit best; the earlier one among equals. */
function best(
  readings: readonly HeadingReading[],
  cells: readonly string[],
  start: number,
): Scored | null {
  return readings
    .map((reading) => ({ ...reading, score: start * fit(reading.property, cells) }))
    .reduce<Scored | null>((a, b) => (a !== null && a.score >= b.score ? a : b), null);
}

/** Readings of the longest known heading that stands, as whole words, inside a longer one. */
function containedIn(key: string, base: string): readonly HeadingReading[] {
  const padded = ` ${key} `;
  let longest = 3;
  let readings: readonly HeadingReading[] = [];
  for (const [heading, found] of headingsFor(base)) {
    const han = /\p{Script=Han}/u.test(heading);
    const length = han ? heading.length * 2 : heading.length;
    if (length <= longest || !(han ? key.includes(heading) : padded.includes(` ${heading} `)))
      continue;
    longest = length;
    readings = found;
  }
  return readings;
}

function guess(
  found: Scored,
  reason: ColumnGuess["reason"],
  cells: readonly string[],
  lang?: string,
): ColumnGuess {
  const { type } = found.property;
  const order = type === "date" ? dateOrder(cells) : undefined;
  const options = {
    ...found.options,
    ...(order === undefined ? {} : { dateOrder: order }),
    ...(lang !== undefined && (type === "name" || type === "text") ? { lang } : {}),
  };
  const confidence = Math.round(found.score * 100) / 100;
  const named = { schema: found.schema, property: found.property.name, confidence, reason };
  return Object.keys(options).length === 0 ? named : { ...named, options };
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/** How well cells fit a property, 0.1 to 1; 0.9 where there are none to judge by. */
function fit(property: Property, cells: readonly string[]): number {
  if (cells.length === 0) return 0.9;
  return 0.1 + 0.9 * share(cells, (cell) => fits(property, cell));
}

function fits(property: Property, cell: string): boolean {
  if (property.type === "code")
    return findTerm(property.of ?? "", cell) !== undefined || cell.includes(" ");
  if (property.type === "name") return /\p{L}/u.test(cell) && !/\d{4}/u.test(cell);
  if (property.type === "place")
    return /\p{L}/u.test(cell) && findTerm("ethnicity", cell) === undefined;
  return !("error" in parseCell(property, cell));
}

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$/u;

/** Whether day or month comes first, where any cell tells. */
function dateOrder(cells: readonly string[]): "dmy" | "mdy" | undefined {
  const pairs = cells.flatMap((cell) => {
    const m = slashed.exec(cell);
    return m === null ? [] : [[Number(m[1]), Number(m[2])] as const];
  });
  const dayFirst = pairs.some(([a]) => a > 12);
  const monthFirst = pairs.some(([, b]) => b > 12);
  return dayFirst === monthFirst ? undefined : dayFirst ? "dmy" : "mdy";
}

/** Where the heading says nothing: shapes only one property has, each with modest confidence. */
function fromCells(cells: readonly string[], base: string): ColumnGuess | null {
  if (base !== "Person" || cells.length === 0) return null;
  const shapes: readonly (readonly [string, number, (cell: string) => boolean])[] = [
    ["sex", 0.7, (c) => findTerm("sex", c) !== undefined],
    ["ethnicity", 0.6, (c) => findTerm("ethnicity", c) !== undefined],
    ["birthDate", 0.3, (c) => /\b(?:19[2-9]\d|200\d)\b/u.test(c) && readDate(c).length > 0],
    ["origin", 0.45, (c) => findPlaces(c).length > 0],
    ["name", 0.3, (c) => /^[\p{L}\p{M}'’ʼ·.\- ]{3,60}$/u.test(c) && /^\p{L}+[ ·]\p{L}/u.test(c)],
  ];
  const found = shapes.find(([, , test]) => share(cells, test) >= 0.8);
  return found === undefined
    ? null
    : { schema: base, property: found[0], confidence: found[1], reason: "cells" };
}
