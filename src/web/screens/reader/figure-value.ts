// A figure as a record: quantity with its hedge, unit, of whom, where, as of when, given by whom.
// Invariant: nothing the words leave open is filled in; "dozens" stays words, and an open end stays open.
import type { Value } from "../../../model/index.ts";
import { findPlaces, termOf } from "../../../model/index.ts";
import type { FigureItem } from "./items.ts";
import { wordsOf } from "./marks-of.ts";
import { passageOf } from "./passage.ts";
import type { Decisions, FigureSuggestion, Span } from "./spans.ts";
import type { ClaimInput, RecordInput } from "./use-decide.ts";

type NumberValue = Extract<Value, { kind: "number" }>;

/** The words a hedge is kept in, as the table reader writes them too. */
const hedgeWords: Readonly<Record<FigureSuggestion["hedge"], string>> = {
  exact: "",
  range: "",
  vague: "",
  about: "about",
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "less-than": "less than",
};
export const hedges = ["about", "at least", "at most", "more than", "less than", "nearly"] as const;

/** What was counted, where the word says it without guessing; who is held and who was ever held stays open. */
const unitCodes: Readonly<Record<string, string>> = {
  percent: "percent",
  families: "families",
  households: "families",
  cases: "cases",
  testimonies: "testimonies",
  facilities: "facilities",
  camps: "facilities",
  prisons: "facilities",
};
const isMoney = (unit: string): boolean => /^[A-Z]{3}$|^money$/.test(unit);

/** The suggested quantity as a value, in the source's words. */
export function quantityOf(figure: FigureSuggestion, words: string): NumberValue {
  const { low, high, hedge, unit } = figure;
  const kept = words.slice(0, 2_000);
  if (hedge === "vague") return { kind: "number", words: kept };
  return {
    kind: "number",
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
    ...(hedgeWords[hedge] === "" ? {} : { hedge: hedgeWords[hedge] }),
    ...(unit === "percent" || isMoney(unit) ? { unit } : {}),
    words: kept,
  };
}

/** A figure as a form holds it; every field is text. */
export interface FigureDraft {
  readonly low: string;
  readonly high: string;
  readonly hedge: string;
  readonly unit: string;
  readonly population: string;
  readonly place: string;
  readonly asOf: string;
  readonly body: string;
  /** The accepted statement that asserts it; empty is the source's own voice. */
  readonly statement: string;
}

export function figureDraft(text: string, item: FigureItem, decisions: Decisions): FigureDraft {
  const { figure } = item;
  const { low, high, hedge = "" } = quantityOf(figure, item.who);
  const said = figure.statement === undefined ? undefined : decisions[figure.statement];
  const unit = isMoney(figure.unit) ? "money" : (unitCodes[figure.unit] ?? "");
  return {
    low: low === undefined ? "" : String(low),
    high: high === undefined ? "" : String(high),
    hedge,
    unit: termOf("figure-unit", unit) === undefined ? "" : unit,
    population: wordsOf(text, figure.population === undefined ? [] : [figure.population]),
    place: wordsOf(text, figure.place === undefined ? [] : [figure.place]),
    asOf: figure.asOf ?? "",
    body: item.by,
    statement: said?.state === "accepted" ? (said.became ?? "") : "",
  };
}

/** The number typed, `undefined` for an empty field, `null` for what is no number. */
export function numberIn(typed: string): number | undefined | null {
  const plain = typed.replace(/[\s,]/g, "");
  if (plain === "") return undefined;
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

/** Whether the two ends can stand together. */
export function endsStand({ low, high }: Pick<FigureDraft, "low" | "high">): boolean {
  const [from, to] = [numberIn(low), numberIn(high)];
  return from !== null && to !== null && (from === undefined || to === undefined || from <= to);
}

/** The record a figure becomes; every claim rests on its own words where it has some. */
export function figureRecord(text: string, item: FigureItem, draft: FigureDraft): RecordInput {
  const { figure } = item;
  const suggested = quantityOf(figure, item.who);
  const [low, high] = [numberIn(draft.low), numberIn(draft.high)];
  const value: NumberValue = {
    kind: "number",
    ...(typeof low === "number" ? { low } : {}),
    ...(typeof high === "number" ? { high } : {}),
    ...(draft.hedge === "" ? {} : { hedge: draft.hedge }),
    ...(suggested.unit === undefined ? {} : { unit: suggested.unit }),
    words: item.who.slice(0, 2_000),
  };
  const through = draft.statement === "" ? {} : { statement: draft.statement };
  const claim = (property: string, value: Value | null, span: Span = figure): ClaimInput[] =>
    value === null ? [] : [{ property, value, passage: passageOf(text, span), ...through }];
  return {
    kind: "record",
    schema: "Figure",
    label: item.who.slice(0, 1_000),
    claims: [
      ...claim("quantity", value),
      ...claim("unit", draft.unit === "" ? null : codeOf(draft.unit, wordsOfUnit(figure, item))),
      ...claim("population", textOf(draft.population), figure.population),
      ...claim("place", placeValue(draft.place), figure.place),
      ...claim("asOf", draft.asOf === "" ? null : { kind: "date", edtf: draft.asOf }),
      ...claim("body", textOf(draft.body), item.by === "" ? undefined : figure.asserter[0]),
      ...claim(
        "basis",
        figure.of === undefined ? null : textOf(wordsOf(text, [figure.of])),
        figure.of,
      ),
    ],
  };
}

const textOf = (words: string): Value | null =>
  words.trim() === "" ? null : { kind: "text", text: words.trim() };

function codeOf(code: string, words: string): Value {
  return {
    kind: "code",
    vocabulary: "figure-unit",
    code,
    ...(words === "" ? {} : { words }),
  };
}

const wordsOfUnit = ({ unit }: FigureSuggestion, { who }: FigureItem): string =>
  unit === "" ? "" : who.slice(0, 2_000);

/** A place as stated, with the gazetteer's code only where the words can mean one place. */
export function placeValue(words: string): Value | null {
  const stated = words.trim();
  if (stated === "") return null;
  const [place, ...others] = findPlaces(stated);
  return {
    kind: "place",
    text: stated.slice(0, 2_000),
    ...(place === undefined || others.length > 0 ? {} : { code: place.code }),
  };
}
