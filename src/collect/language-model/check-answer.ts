// An answer made into suggestions: each thing it says must stand in the text that was sent, letter for letter.
// Invariant: no word of the answer goes on, only spans of the received text and codes of closed lists; values of
// numbers and dates are read by the rules from the text, never taken from the answer.
import { createHash } from "node:crypto";
import {
  type ActSuggestion,
  type DateSuggestion,
  type FigureSuggestion,
  type MentionSuggestion,
  type ReadOptions,
  readText,
  type Span,
  type StatementSuggestion,
} from "../../read/index.ts";
import type { Answer } from "./answer.ts";
import { folded, type Folded, type Place, placesOf } from "./find-quotation.ts";
import { nearestTo, pairOf } from "./nearest-place.ts";
import { type Part, spansOf } from "./sent-text.ts";

/** What one or more answers suggest, in the shapes of a reading. */
export interface ModelSuggestions {
  readonly statements: readonly StatementSuggestion[];
  readonly figures: readonly FigureSuggestion[];
  readonly mentions: readonly MentionSuggestion[];
  readonly dates: readonly DateSuggestion[];
  readonly acts: readonly ActSuggestion[];
}

export interface Checked {
  readonly found: ModelSuggestions;
  /** Suggestions whose words do not stand in the text, or stand in several places with nothing to tell which. */
  readonly notFound: number;
}

/** Nothing a model suggests has been measured on this text, so nothing counts as sure. */
const confidence = 0.3;

/** `rule` as people see it beside a suggestion. */
export function ruleOf(model: string): string {
  return `model ${model}`.slice(0, 60);
}

interface Asked {
  readonly part: Part;
  readonly text: Folded;
  readonly rule: string;
  readonly reading: CheckOptions;
}

/** What is known of the text, for reading numbers and dates in it. */
export type CheckOptions = Pick<ReadOptions, "language" | "published">;

/** Checks one answer against the part it was asked about. */
export function checkAnswer(
  answer: Answer,
  part: Part,
  model: string,
  reading: CheckOptions = {},
): Checked {
  const asked = { part, text: folded(part.text), rule: ruleOf(model), reading };
  let notFound = 0;
  const all = <I, S>(items: readonly I[], look: (asked: Asked, item: I) => S | null): S[] =>
    items.flatMap((item) => {
      const one = look(asked, item);
      if (one === null) notFound += 1;
      return one === null ? [] : [one];
    });
  const found = {
    statements: all(answer.statements, statementOf),
    figures: all(answer.figures, figureOf),
    mentions: all(answer.names, mentionOf),
    dates: all(answer.dates, dateOf),
    acts: all(answer.acts, actOf),
  };
  return { found, notFound };
}

function statementOf(
  { part, text, rule }: Asked,
  item: Answer["statements"][number],
): StatementSuggestion | null {
  const contents = item.content.map((words) => placesOf(text, words));
  const speakers = item.speaker === null ? null : placesOf(text, item.speaker);
  const cues = item.cue === null ? null : placesOf(text, item.cue);
  const first = pairOf(contents[0] ?? [], speakers ?? cues);
  if (first === null) return null;
  const content = [first.place];
  for (const places of contents.slice(1)) {
    const next = nearestTo(places, content.at(-1) ?? first.place);
    if (next === null) return null;
    content.push(next);
  }
  const cue = cues === null ? null : nearestTo(cues, first.anchor ?? first.place);
  if (cues !== null && cue === null) return null;
  const spans = (place: Place): Span[] => spansOf(part, place.start, place.end);
  const source = speakers === null || first.anchor === null ? [] : spans(first.anchor);
  const said = content.toSorted((a, b) => a.start - b.start).flatMap((place) => spans(place));
  return {
    id: idOf("statement", [...source, ...said], item.stance),
    source,
    cue: cue === null ? [] : spans(cue),
    content: said,
    mode: modeOf(part.text, first.place),
    stance: item.stance,
    act: "say",
    rule,
    confidence,
    band: "C",
  };
}

const marks = /["“”«»„「」『』]/;

/** Whether the words stand in quotation marks, hold some, or neither. */
function modeOf(text: string, { start, end }: Place): StatementSuggestion["mode"] {
  const opened = marks.test(text.slice(Math.max(0, start - 1), start + 1));
  const closed = marks.test(text.slice(end - 1, end + 2));
  if (opened && closed) return "direct";
  return marks.test(text.slice(start, end)) ? "mixed" : "paraphrase";
}

/** A number the rules cannot read: a person reads it. */
const unread = { hedge: "vague", low: null, high: null, unit: "" } as const;

function figureOf(
  { part, text, rule, reading }: Asked,
  item: Answer["figures"][number],
): FigureSuggestion | null {
  const place = only(placesOf(text, item.words));
  const span = place === null ? null : oneSpan(part, place);
  if (place === null || span === null) return null;
  const near = (words: string | null): Span[] | null => {
    if (words === null) return [];
    const found = nearestTo(placesOf(text, words), place);
    return found === null ? null : spansOf(part, found.start, found.end);
  };
  const [population, asserter] = [near(item.population), near(item.asserter)];
  if (population === null || asserter === null) return null;
  const read = readText(part.text.slice(place.start, place.end), reading).figures[0];
  // Words without a number are no figure, whatever the model makes of them.
  if (read === undefined && !/\p{Nd}/u.test(item.words)) return null;
  const { hedge, low, high, unit } = read ?? unread;
  const [counted] = population;
  return {
    id: idOf("figure", [span]),
    ...span,
    hedge,
    low,
    high,
    unit,
    ...(counted === undefined ? {} : { population: counted }),
    asserter,
    rule,
    confidence,
  };
}

function mentionOf(
  { part, text, rule }: Asked,
  { words, type }: Answer["names"][number],
): MentionSuggestion | null {
  // A name means the same wherever it stands; the first place shows it.
  const place = placesOf(text, words)[0];
  const span = place === undefined ? null : oneSpan(part, place);
  if (place === undefined || span === null) return null;
  return {
    id: idOf("mention", [span], type),
    ...span,
    type,
    text: part.text.slice(place.start, place.end),
    // Set when it is merged with the names the rules found.
    entity: -1,
    rule,
    confidence,
  };
}

function dateOf(
  { part, text, rule, reading }: Asked,
  { words }: Answer["dates"][number],
): DateSuggestion | null {
  const place = only(placesOf(text, words));
  const span = place === null ? null : oneSpan(part, place);
  if (place === null || span === null) return null;
  // A date that stands alone is taken for the date of the text.
  const { dates, meta } = readText(part.text.slice(place.start, place.end), reading);
  const [read] = dates;
  return {
    id: idOf("date", [span]),
    ...span,
    edtf: read === undefined ? (meta.date?.value ?? null) : read.edtf,
    relative: read?.relative ?? false,
    rule,
    confidence,
  };
}

function actOf({ part, text, rule }: Asked, item: Answer["acts"][number]): ActSuggestion | null {
  const persons = item.person === null ? null : placesOf(text, item.person);
  const pair = pairOf(placesOf(text, item.words), persons);
  const span = pair === null ? null : oneSpan(part, pair.place);
  if (pair === null || span === null) return null;
  return {
    id: idOf("act", [span], item.act),
    ...span,
    act: item.act,
    person: pair.anchor === null ? [] : spansOf(part, pair.anchor.start, pair.anchor.end),
    negated: item.negated,
    // Set when it is merged with the denials of the whole text.
    denied: false,
    rule,
    confidence,
  };
}

function only(places: readonly Place[]): Place | null {
  return places.length === 1 ? (places[0] ?? null) : null;
}

function oneSpan(part: Part, { start, end }: Place): Span | null {
  const [span, more] = spansOf(part, start, end);
  return span === undefined || more !== undefined ? null : span;
}

/** Stable for the same words in the same place, and never the id of a rule's suggestion. */
function idOf(kind: string, spans: readonly Span[], what = ""): string {
  const key = JSON.stringify([kind, what, spans.map(({ start, end }) => [start, end])]);
  return `m${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
}
