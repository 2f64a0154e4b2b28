// WebVTT and SubRip transcripts, as they come from anywhere: segments, and everything that was wrong with them by line.
// Invariant: nothing is mended in silence, and no word is lost without a finding; time is linear in the length of the text.
import { MAX_MS, MAX_SEGMENT_UNITS, MAX_SEGMENTS, plainSegment, type Segment } from "./segment.ts";

export type CueFinding =
  /** A time that is none; the cue was left out. */
  | "time-broken"
  /** Ends before it starts; it is kept as a moment. */
  | "ends-before-start"
  /** Starts before the one before it has ended. */
  | "overlaps"
  /** Starts before the one before it; put in order. */
  | "out-of-order"
  /** Longer than a segment may be; cut in several. */
  | "too-long"
  /** Words that stand under no time. */
  | "no-time"
  /** More segments than are taken in; the rest is in the file only. */
  | "too-many";

export interface FoundInCues {
  readonly code: CueFinding;
  /** From 1. */
  readonly line: number;
}

export interface ReadCues {
  /** In order of their start. */
  readonly segments: readonly Segment[];
  /** The first hundred. */
  readonly findings: readonly FoundInCues[];
}

const shownFindings = 100;
const clock = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const arrow = new RegExp(String.raw`^${clock}[ \t]*-->[ \t]*${clock}(?=[ \t]|$)`);

/** Reads a whole transcript. Text before the first time (header, styles, notes) is passed over. */
export function readCues(raw: string): ReadCues {
  const rows = raw.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const isVtt = /^WEBVTT(?:[ \t]|$)/.test(rows[0] ?? "");
  const read = new Reading(isVtt);
  for (let i = isVtt ? headerEnd(rows) : 0; i < rows.length;) {
    const row = (rows[i] ?? "").trim();
    if (row.includes("-->")) {
      const end = payloadEnd(rows, i + 1, isVtt);
      read.cue(row, rows.slice(i + 1, end), i + 1);
      i = end;
    } else if (isVtt && /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(row)) {
      i = blankAfter(rows, i);
    } else {
      // A line above a time is the cue's number or name.
      if (row !== "" && !(rows[i + 1] ?? "").includes("-->")) read.find("no-time", i + 1);
      i += 1;
    }
  }
  return read.done();
}

class Reading {
  readonly #isVtt: boolean;
  readonly #found: FoundInCues[] = [];
  readonly #cues: { segment: Segment; line: number }[] = [];

  constructor(isVtt: boolean) {
    this.#isVtt = isVtt;
  }

  find(code: CueFinding, line: number): void {
    if (this.#found.length < shownFindings) this.#found.push({ code, line });
  }

  cue(time: string, said: readonly string[], line: number): void {
    const times = timesOf(time);
    if (times === null) return this.find("time-broken", line);
    if (this.#cues.length >= MAX_SEGMENTS) return this.find("too-many", line);
    const [fromMs, toMs] = times;
    if (toMs < fromMs) this.find("ends-before-start", line);
    const { speaker, text } = wordsOf(said, this.#isVtt);
    const one = { fromMs, toMs: Math.max(fromMs, toMs), ...(speaker === "" ? {} : { speaker }) };
    const parts = cutLong(text);
    if (parts.length > 1) this.find("too-long", line);
    for (const part of parts)
      this.#cues.push({ segment: plainSegment({ ...one, text: part }), line });
  }

  done(): ReadCues {
    if (this.#cues.length > MAX_SEGMENTS) this.find("too-many", this.#cues.at(-1)?.line ?? 1);
    let last: Segment | null = null;
    for (const { segment, line } of this.#cues) {
      if (last !== null && segment.fromMs < last.fromMs) this.find("out-of-order", line);
      else if (last !== null && segment.fromMs < last.toMs && !sameTimes(segment, last))
        this.find("overlaps", line);
      last = segment;
    }
    const segments = this.#cues
      .slice(0, MAX_SEGMENTS)
      .map(({ segment }) => segment)
      .sort((a, b) => a.fromMs - b.fromMs);
    return { segments, findings: this.#found };
  }
}

const sameTimes = (a: Segment, b: Segment): boolean => a.fromMs === b.fromMs && a.toMs === b.toMs;

function headerEnd(rows: readonly string[]): number {
  for (let i = 1; i < rows.length; i++)
    if ((rows[i] ?? "").trim() === "" || (rows[i] ?? "").includes("-->")) return i;
  return rows.length;
}

function blankAfter(rows: readonly string[], from: number): number {
  let i = from;
  while (i < rows.length && (rows[i] ?? "").trim() !== "") i += 1;
  return i;
}

/** WebVTT ends a cue at an empty line; SubRip files hold empty lines, so there it ends where the next one begins. */
function payloadEnd(rows: readonly string[], from: number, isVtt: boolean): number {
  for (let i = from; i < rows.length; i++) {
    const row = (rows[i] ?? "").trim();
    if (row.includes("-->")) return i;
    if (isVtt && row === "") return i;
    if (!isVtt && /^\d{1,9}$/.test(row) && (rows[i + 1] ?? "").includes("-->")) return i;
  }
  return rows.length;
}

function timesOf(row: string): [number, number] | null {
  const [whole, h1, m1, s1, f1, h2, m2, s2, f2] = arrow.exec(row) ?? [];
  if (whole === undefined) return null;
  const from = msOf(h1, m1, s1, f1);
  const to = msOf(h2, m2, s2, f2);
  return from === null || to === null ? null : [from, to];
}

function msOf(
  h: string | undefined,
  m: string | undefined,
  s: string | undefined,
  f: string | undefined,
): number | null {
  const [minutes, seconds] = [Number(m), Number(s)];
  if (minutes > 59 || seconds > 59) return null;
  const ms =
    (Number(h ?? 0) * 3600 + minutes * 60 + seconds) * 1000 + Number((f ?? "").padEnd(3, "0"));
  return ms > MAX_MS ? null : ms;
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": "\u00a0",
  "&lrm;": "\u200e",
  "&rlm;": "\u200f",
};
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity);

/** The first voice is the speaker; another one in the same cue opens a line of its own. */
function wordsOf(rows: readonly string[], isVtt: boolean): { speaker: string; text: string } {
  let speaker = "";
  const text = rows
    .join("\n")
    .replace(
      /<v(?:\.[^ \t<>]{0,80})?[ \t]{1,8}([^<>\n]{1,400})>/g,
      (_, name: string, at: number) => {
        if (at > 0 || speaker !== "") return `\n${name}: `;
        speaker = plain(name);
        return "";
      },
    )
    .replace(/<\/?[a-z0-9][^<>\n]{0,400}>/gi, "")
    // Advanced SubStation styles, which SubRip files carry and WebVTT does not know.
    .replace(isVtt ? /$^/ : /\{\\[^{}\n]{0,80}\}/g, "");
  return { speaker, text: plain(text) };
}

function cutLong(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + MAX_SEGMENT_UNITS);
    // A letter beyond the first plane is two units, which belong together.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? "")) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts.length === 0 ? [""] : parts;
}
