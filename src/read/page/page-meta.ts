// What a page's markup says about itself: JSON-LD, OpenGraph and other meta tags, `<time>`, canonical link.
// Invariant: broken JSON-LD is passed over, never an error; the strongest evidence comes first in each list.
import { isoDateIn } from "../dates/iso-date.ts";
import { writtenDates } from "../dates/written-date.ts";
import { knownOutlet } from "../lines/outlets.ts";
import type { Suggestion } from "../reading.ts";
import { jsonLdOf } from "./json-ld.ts";
import type { Page } from "./page-of.ts";

export interface PageMeta {
  readonly headline: readonly Suggestion[];
  readonly publisher: readonly Suggestion[];
  readonly author: readonly Suggestion[];
  readonly date: readonly Suggestion[];
  readonly canonicalUrl: readonly Suggestion[];
}

function suggestion(
  value: string | null | undefined,
  rule: string,
  confidence: number,
): Suggestion[] {
  const clean = (value ?? "").replace(/\s+/g, " ").trim();
  return clean === "" || clean.length > 600 ? [] : [{ value: clean, span: null, rule, confidence }];
}

function dated(value: string | null | undefined, rule: string, confidence: number): Suggestion[] {
  const date = isoDateIn(value ?? "");
  return date ? [{ value: date, span: null, rule, confidence }] : [];
}

/** A full date that ends a title, where archives of some outlets put the day: `Headline | Outlet | 23.05.2011`. */
function titled(...titles: readonly (string | null | undefined)[]): Suggestion[] {
  return titles.flatMap((title) => {
    const end = (title ?? "").trim().slice(-60);
    const date = writtenDates(end).at(-1);
    return date !== undefined && date.at + date.length === end.length
      ? [{ value: date.edtf, span: null, rule: "date in the title", confidence: 0.7 }]
      : [];
  });
}

/** All metadata candidates of the page. */
export function metaOf(page: Page): PageMeta {
  const { document } = page;
  const tags = metaTags(document);
  const linked = jsonLdOf(document);
  const first = (...names: string[]): string | undefined =>
    names.map((name) => tags.get(name)).find((value) => value);
  const text = (selector: string): string | null =>
    document.querySelector(selector)?.textContent ?? null;
  return {
    headline: [
      ...heading(document, [linked.headline, first("og:title"), text("title")]),
      ...suggestion(linked.headline, "json-ld headline", 0.9),
      ...suggestion(first("og:title"), "og:title", 0.85),
      ...suggestion(text("h1"), "first h1", 0.8),
      ...suggestion(first("twitter:title", "dc.title"), "meta title", 0.75),
      ...suggestion(text("title"), "title element", 0.6),
    ],
    publisher: [
      ...suggestion(linked.publisher, "json-ld publisher", 0.9),
      ...suggestion(first("og:site_name"), "og:site_name", 0.9),
      ...suggestion(
        first("application-name", "publisher", "dc.publisher", "copyright"),
        "meta publisher",
        0.7,
      ),
    ],
    author: [
      ...suggestion(personOnly(linked.author, linked.publisher), "json-ld author", 0.9),
      ...suggestion(
        namedOnly(
          first(
            "author",
            "article:author",
            "byl",
            "parsely-author",
            "dc.creator",
            "sailthru.author",
          ),
        ),
        "meta author",
        0.8,
      ),
      ...suggestion(bylineText(document), "byline element", 0.7),
    ],
    date: [
      ...dated(linked.date, "json-ld datePublished", 0.95),
      ...metaDates(tags),
      ...timeElements(document),
      ...titled(first("og:title"), text("title")),
    ],
    canonicalUrl: [
      ...suggestion(
        document.querySelector('link[rel="canonical"]')?.getAttribute("href"),
        "canonical link",
        0.95,
      ),
      ...suggestion(first("og:url"), "og:url", 0.85),
    ],
  };
}

function wordSet(value: string): Set<string> {
  return new Set(value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The page's own heading, when what the page tells machines about itself agrees with it. */
function heading(document: Document, told: readonly (string | null | undefined)[]): Suggestion[] {
  for (const element of [...document.querySelectorAll("h1")].slice(0, 4)) {
    const value = element.textContent?.replace(/\s+/g, " ").trim() ?? "";
    const own = wordSet(value);
    if (own.size < 3) continue;
    const shared = told.map(
      (other) => [...wordSet(other ?? "")].filter((word) => own.has(word)).length,
    );
    if (Math.max(0, ...shared) >= own.size * 0.5)
      return suggestion(value, "h1, also the page's title", 0.92);
  }
  return [];
}

function metaTags(document: Document): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll("meta")) {
    const name = (
      tag.getAttribute("property") ??
      tag.getAttribute("name") ??
      tag.getAttribute("itemprop") ??
      ""
    ).toLowerCase();
    const value = tag.getAttribute("content");
    if (name !== "" && value && !tags.has(name)) tags.set(name, value);
  }
  return tags;
}

const DATE_TAGS = [
  "article:published_time",
  "datepublished",
  "og:published_time",
  "parsely-pub-date",
  "publication_date",
  "publish_date",
  "publishdate",
  "pubdate",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "date",
  "last-modified",
  "article:modified_time",
] as const;

function metaDates(tags: ReadonlyMap<string, string>): Suggestion[] {
  return DATE_TAGS.flatMap((name, i) =>
    dated(tags.get(name), `meta ${name}`, i < 10 ? 0.9 : i < 13 ? 0.8 : 0.5),
  );
}

function timeElements(document: Document): Suggestion[] {
  const found: Suggestion[] = [];
  for (const element of document.querySelectorAll(
    "time, abbr.published, [itemprop=datePublished]",
  )) {
    const value =
      element.getAttribute("datetime") ??
      element.getAttribute("content") ??
      element.getAttribute("title") ??
      element.textContent;
    const sure =
      element.getAttribute("itemprop") === "datePublished" || element.hasAttribute("pubdate");
    found.push(...dated(value, "time element", sure ? 0.85 : 0.65));
    if (found.length >= 5) break;
  }
  return found;
}

/** An outlet that gives itself as the author names nobody. */
function personOnly(author: string | undefined, publisher: string | undefined): string | undefined {
  return author &&
    author !== publisher &&
    !/\bwww\.|\.(?:com|org|net)\b/.test(author) &&
    !knownOutlet(author)
    ? author
    : undefined;
}

function namedOnly(value: string | undefined): string | undefined {
  return value && !/^https?:/.test(value) ? value : undefined;
}

function bylineText(document: Document): string | null {
  const selectors =
    '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author-name, .author';
  const words = document.querySelector(selectors)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const name = words.replace(/^(?:by|von|par|de|posted by|written by)\s+/i, "");
  return name.length > 1 && name.length < 80 ? name : null;
}
