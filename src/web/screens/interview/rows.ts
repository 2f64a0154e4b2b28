// Original and translation side by side: one row per stretch of the recording, and the two tracks it is saved as.
// Invariant: rows come from tracks and go back into them without a word lost; a translation that keeps other times than the
// original stands in rows of its own.
import type { Segment } from "../../api/views.ts";

export interface Line {
  /** For React only: stays with the row while it is moved. */
  readonly key: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly speaker: string;
  readonly original: string;
  readonly translation: string;
}

let made = 0;
const nextKey = (): string => `line-${(made += 1)}`;

/** A stretch typed along begins with nobody knowing where it ends; it lasts until the next one. */
const openMs = 4_000;

export function linesOf(original: readonly Segment[], translation: readonly Segment[]): Line[] {
  const rest = [...translation];
  const lines = original.map((one): Line => {
    const at = rest.findIndex((other) => other.fromMs === one.fromMs);
    const [fitting] = at < 0 ? [] : rest.splice(at, 1);
    return {
      key: nextKey(),
      fromMs: one.fromMs,
      toMs: one.toMs,
      speaker: one.speaker ?? "",
      original: one.text,
      translation: fitting?.text ?? "",
    };
  });
  const alone = rest.map((one): Line => ({
    key: nextKey(),
    fromMs: one.fromMs,
    toMs: one.toMs,
    speaker: one.speaker ?? "",
    original: "",
    translation: one.text,
  }));
  return inOrder([...lines, ...alone]);
}

function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => a.fromMs - b.fromMs);
}

/** What is saved as one of the tracks. Rows that hold words of the other track alone are no part of it. */
export function segmentsOf(lines: readonly Line[], track: "original" | "translation"): Segment[] {
  const other = track === "original" ? "translation" : "original";
  return inOrder(lines)
    .filter(
      (line) => line[track].trim() !== "" || (track === "original" && line[other].trim() === ""),
    )
    .map(({ fromMs, toMs, speaker, [track]: text }) => ({
      fromMs,
      toMs: Math.max(fromMs, toMs),
      ...(speaker.trim() === "" ? {} : { speaker: speaker.trim() }),
      text,
    }));
}

/** Begins a row at this moment. The row that was running ends here. */
export function withLineAt(
  lines: readonly Line[],
  atMs: number,
): { readonly lines: Line[]; readonly key: string } {
  const standing = lines.find((line) => line.fromMs === atMs);
  if (standing !== undefined) return { lines: [...lines], key: standing.key };
  const before = lines.findLast((line) => line.fromMs < atMs);
  const after = lines.find((line) => line.fromMs > atMs);
  const key = nextKey();
  const line: Line = {
    key,
    fromMs: atMs,
    toMs: Math.min(after?.fromMs ?? Infinity, atMs + openMs),
    speaker: "",
    original: "",
    translation: "",
  };
  const shortened = lines.map((one) =>
    // One that was still open when this one began lasted until here.
    one === before && (one.toMs > atMs || one.toMs === one.fromMs + openMs)
      ? { ...one, toMs: atMs }
      : one,
  );
  return { lines: inOrder([...shortened, line]), key };
}

/** The row that is spoken at this moment. */
export function lineAt(lines: readonly Line[], atMs: number): Line | undefined {
  return lines.findLast((line) => line.fromMs <= atMs && atMs < line.toMs);
}

/** `1:02:03.5`, `2:03`, or seconds: a time as people write it, in milliseconds; null where it is none. */
export function timeTyped(text: string): number | null {
  const found = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, h = "0", m = "0", s = "0", f = ""] = found;
  if (Number(s) > 59 && text.includes(":")) return null;
  if (Number(m) > 59) return null;
  return (Number(h) * 3_600 + Number(m) * 60 + Number(s)) * 1_000 + Number(f.padEnd(3, "0"));
}

/** `2:03`, with tenths where they say something. */
export function timeShown(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const clock =
    hours > 0
      ? `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
      : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  const rest = ms % 1_000;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
}
