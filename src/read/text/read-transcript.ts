// WebVTT and SubRip transcripts to text with time codes.
// Invariant: cue texts appear in file order, one per line; a speaker given by `<v Name>` opens its line.
import type { Cue, Note } from "../reading.ts";

const ARROW =
  /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})[ \t]*-->[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;

function ms(
  h: string | undefined,
  m: string | undefined,
  s: string | undefined,
  f: string | undefined,
): number {
  return (
    (Number(h ?? 0) * 3600 + Number(m) * 60 + Number(s)) * 1000 + Number((f ?? "0").padEnd(3, "0"))
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": "\u00a0",
  "&lrm;": "\u200e",
  "&rlm;": "\u200f",
};

function plain(line: string): string {
  return line
    .replace(/<v(?:\.[^ >]{0,80})?[ \t]+([^<>]{1,200})>/g, "$1: ")
    .replace(/<\/?[^<>]{0,200}>/g, "")
    .replace(/\{\\[^{}]{0,80}\}/g, "")
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** The transcript's words, one cue a line, and each cue's range and times in milliseconds. W3C WebVTT §4. */
export function readTranscript(raw: string): { text: string; cues: Cue[]; notes: Note[] } {
  const cues: Cue[] = [];
  const parts: string[] = [];
  let length = 0;
  let malformed = 0;
  const lines = raw.split(/\r\n|\r|\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (!line.includes("-->")) continue;
    const time = ARROW.exec(line.trim());
    if (!time) {
      malformed++;
      continue;
    }
    const said: string[] = [];
    while (
      i + 1 < lines.length &&
      (lines[i + 1] ?? "").trim() !== "" &&
      !(lines[i + 1] ?? "").includes("-->")
    )
      said.push(plain(lines[++i] ?? ""));
    const words = said.filter((part) => part !== "").join(" ");
    const [, h1, m1, s1, f1, h2, m2, s2, f2] = time;
    cues.push({
      start: length,
      end: length + words.length,
      startMs: ms(h1, m1, s1, f1),
      endMs: ms(h2, m2, s2, f2),
    });
    parts.push(words);
    length += words.length + 1;
  }
  return {
    text: parts.join("\n"),
    cues,
    notes: malformed > 0 ? [{ code: "cue-malformed", detail: String(malformed) }] : [],
  };
}
