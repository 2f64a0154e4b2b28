// The bytes of a transcript file as text, in whatever encoding it was saved.
import iconv from "iconv-lite";
import { tooLarge } from "../byte-streams.ts";
import { detectEncoding } from "../table/detect-encoding.ts";
import { MAX_TRANSCRIPT_BYTES } from "./segment.ts";

const sampleBytes = 64 * 1024;

/** Throws CollectError `too-large`. */
export function decodeTranscript(bytes: Buffer): string {
  if (bytes.length > MAX_TRANSCRIPT_BYTES) throw tooLarge(MAX_TRANSCRIPT_BYTES);
  return iconv.decode(bytes, detectEncoding(bytes.subarray(0, sampleBytes)));
}
