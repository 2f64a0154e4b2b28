// Cuts a received text into blocks and runs, so that it can be drawn with everything that is said about it.
// Invariant: the runs of all blocks, read in order, are the text itself; only the white space between blocks is left out.
import type { Block, Cue, MaskKind, Mark, Reading, Segment, Span } from "./spans.ts";

export interface Layers {
  readonly mask: Reading["mask"];
  readonly passages: Reading["passages"];
  readonly marks: readonly Mark[];
  readonly pages: readonly Span[];
  readonly cues: readonly Cue[];
}

/** A paragraph longer than this (in UTF-16 units) is drawn in parts: a text of one line must not freeze the page. */
const longestBlock = 8_000;
const rightToLeft = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo"]);

/** The blocks of a text of any length; time grows with the text and the number of layers' spans. */
export function blocksOf(text: string, layers: Layers): readonly Block[] {
  const spans = frames(text, layers);
  const passages = mostOver(layers.passages);
  const mask = mostOver(layers.mask);
  const pages = startsIn(layers.pages);
  const cues = startsIn(layers.cues);
  const sweep = marksIn(layers.marks);
  return spans.map(({ start, end, joined }): Block => {
    const base = tongue(passages(start, end));
    const page = pages(start, end);
    const cue = cues(start, end);
    return {
      start,
      end,
      joined,
      kind: mask(start, end)?.kind ?? "body",
      ...base,
      segments: runs(start, end, sweep, layers.passages, base),
      ...(page === undefined ? {} : { page: layers.pages.indexOf(page) + 1 }),
      ...(cue === undefined ? {} : { startMs: cue.startMs }),
    };
  });
}

interface Frame extends Span {
  readonly joined: boolean;
}

/** Paragraphs end at blank lines; a line of another kind, a page and a subtitle begin a block of their own. */
function frames(text: string, { mask, pages, cues }: Layers): readonly Frame[] {
  const breaks = new Set<number>();
  for (const { start } of [...pages, ...cues]) breaks.add(start);
  const kindOver = mostOver(mask);
  const out: Frame[] = [];
  let from = -1;
  let upTo = -1;
  let kind: MaskKind | undefined;
  const close = (): void => {
    if (from >= 0) pieces(text, from, upTo, out);
    from = -1;
  };
  for (const line of linesOf(text, breaks)) {
    if (line.blank) {
      close();
      continue;
    }
    // A dateline at the head of a paragraph does not make a dateline of it: the longest part says what a line is.
    const own = kindOver(line.start, line.end)?.kind ?? "body";
    if (breaks.has(line.start) || own !== kind) close();
    if (from < 0) from = line.start;
    upTo = line.end;
    kind = own;
  }
  close();
  return out;
}

function pieces(text: string, start: number, end: number, out: Frame[]): void {
  for (let from = start; from < end;) {
    let to = Math.min(end, from + longestBlock);
    if (to < end) {
      const space = text.lastIndexOf(" ", to);
      if (space > from + longestBlock / 2) to = space + 1;
      else if (isLowHalf(text, to)) to -= 1;
    }
    out.push({ start: from, end: to, joined: from > start });
    from = to;
  }
}

interface Line extends Span {
  readonly blank: boolean;
}

function* linesOf(text: string, breaks: ReadonlySet<number>): Generator<Line> {
  const cuts = [...breaks].filter((at) => at > 0 && at < text.length).toSorted((a, b) => a - b);
  let cut = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    let end = newline < 0 ? text.length : newline;
    let next = newline < 0 ? text.length : newline + 1;
    while ((cuts[cut] ?? Infinity) <= start) cut++;
    const here = cuts[cut];
    if (here !== undefined && here < end) {
      end = here;
      next = here;
    }
    yield { start, end, blank: firstInk(text, start, end) === end };
    start = next;
  }
}

/** The first offset that is not white space, or `end`. */
function firstInk(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const white =
      unit === 32 ||
      (unit >= 9 && unit <= 13) ||
      unit === 0xa0 ||
      unit === 0x3000 ||
      unit === 0xfeff;
    if (!white) return i;
  }
  return end;
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Looks up the span over an offset; asked in rising order, so that a text of a million letters stays quick. */
function covering<S extends Span>(spans: readonly S[]): (at: number) => S | undefined {
  const most = mostOver(spans);
  return (at) => most(at, at + 1);
}

/** Looks up the span that covers most of a range; asked mostly in rising order. */
function mostOver<S extends Span>(
  spans: readonly S[],
): (start: number, end: number) => S | undefined {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let i = 0;
  let asked = 0;
  return (start, end) => {
    if (start < asked) i = 0;
    asked = start;
    while (i < sorted.length && (sorted[i]?.end ?? 0) <= start) i++;
    let best: S | undefined;
    let longest = 0;
    for (let j = i; j < sorted.length; j++) {
      const span = sorted[j];
      if (span === undefined || span.start >= end) break;
      const length = Math.min(span.end, end) - Math.max(span.start, start);
      if (length > longest) {
        longest = length;
        best = span;
      }
    }
    return best;
  };
}

function startsIn<S extends Span>(
  spans: readonly S[],
): (start: number, end: number) => S | undefined {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let i = 0;
  return (start, end) => {
    let found: S | undefined;
    // A page that begins in the white space before a block begins with the block.
    while (i < sorted.length && (sorted[i]?.start ?? 0) < end) {
      const span = sorted[i];
      if (span !== undefined && span.end > start) found ??= span;
      i++;
    }
    return found;
  };
}

type Passage = Reading["passages"][number];
type Tongue = Pick<Block, "lang" | "dir" | "script">;

function tongue(passage: Passage | undefined): Tongue {
  if (passage === undefined) return { lang: "und", dir: "auto", script: "Zyyy" };
  const known = passage.script !== "" && passage.script !== "Zyyy" && passage.script !== "Mixed";
  const dir = rightToLeft.has(passage.script) ? "rtl" : known ? "ltr" : "auto";
  return { lang: passage.language, dir, script: passage.script };
}

/** The marks over each range, for ranges asked in rising order. */
function marksIn(marks: readonly Mark[]): (start: number, end: number) => readonly Mark[] {
  const sorted = marks
    .filter((mark) => mark.end > mark.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: Mark[] = [];
  return (start, end) => {
    open = open.filter((mark) => mark.end > start);
    for (let mark = sorted[next]; mark !== undefined && mark.start < end; mark = sorted[++next])
      if (mark.end > start) open.push(mark);
    return open.slice();
  };
}

function runs(
  start: number,
  end: number,
  sweep: ReturnType<typeof marksIn>,
  passages: readonly Passage[],
  base: Tongue,
): readonly Segment[] {
  const marks = sweep(start, end);
  const foreign = passages.length < 2 ? [] : passages.filter((p) => p.start < end && p.end > start);
  if (marks.length === 0 && foreign.length < 2) return [{ start, end, marks: [], ...base }];
  const cuts = new Set([start, end]);
  for (const span of [...marks, ...foreign]) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  const at = covering(foreign);
  const points = [...cuts].toSorted((a, b) => a - b);
  return points.slice(0, -1).map((from, i): Segment => {
    const to = points[i + 1] ?? end;
    const passage = at(from);
    return {
      start: from,
      end: to,
      marks: marks.filter((mark) => mark.start <= from && mark.end >= to),
      ...(passage === undefined ? base : tongue(passage)),
    };
  });
}
