// Markup nested deeper than any page is made shallower before it is parsed: the parser looks through all open elements at
// every tag, so that a page of nothing but opening tags would take the square of its length.
// Invariant: only tags are left out, never words; markup that is not too deep comes back as it is; time grows with length.
// Where tags begin and end is seen as the parser (htmlparser2) sees it; where in doubt a tag is counted, not missed.

/** Elements that stay empty, and those that the next of their kind closes, do not nest. */
const FLAT: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option".split(
    " ",
  ),
);
/** Their content is no markup. */
const RAW: ReadonlySet<string> = new Set(["script", "style"]);
const TAG = /<(\/?)([a-z][^ \n\t\f\r/>]*)/iy;

/** The markup with at most `most` elements open at once, those that do not nest apart. */
export function limitDepth(html: string, most: number): string {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const kept: string[] = [];
  let copied = 0;
  let isTooDeep = false;
  for (const { start, end, name, isClosing } of tags(html)) {
    if (FLAT.has(name)) continue;
    const count = counts.get(name) ?? 0;
    if (isClosing && count > 0) close(open, counts, name);
    else if (!isClosing && open.length < most) {
      open.push(name);
      counts.set(name, count + 1);
    } else {
      isTooDeep ||= !isClosing;
      kept.push(html.slice(copied, start));
      copied = end;
    }
  }
  // Closing tags of nothing are left out only where the page is too deep: they do no harm elsewhere.
  return isTooDeep ? kept.join("") + html.slice(copied) : html;
}

/** Closes the innermost element of this name and all inside it, as the parser does. */
function close(open: string[], counts: Map<string, number>, name: string): void {
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    counts.set(top, (counts.get(top) ?? 1) - 1);
    if (top === name) return;
  }
}

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isClosing: boolean;
}

/** The tags of the markup, past comments, declarations and scripts. */
function* tags(html: string): Generator<Tag> {
  const ends = new Map<string, number>();
  // What is nowhere ahead is looked for once.
  const behind = (mark: string, from: number): number => {
    if (ends.get(mark) === -1) return -1;
    const found = html.indexOf(mark, from);
    ends.set(mark, found);
    return found < 0 ? -1 : found + mark.length;
  };
  let at = html.indexOf("<");
  while (at >= 0) {
    let next = at + 1;
    TAG.lastIndex = at;
    const match = TAG.exec(html);
    if (match !== null) {
      const name = (match[2] ?? "").toLowerCase();
      const isClosing = match[1] === "/";
      const end = tagEnd(html, TAG.lastIndex);
      yield { start: at, end, name, isClosing };
      next = !isClosing && RAW.has(name) ? endOfRaw(html, name, end) : end;
    } else if (html.startsWith("<!--", at)) next = behind("-->", at + 2);
    else if (html.startsWith("<![CDATA[", at)) next = behind("]]>", at + 2);
    else if (/[!?]/.test(html[at + 1] ?? "")) next = behind(">", at + 1);
    at = html.indexOf("<", next < 0 ? at + 1 : next);
  }
}

const isBlank = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 12 || code === 13;
const [slash, greater, equals, double, single] = [47, 62, 61, 34, 39];

/** Where a tag ends whose name ended at `from`: behind its `>`, or at the end of the markup. */
function tagEnd(html: string, from: number): number {
  let i = from;
  const code = (): number => html.charCodeAt(i);
  while (i < html.length) {
    while (isBlank(code()) || code() === slash) i++;
    if (code() === greater) return i + 1;
    // The first sign belongs to the attribute's name, whatever it is.
    i++;
    while (i < html.length && !isBlank(code()) && ![slash, greater, equals].includes(code())) i++;
    while (isBlank(code())) i++;
    if (code() !== equals) continue;
    i++;
    while (isBlank(code())) i++;
    if (code() === double || code() === single) {
      const closed = html.indexOf(html[i] ?? "", i + 1);
      if (closed < 0) return html.length;
      i = closed + 1;
    } else while (i < html.length && !isBlank(code()) && code() !== greater) i++;
  }
  return html.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  // Without an end everything behind it belongs to it.
  return closing.exec(html)?.index ?? html.length;
}
