// One stretch of a recording and what was said in it.
// Invariant: a segment in its plain form is written to a file and read back as the very same segment.

export interface Segment {
  readonly fromMs: number;
  readonly toMs: number;
  /** Who speaks, as the transcript names them. */
  readonly speaker?: string;
  /** One or more lines, none of them empty; empty for silence or for words not written down yet. */
  readonly text: string;
}

/** Ten hours short of a hundred: no file gives a time past it. */
export const MAX_MS = 360_000_000;
export const MAX_SEGMENTS = 20_000;
/** UTF-16 units of one segment: longer than anybody speaks in a breath, short enough to be quoted whole. */
export const MAX_SEGMENT_UNITS = 5_000;
const MAX_SPEAKER_UNITS = 200;
/** Bytes of a transcript file. A day of speech is two million. */
export const MAX_TRANSCRIPT_BYTES = 8 * 1024 * 1024;

/** Control characters end lines in some programs and hide text in others. */
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function lines(text: string): string[] {
  return text
    .toWellFormed()
    .replace(controls, "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The text of a segment in its plain form: no empty lines, no spaces at their ends. */
function plainText(text: string): string {
  return lines(text).join("\n");
}

export function plainSegment({ fromMs, toMs, speaker = "", text }: Segment): Segment {
  const named = lines(speaker).join(" ").slice(0, MAX_SPEAKER_UNITS).toWellFormed().trim();
  return { fromMs, toMs, ...(named === "" ? {} : { speaker: named }), text: plainText(text) };
}
