// Which source of the vault a citation means: the one at the linked address, else one of that publisher's from shortly
// before. Invariant: a fitting source is a proposal with its reason; none is better than a doubtful one from years ago.
import { parseDate } from "../model/index.ts";
import { areSameWords, bodyWords } from "./body-names.ts";
import type { Citation } from "./citations.ts";

/** A source as far as it can be cited. */
export interface Citable {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly publisher?: string;
  /** EDTF. */
  readonly published?: string;
  readonly url?: string;
}

export interface Fit {
  readonly source: string;
  readonly title: string;
  readonly published?: string;
  readonly because: "address" | "publisher";
}

const dayMs = 86_400_000;
/** News is repeated at once, a report for as long as there is no newer one. */
const NEWS_DAYS = 31;
const REPORT_DAYS = 1_000;
const SLOW = new Set(["report", "court-paper", "leaked-document", "list", "testimony"]);
const shownAtMost = 3;

/** Fitting sources, the likeliest first; `from` is the source that cites. */
export function fitsOf(
  citation: Pick<Citation, "words" | "url">,
  from: Pick<Citable, "id" | "published">,
  sources: readonly Citable[],
  wordsOf: (name: string) => readonly string[] = bodyWords,
): Fit[] {
  const others = sources.filter((source) => source.id !== from.id);
  const address = citation.url === undefined ? null : plainAddress(citation.url);
  const at = others.filter(
    ({ url }) => address !== null && url !== undefined && plainAddress(url) === address,
  );
  if (at.length > 0) return at.slice(0, shownAtMost).map((source) => fit(source, "address"));
  const words = wordsOf(citation.words);
  const named = others.filter(
    ({ publisher }) => publisher !== undefined && areSameWords(wordsOf(publisher), words),
  );
  const day = dayOf(from.published);
  // Without a date there is no telling which of several it is.
  if (day === null)
    return named.length === 1 ? named.map((source) => fit(source, "publisher")) : [];
  return named
    .flatMap((source) => {
      const before = dayOf(source.published);
      if (before === null) return named.length === 1 ? [{ source, days: 0 }] : [];
      const days = (day - before) / dayMs;
      // A day ahead: the same hour has two dates.
      return days >= -1 && days <= (SLOW.has(source.kind) ? REPORT_DAYS : NEWS_DAYS)
        ? [{ source, days: Math.abs(days) }]
        : [];
    })
    .sort((a, b) => a.days - b.days || (a.source.id < b.source.id ? -1 : 1))
    .slice(0, shownAtMost)
    .map(({ source }) => fit(source, "publisher"));
}

function fit({ id, title, published }: Citable, because: Fit["because"]): Fit {
  return { source: id, title, ...(published === undefined ? {} : { published }), because };
}

function dayOf(edtf: string | undefined): number | null {
  const day = edtf === undefined ? null : (parseDate(edtf)?.min ?? null);
  const at = day === null ? Number.NaN : Date.parse(day);
  return Number.isFinite(at) ? at : null;
}

/** An address without what does not change the page: scheme, `www.`, case of the host, last slash, fragment, trackers. */
export function plainAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname, searchParams } = new URL(url);
  const kept = [...searchParams]
    .filter(([name]) => !/^(?:utm_|fbclid|gclid|ref$|source$)/i.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const path = pathname.replace(/\/+$/, "");
  if (path === "" && kept.length === 0) return null;
  return `${hostname.replace(/^www\./, "")}${path}${kept.length === 0 ? "" : `?${kept.join("&")}`}`;
}
