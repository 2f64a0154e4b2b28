// Whom a text says it has its word from: outlets, agencies, reports, by its words and by its links.
// Invariant: proposals only. Nothing here counts until a person accepts it; every one names the passage that shows it.
import { createHash } from "node:crypto";
import type { Reading, Span, StatementSuggestion } from "../read/index.ts";
import { areSameWords, bodyWords } from "./body-names.ts";
import type { PageLink } from "./page-links.ts";
import { ownWords } from "./shingles.ts";

/** One source that the text seems to repeat. */
export interface Citation extends Span {
  /** Made of the name (or the address), so that a person's no holds when the text is read again. */
  readonly id: string;
  readonly words: string;
  readonly rule: string;
  readonly url?: string;
}

type Parts = Pick<Reading, "statements" | "mentions" | "mask">;

/** Words before an organisation that say the text has something from it. English; other languages by their statements. */
const LEAD =
  /(?:\b(?:citing|quoting|cited by|quoted by|reported by|published by|broadcast by|according to|told|interview with|reports? by|reports? (?:from|in)|article in|story in|statement to)\s{1,3}(?:the\s{1,3})?(?:(?:news )?(?:agency|newspaper|broadcaster|website|magazine|channel)\s{1,3})?)$/i;
const DOCUMENT =
  /^.{0,40}?\b(?:in|of|with)\s+(?:an?|its|their|the)\s+(?:[\p{L}-]+\s+){0,3}?(?:report|study|survey|briefing|article|interview|investigation|dossier|publication)\b/iu;
const WRITING = /^(?:writes?|wrote|reports?|reported|publish\w*|document\w*)$/i;
/** Nouns for what prints, sends or reports, as word beginnings. */
const OUTLET =
  /(?:агентств|издани|газет|журнал|радио|телеканал|канал|сайт|портал|отч[её]т|доклад|агенттіг|басылым|телеарна|баяндама|ajans|gazete|dergi|radyo|kanal|rapor)[\p{L}\p{M}]{0,8}/iu;
/** Words English outlets end on; a reader may take such a name for a person's. */
const ENGLISH_OUTLET =
  /\s(?:agency|bulletin|chronicle|courier|daily|gazette|herald|journal|magazine|monitor|news|observer|post|press|radio|review|standard|telegraph|television|times|tribune|tv|weekly|wire)$/i;
const HAN_OUTLET = /(?:社|报|報|网|電視台|电视台|电台|杂志|周刊|报告|報告)$/u;
const QUOTED = /[«“„"《「][^«»“”„"《》「」\n]{2,80}[»”“"》」]/u;

/** What is known besides the text: who published it, who is never cited by it, and publishers of other sources. */
export interface Publishers {
  readonly own?: string | undefined;
  readonly known?: readonly string[];
}

/** So much of a text is looked through, and so many bodies come out, however long it is: a description holds no more. */
const MOST_STATEMENTS = 1_500;
const MOST_MENTIONS = 5_000;
const MOST_CITED = 200;
const longestName = 160;

/** What of a reading is looked at. */
interface Seen {
  readonly statements: readonly StatementSuggestion[];
  readonly organizations: readonly Span[];
  readonly persons: readonly Span[];
}

/** Every citation of the text, in its order, each body once; at most 200. */
export function citationsIn(
  text: string,
  reading: Parts,
  links: readonly PageLink[],
  { own, known = [] }: Publishers = {},
): Citation[] {
  const of = (type: "organization" | "person"): Span[] =>
    reading.mentions.filter((m) => m.type === type).slice(0, MOST_MENTIONS);
  const seen: Seen = {
    statements: reading.statements.slice(0, MOST_STATEMENTS),
    organizations: of("organization"),
    persons: of("person"),
  };
  const publishers = known.map(bodyWords);
  const found = [
    ...seen.statements.flatMap((statement) => citedIn(text, seen, statement, publishers)),
    ...citedBefore(text, seen),
    ...linked(text, seen, reading.mask, links),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const ownWordsOf = own === undefined ? [] : bodyWords(own);
  const kept: { readonly words: readonly string[]; citation: Citation }[] = [];
  for (const citation of found) {
    const words = bodyWords(citation.words);
    if (areSameWords(words, ownWordsOf)) continue;
    const before = kept.find((one) => areSameWords(one.words, words));
    if (before === undefined) {
      if (kept.length < MOST_CITED) kept.push({ words, citation });
    } else if (before.citation.url === undefined && citation.url !== undefined)
      // The link beside the name belongs to it.
      before.citation = { ...before.citation, url: citation.url };
  }
  return kept.map((one) => one.citation);
}

function citedIn(
  text: string,
  seen: Seen,
  s: StatementSuggestion,
  publishers: readonly (readonly string[])[],
): Citation[] {
  const places: Span[] = [];
  const [cue] = s.cue;
  const whole = around(s.source);
  if (whole !== null && whole.end - whole.start <= longestName) {
    const after = text.slice(cue?.start ?? 0, (cue?.end ?? 0) + 120).split(/[.!?。\n]/)[0] ?? "";
    const writes =
      cue !== undefined && (WRITING.test(text.slice(cue.start, cue.end)) || DOCUMENT.test(after));
    const words = text.slice(whole.start, whole.end);
    const speaker = bodyWords(words);
    if (publishers.some((publisher) => areSameWords(publisher, speaker)))
      return [citation(text, whole, s.rule)];
    if (s.act === "relay" || writes) places.push(whole);
    const inside = OUTLET.exec(words);
    // "рассказала сестра изданию «…»": the outlet stands within what was taken for the speaker.
    if (inside !== null && s.act !== "relay")
      places.push({ start: whole.start + inside.index, end: whole.end });
  }
  if (s.addressee !== undefined) places.push(s.addressee);
  return places.flatMap((place) => {
    const named = nameIn(text, seen, place);
    return named === null ? [] : [citation(text, named, s.rule)];
  });
}

/** The body a passage names: an organisation, a name in quotation marks beside an outlet's noun, a Chinese outlet. */
function nameIn(text: string, { organizations, persons }: Seen, place: Span): Span | null {
  const organisation = organizations.find((m) => touches(m, place));
  if (organisation !== undefined) return { start: organisation.start, end: organisation.end };
  if (place.end - place.start > longestName) return null;
  const words = text.slice(place.start, place.end);
  const han = /\p{Script=Han}/u.test(words) && HAN_OUTLET.test(words.replace(/[》」”的\s]+$/u, ""));
  if (/^\p{Lu}|^the\s+\p{Lu}/u.test(words) && ENGLISH_OUTLET.test(words)) return place;
  if (han || (OUTLET.test(words) && (QUOTED.test(words) || /\s\p{Lu}/u.test(words)))) return place;
  // A foreign outlet in another language's sentence ("Halfmoon Wire хабарлауынша").
  return /^[A-Z][\w.&-]*(?:\s+[A-Z][\w.&-]*)*$/.test(words) &&
    !persons.some((m) => touches(m, place)) &&
    /[^\p{Script=Latin}\P{L}]/u.test(text.slice(Math.max(0, place.start - 80), place.end + 80))
    ? place
    : null;
}

function citedBefore(text: string, { organizations }: Seen): Citation[] {
  return organizations
    .filter((m) => LEAD.test(text.slice(Math.max(0, m.start - 60), m.start)))
    .map((m) => citation(text, m, "words before the name"));
}

/** How far beside a link the name of what it leads to may stand: "a report by the Steppe Rights Group". */
const beside = 30;

/** Links out of the body on the name of an organisation; others lead to places, laws, pictures. */
function linked(
  text: string,
  { organizations }: Seen,
  mask: Parts["mask"],
  links: readonly PageLink[],
): Citation[] {
  const parts = ownWords(text.length, mask);
  return links
    .filter((link) => parts.some((part) => part.start <= link.start && link.end <= part.end))
    .flatMap((link) => {
      const wide = { start: link.start - beside, end: link.end + beside };
      const near =
        organizations.find((m) => touches(m, link)) ?? organizations.find((m) => touches(m, wide));
      return near === undefined ? [] : [{ ...citation(text, near, "link"), url: link.url }];
    });
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}

function citation(text: string, { start, end }: Span, rule: string): Citation {
  const words = text.slice(start, end).replace(/\s+/g, " ").trim();
  return { id: citationId(bodyWords(words).join(" ")), words, start, end, rule };
}

/** A stable id from what is cited. */
function citationId(what: string): string {
  return `relay-${createHash("sha256").update(what).digest("hex").slice(0, 16)}`;
}

function around(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map((s) => s.start)),
    end: Math.max(...spans.map((s) => s.end)),
  };
}
