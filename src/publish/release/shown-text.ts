// How a value is told in a release, and which words of it stay.
// Invariant: a date of birth is told by its year, a home by its county, a point by two decimals; the exact words of all are among
// what stays.
import { findPlaces, formatDate, placeLabel, type Value, valueText } from "../../model/index.ts";
import { pointOf } from "./point.ts";

interface ShownText {
  readonly text: string;
  /** What was made coarser: `day`, `place`, `point`. */
  readonly coarser?: string;
}

/** Where somebody lives, or comes from, which is where their family lives. */
export const homes: ReadonlySet<string> = new Set(["residence", "registration", "origin"]);
const exactDay = /^\d{4}-\d{2}(?:-\d{2})?/;

/** `atHome`: the record is of something that happened at somebody's home. */
export function shownText(
  schema: string,
  property: string,
  value: Value,
  atHome = false,
): ShownText {
  if (schema === "Place" && property === "coordinates") {
    const { latitude, longitude } = pointOf(valueText(value));
    return { text: latitude === undefined ? "" : `${latitude}, ${longitude}`, coarser: "point" };
  }
  if (atHome && value.kind === "place" && value.code !== undefined)
    return { text: placeLabel(value.code), coarser: "place" };
  if (schema !== "Person") return { text: valueText(value) };
  if (property === "birthDate" && value.kind === "date") {
    const years = [...new Set(value.edtf.match(/\d{4}(?=$|-)/g) ?? [])];
    const isExact = exactDay.test(value.edtf) || /[/,.]/.test(value.edtf);
    if (!isExact) return { text: valueText(value) };
    return { text: years.join("–") || formatDate("XXXX"), coarser: "day" };
  }
  if (homes.has(property) && value.kind === "place" && value.code !== undefined)
    return { text: placeLabel(value.code), coarser: "place" };
  return { text: valueText(value) };
}

/** Every wording of a value, for looking whether a text says it. Nothing for what is everybody's: a country, a bare number. */
export function wordingsOf(value: Value): readonly string[] {
  switch (value.kind) {
    case "name":
      return [value.text];
    case "text":
      return [value.text, ...figuresOf(value.text)];
    case "date":
      return exactDay.test(value.edtf)
        ? [value.edtf, formatDate(value.edtf), ...(value.words === undefined ? [] : [value.words])]
        : [];
    case "place":
      return findPlaces(value.text).length > 0 ? [] : [value.text, ...partsOf(value.text)];
    case "code":
      return [valueText(value), ...(value.words === undefined ? [] : [value.words])];
    case "number":
    case "ref":
      return value.words === undefined ? [] : [value.words];
    case "age":
    case "sealed":
      return [];
  }
}

/** The parts of an address that are no place of the gazetteer: a street, a house. */
function partsOf(text: string): string[] {
  const parts = text.split(/[,;،、，]/u).map((part) => part.trim());
  if (parts.length < 2) return [];
  return parts.filter((part) => part !== "" && findPlaces(part).length === 0);
}

/** Each long number of a text by itself: the two halves of a point, whatever stands between them. */
const figuresOf = (text: string): string[] =>
  text.length > 200 ? [] : (text.match(/\d{1,3}[.,]\d{4,12}/gu) ?? []);

/** Words by which one thing is known wherever they stand: long, or many, or with a long run of figures. */
export function isDistinctive(words: string): boolean {
  if (/\p{Nd}{4}/u.test(words) && /\p{L}|[-/. ]/u.test(words)) return words.length >= 8;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (/\p{Script=Han}/u.test(words)) return letters >= 5;
  return letters >= 10 || (letters >= 8 && words.trim().includes(" "));
}
