// What the margin shows, lane by lane: each suggestion in words, ready for a card.
// Invariant: an item that is not offered (inside a denial, said not to be so) is shown and never accepted by itself.
import { formatDate, termOf, valueText } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { quantityOf } from "./figure-value.ts";
import { speakerOf, wordsOf } from "./marks-of.ts";
import { entitiesOf } from "./name-entities.ts";
import type {
  ActSuggestion,
  DateSuggestion,
  FigureSuggestion,
  MentionSuggestion,
  Reading,
  Span,
  StatementSuggestion,
} from "./spans.ts";

export const lanes = ["statements", "figures", "acts", "names", "dates"] as const;
export type Lane = (typeof lanes)[number];
/** The sign of each lane, in the text, on its tab and on its cards: colour is never the only one. */
export const laneSign: Readonly<Record<Lane, string>> = {
  statements: "“",
  figures: "#",
  acts: "!",
  names: "@",
  dates: "◷",
};

interface Face {
  readonly id: string;
  readonly start: number;
  readonly who: string;
  readonly what: string;
  readonly rule: string;
  readonly sure: "A" | "B" | "C";
  readonly offered: boolean;
}

/** A statement in words. */
export interface Told extends Face {
  readonly lane: "statements";
  readonly suggestion: StatementSuggestion;
  readonly addressee: string;
  /** What it answers, in words, and whether that is a statement by now. */
  readonly answers?: { readonly who: string; readonly what: string };
  /** The suggestion it is quoted inside, and who speaks there. */
  readonly inside?: { readonly id: string; readonly who: string };
}
export interface FigureItem extends Face {
  readonly lane: "figures";
  readonly figure: FigureSuggestion;
  /** Who asserts it, in the source's words; empty where the text itself does. */
  readonly by: string;
}
export interface ActItem extends Face {
  readonly lane: "acts";
  readonly act: ActSuggestion;
  /** To whom, in the source's words. */
  readonly person: string;
}
export interface NameItem extends Face {
  readonly lane: "names";
  readonly first: MentionSuggestion;
  /** The ids of all places that name the same thing. */
  readonly ids: readonly string[];
  readonly role: string;
}
export interface DateItem extends Face {
  readonly lane: "dates";
  readonly date: DateSuggestion;
}
export type Item = Told | FigureItem | ActItem | NameItem | DateItem;

const bandOf = (confidence: number): Face["sure"] =>
  confidence >= 0.85 ? "A" : confidence >= 0.65 ? "B" : "C";

/** The words around a span, on one line, so that a card can be judged without looking it up. */
export function around(text: string, { start, end }: Span, units = 60): string {
  const from = Math.max(0, start - units);
  const to = Math.min(text.length, end + units);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const line = Math.max(before.lastIndexOf("\n"), from === 0 ? -1 : before.indexOf(" "));
  const stop = after.indexOf("\n");
  const space = to === text.length ? after.length : after.lastIndexOf(" ");
  const tail = stop >= 0 ? after.slice(0, stop) : after.slice(0, space < 0 ? after.length : space);
  const whole = `${before.slice(line + 1)}${text.slice(start, end)}${tail}`;
  return `${from > 0 ? "… " : ""}${whole.replace(/\s+/g, " ").trim()}${to < text.length && stop < 0 ? " …" : ""}`;
}

export function figureItems(
  text: string,
  reading: Reading,
  denied: ReadonlySet<string>,
): readonly FigureItem[] {
  const byId = new Map(reading.statements.map((s) => [s.id, s]));
  return reading.figures.map((figure) => {
    const said = figure.statement === undefined ? undefined : byId.get(figure.statement);
    const by = said === undefined ? wordsOf(text, figure.asserter) : speakerOf(text, said);
    const words = wordsOf(text, [figure]);
    return {
      lane: "figures",
      id: figure.id,
      start: figure.start,
      who: words,
      what: around(text, figure),
      rule: figure.rule,
      sure: bandOf(figure.confidence),
      offered: !denied.has(figure.id),
      figure,
      by,
    };
  });
}

/** How the rule reads a figure: "at least 40". */
export function readsAs({ figure, who }: FigureItem): string {
  return valueText(quantityOf(figure, who));
}

/** Acts are terms of one vocabulary, stretches of a person's story of another. */
export function actTerm(code: string): { readonly schema: "Act" | "Episode"; readonly of: string } {
  return termOf("act-type", code) === undefined && termOf("episode-kind", code) !== undefined
    ? { schema: "Episode", of: "episode-kind" }
    : { schema: "Act", of: "act-type" };
}

export function actItems(
  text: string,
  reading: Reading,
  denied: ReadonlySet<string>,
): readonly ActItem[] {
  return reading.acts.map((act) => ({
    lane: "acts",
    id: act.id,
    start: act.start,
    who: termText(actTerm(act.act).of, act.act),
    what: around(text, act),
    rule: act.rule,
    sure: bandOf(act.confidence),
    offered: !denied.has(act.id),
    act,
    person: wordsOf(text, act.person),
  }));
}

export function nameItems(text: string, reading: Reading): readonly NameItem[] {
  return entitiesOf(reading.mentions).map(({ first, all }) => ({
    lane: "names",
    id: first.id,
    start: all[0]?.start ?? first.start,
    who: first.text,
    what: `${t(`names.${first.type}`)} · ${t("names.places", { count: all.length })}`,
    rule: first.rule,
    sure: bandOf(first.confidence),
    offered: true,
    first,
    ids: all.map(({ id }) => id),
    role:
      first.role === undefined
        ? ""
        : wordsOf(text, [first.role]).replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ""),
  }));
}

export function dateItems(text: string, reading: Reading): readonly DateItem[] {
  return reading.dates.map((date) => ({
    lane: "dates",
    id: date.id,
    start: date.start,
    who: wordsOf(text, [date]),
    what: date.edtf === null ? t("dates.open") : formatDate(date.edtf),
    rule: date.rule,
    sure: bandOf(date.confidence),
    // A date says nothing by itself: it is used as a value of something, and never decided on.
    offered: false,
    date,
  }));
}
