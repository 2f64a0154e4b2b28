// The links of a page, with the words they stand on, found again in the page's text.
// Invariant: one pass over the markup and one over the text; what is not found is left out. No address is ever asked.

export interface PageLink {
  readonly start: number;
  readonly end: number;
  /** As written, http or https only. */
  readonly url: string;
}

const MOST_LINKS = 500;
const LONGEST_WORDS = 300;
const LONGEST_URL = 2_000;
/** How far ahead of the last link the next one's words are looked for. */
const REACH = 20_000;

/** Links of `html` in the order of its `text`. Links without words (pictures) are left out. */
export function linksIn(html: string, text: string): PageLink[] {
  const links: PageLink[] = [];
  let cursor = 0;
  for (let at = nextLink(html, 0); at >= 0 && links.length < MOST_LINKS;) {
    const opened = html.indexOf(">", at);
    if (opened < 0) break;
    const url = opened - at > LONGEST_URL * 2 ? null : hrefOf(html.slice(at, opened));
    if (url !== null) {
      const words = plainWords(html.slice(opened + 1, endOfLink(html, opened + 1)));
      const found = words === "" ? -1 : within(text, words, cursor);
      if (found >= 0) {
        links.push({ start: found, end: found + words.length, url });
        cursor = found + words.length;
      }
    }
    at = nextLink(html, opened + 1);
  }
  return links;
}

function nextLink(html: string, from: number): number {
  for (let at = html.indexOf("<", from); at >= 0; at = html.indexOf("<", at + 1)) {
    const letter = html.charCodeAt(at + 1) | 32;
    if (letter === 0x61 && /\s/.test(html.charAt(at + 2))) return at;
  }
  return -1;
}

/** The end of a link's words; a new link ends an unclosed one. Looked for only as far as words may go. */
function endOfLink(html: string, from: number): number {
  const near = html.slice(from, from + LONGEST_WORDS * 10);
  const end = near.search(/<\/?a[\s>]/i);
  return end < 0 ? from + near.length : from + end;
}

function hrefOf(tag: string): string | null {
  const [, double, single, bare] =
    /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? [];
  const url = entities(double ?? single ?? bare ?? "").trim();
  return url.length <= LONGEST_URL && /^https?:\/\//i.test(url) ? url : null;
}

function plainWords(markup: string): string {
  const words = entities(markup.replace(/<[^<>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
  return words.length > LONGEST_WORDS ? "" : words;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  laquo: "«",
  raquo: "»",
};

function entities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, ten, hex, name) => {
      const code = Number.parseInt((ten ?? hex ?? "") as string, ten === undefined ? 16 : 10);
      if (name !== undefined) return named[(name as string).toLowerCase()] ?? whole;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function within(text: string, words: string, from: number): number {
  const at = text.slice(from, from + REACH + words.length).indexOf(words);
  return at < 0 ? -1 : from + at;
}
