// Any value in one short line of plain text, for lists, labels, tooltips and exports.
// Invariant: a sealed value never shows; what a source said in its own words is not reworded where it has no code.
import { formatDate } from "./date.ts";
import { fold } from "./fold.ts";
import { say } from "./messages.ts";
import { placeLabel, placeOf } from "./places.ts";
import type { Value } from "./value.ts";
import { termLabel, termOf } from "./vocabularies.ts";

type NumberValue = Extract<Value, { kind: "number" }>;

/** Short plain text for a value: codes by their labels, dates in words, places as stated with what they were resolved to. */
export function valueText(value: Value, lang = "en"): string {
  switch (value.kind) {
    case "name":
    case "text":
      return value.text;
    case "date":
      return value.edtf === "XXXX" && value.words !== undefined
        ? value.words
        : formatDate(value.edtf, lang);
    case "age":
      return ageText(value.years, value.asOf, lang);
    case "number":
      return numberText(value, lang);
    case "place":
      return placeText(value.text, value.code, lang);
    case "code":
      return value.code === "other" && value.words !== undefined
        ? value.words
        : termLabel(value.vocabulary, value.code, lang);
    case "ref":
      return value.words ?? say("value.record", {}, lang);
    case "sealed":
      return say("value.sealed", {}, lang);
  }
}

function ageText(years: number, asOf: string | undefined, lang: string): string {
  const age = say("value.age", { count: years, years }, lang);
  return asOf === undefined ? age : say("value.ageAt", { age, date: formatDate(asOf, lang) }, lang);
}

function numberText(value: NumberValue, lang: string): string {
  const { low, high, hedge, unit } = value;
  if (low === undefined && high === undefined)
    return value.words ?? say("value.numberUnknown", {}, lang);
  const figure = figureFormat(lang);
  const one = low ?? high ?? 0;
  const plain =
    low !== undefined && high !== undefined && low !== high
      ? say("value.range", { low: figure.format(low), high: figure.format(high) }, lang)
      : figure.format(one);
  const open = low === undefined ? "value.atMost" : "value.atLeast";
  const oneEnded = low === undefined || high === undefined;
  const hedged =
    hedge !== undefined
      ? say("value.hedged", { hedge, number: plain }, lang)
      : oneEnded
        ? say(open, { low: plain, high: plain }, lang)
        : plain;
  return unit === undefined
    ? hedged
    : say("value.withUnit", { number: hedged, unit: unitText(unit, lang) }, lang);
}

const figureFormats = new Map<string, Intl.NumberFormat>();

/** Making one takes a hundred times longer than using it, and a site has a million numbers. */
function figureFormat(lang: string): Intl.NumberFormat {
  const known = figureFormats.get(lang);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  figureFormats.set(lang, made);
  return made;
}

function unitText(unit: string, lang: string): string {
  const vocabulary = ["duration-unit", "figure-unit"].find(
    (name) => termOf(name, unit) !== undefined,
  );
  return vocabulary === undefined ? unit : termLabel(vocabulary, unit, lang).toLowerCase();
}

function placeText(text: string, code: string | undefined, lang: string): string {
  const place = code === undefined ? undefined : placeOf(code);
  if (code === undefined || place === undefined) return text;
  const label = placeLabel(code, lang);
  return fold(label) === fold(text) ? text : say("value.placed", { text, label }, lang);
}
