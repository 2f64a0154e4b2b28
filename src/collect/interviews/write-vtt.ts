// Segments as WebVTT (W3C Candidate Recommendation, §4): the one form transcripts are kept in.
// Invariant: `readCues(writeVtt(segments))` gives the same segments, whatever their words are.
import type { Segment } from "./segment.ts";

export function writeVtt(segments: readonly Segment[]): string {
  return ["WEBVTT\n", ...segments.map(cueOf)].join("\n");
}

function cueOf({ fromMs, toMs, speaker, text }: Segment): string {
  const voice = speaker === undefined ? "" : `<v ${escaped(speaker)}>`;
  const said = `${voice}${escaped(text)}`;
  return `${timeOf(fromMs)} --> ${timeOf(toMs)}\n${said === "" ? "" : `${said}\n`}`;
}

/** `hh:mm:ss.mmm`. */
function timeOf(ms: number): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
  const rest = String(ms % 1_000).padStart(3, "0");
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}.${rest}`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** An arrow in the words would begin a cue; a bracket would begin a tag. */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
