// The small template pages are made of.
// Invariant: whatever is put into a template is escaped unless this file made it; an address is http, https or mailto, or it is not a link.

/** Markup made by this file. Nothing else can make one. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
export type Html = Markup;
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
// What XML and HTML cannot hold, and the letters that turn the direction of everything after them.
// oxlint-disable-next-line no-control-regex
const NEVER =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
/** Most texts hold nothing to think about; halves of a pair are looked at closely, whole or not. */
// oxlint-disable-next-line no-control-regex
const RISKY =
  /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]/;

/** Text as it may stand between tags, in a quoted attribute and in XML. */
export function escaped(text: string): string {
  if (!RISKY.test(text)) return text;
  const clean = text.replace(NEVER, "").toWellFormed();
  return clean.replace(/[&<>"']/g, (sign) => escapes[sign] as string);
}

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Markup) return piece.toString();
  if (typeof piece === "object") return piece.map(written).join("");
  return escaped(String(piece));
}

/** Templates as they are written out: what indents them in the source would be a sixth of every page. */
const flush = new WeakMap<TemplateStringsArray, readonly string[]>();

function flushed(template: TemplateStringsArray): readonly string[] {
  const parts = template.map((part) => part.replace(/\n\s+/g, "\n"));
  flush.set(template, parts);
  return parts;
}

/** A template whose values are escaped; lists are joined, `null` and `false` leave nothing. Indents of the template are left out. */
export function html(template: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const parts = flush.get(template) ?? flushed(template);
  let out = parts[0] ?? "";
  for (let i = 0; i < values.length; i++) out += written(values[i]) + (parts[i + 1] ?? "");
  return new Markup(out);
}

export const nothing: Html = html``;

/** Words from elsewhere: they keep their own direction. */
export const own = (text: string): Html => html`<bdi>${text}</bdi>`;

/** An address that may be followed, as it is to be written; undefined for every other kind of address. */
export function safeAddress(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const good = url.protocol === "https:" || url.protocol === "http:";
  // A name and a password in an address would leak to whoever reads the page.
  return good && url.username === "" && url.password === "" ? url.href : undefined;
}

const MAIL = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/;

/** How to reach somebody: a link for a mail address or a web address, else the words. */
export function contactLink(contact: string): Html {
  const address = MAIL.test(contact) ? `mailto:${contact}` : safeAddress(contact);
  return address === undefined ? own(contact) : html`<a href="${address}">${contact}</a>`;
}

/** A link out of the site; the words alone where the address may not be followed. */
export function outside(address: string | undefined, words: Piece): Html {
  const safe = address === undefined ? undefined : safeAddress(address);
  return safe === undefined
    ? html`${words}`
    : html`<a href="${safe}" rel="external noreferrer nofollow">${words}</a>`;
}
