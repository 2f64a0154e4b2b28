// A received text to its reading. Invariant: nothing here changes the text; no suggestion but the publisher's
// and the date's touches boilerplate.
import { findAuthor, findHeadline } from "./lines/find-headline.ts";
import { findDate } from "./lines/find-date.ts";
import { findPublisher, type Hints } from "./lines/find-publisher.ts";
import { maskOf } from "./lines/mask-of.ts";
import { mainLanguage, passagesOf } from "./language/detect-language.ts";
import { pageOf } from "./page/page-of.ts";
import { metaOf, type PageMeta } from "./page/page-meta.ts";
import { packFor } from "./packs/pack-for.ts";
import type {
  ActSuggestion,
  DateSuggestion,
  FigureSuggestion,
  MaskSpan,
  MentionSuggestion,
  Meta,
  Reading,
  ReadOptions,
  Received,
  Suggestion,
} from "./reading.ts";
import { findActs } from "./acts/find-acts.ts";
import { findDates } from "./dates/find-dates.ts";
import { findFigures } from "./figures/find-figures.ts";
import { findMentions } from "./mentions/find-mentions.ts";
import { linkDenials } from "./statements/link-denials.ts";
import { linkSpeakers } from "./statements/link-speakers.ts";
import { prepare } from "./statements/prepare.ts";
import { withIds } from "./suggestion-id.ts";
import { readStatements } from "./statements/read-statements.ts";

const READ_KINDS = new Set<MaskSpan["kind"]>(["headline", "standfirst", "body", "caption"]);

/**
 * Read a text: its mask, language, metadata, and what is said in it.
 * `received` is what `textOf` gave, or bare text. Relative dates are resolved only against `options.published`.
 * Never throws for any text; a language without a pack gives `pack: null`.
 */
export function readText(received: Received | string, options: ReadOptions = {}): Reading {
  const given: Received =
    typeof received === "string"
      ? { kind: "text", mime: "text/plain", text: received, encoding: "utf-8", notes: [] }
      : received;
  const { text } = given;
  const html = options.html ?? given.html;
  const parsed = html === undefined ? null : pageOf(html);
  // Markup that does not give this very text cannot say where things stand in it.
  const page = parsed && parsed.text === text ? parsed : null;
  const marked = parsed ? metaOf(parsed) : null;
  const mask = maskOf(given, page, marked?.headline[0]?.value);
  const name = options.name ?? given.name;
  const hints: Hints = {
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(name === undefined ? {} : { name }),
  };
  const paragraphs = mask.filter(({ kind }) => READ_KINDS.has(kind));
  const passages = passagesOf(text, paragraphs.length > 0 ? paragraphs : mask, options.language);
  const language = mainLanguage(passages);
  const meta = metaFrom(text, mask, hints, marked);
  const pack = packFor(
    passages.find((passage) => passage.language === language) ?? { language, script: "Zyyy" },
  );
  const document = prepare(text, paragraphs, passages);
  const mentions = findMentions(document);
  const dates = findDates(document, knownDate(options, meta));
  const statements = linkSpeakers(text, linkDenials(text, readStatements(document)), mentions);
  return {
    language,
    passages,
    meta,
    mask,
    statements,
    mentions: withIds<MentionSuggestion>("mention", mentions, ({ type }) => type),
    figures: withIds<FigureSuggestion>(
      "figure",
      findFigures(document, statements, mentions, dates),
      ({ unit }) => unit,
    ),
    dates: withIds<DateSuggestion>("date", dates, () => ""),
    acts: withIds<ActSuggestion>("act", findActs(document, statements, mentions), ({ act }) => act),
    pack,
  };
}

/** The publication date relative dates may lean on: the sender's, or one printed on the text itself. */
function knownDate(options: ReadOptions, meta: Meta): string | undefined {
  if (options.published !== undefined) return options.published;
  return meta.date && meta.date.confidence >= 0.85 ? meta.date.value : undefined;
}

function metaFrom(
  text: string,
  mask: readonly MaskSpan[],
  hints: Hints,
  marked: PageMeta | null,
): Meta {
  const headline = marked?.headline[0] ?? findHeadline(text, mask);
  const publisher = findPublisher(text, mask, hints, marked?.publisher);
  const author = marked?.author[0] ?? findAuthor(text, mask);
  const date = findDate(text, mask, hints, marked?.date);
  const canonicalUrl = marked?.canonicalUrl[0];
  return only({ headline, publisher, author, date, canonicalUrl });
}

function only(values: Readonly<Record<keyof Meta, Suggestion | undefined>>): Meta {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
