// Which encoding a table's bytes are in, from a sample of them.
// Invariant: a mark or strict UTF-8 decides; after that it is a guess by how letters of real languages fall, and a
// person can choose another.
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { CollectError } from "../errors.ts";

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** The name of the encoding, as iconv-lite and people know it. */
export function detectEncoding(sample: Buffer): string {
  for (const [mark, encoding] of marks)
    if (mark.every((byte, i) => sample[i] === byte)) return encoding;
  return (
    bareUtf16(sample) ??
    (isUtf8(sample) ? "utf-8" : (chinese(sample) ?? cyrillic(sample) ?? guessed(sample)))
  );
}

/** Throws CollectError `encoding-unknown`. */
export function requireEncoding(encoding: string): string {
  if (encoding.length <= 40 && iconv.encodingExists(encoding)) return encoding;
  throw new CollectError(
    "encoding-unknown",
    "Expected the name of a known encoding, as utf-8 or windows-1251.",
  );
}

function isUtf8(sample: Buffer): boolean {
  try {
    // As a stream, so that a character cut off by the end of the sample is no error.
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark shows itself by zero bytes (spaces, line ends, separators) on one side of each pair only. */
function bareUtf16(sample: Buffer): string | null {
  const zeros: [number, number] = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (odd > sample.length / 50 && even < odd / 10) return "utf-16le";
  return even > sample.length / 50 && odd < even / 10 ? "utf-16be" : null;
}

/**
 * GB 2312 orders its characters by use: first bytes B0–D7 hold the 3,755 common ones, and second bytes are all above A0.
 * Cyrillic read that way falls on the rare ones; Big5 has half its second bytes below A1.
 */
function chinese(sample: Buffer): string | null {
  let pairs = 0;
  let common = 0;
  let low = 0;
  for (let i = 0; i < sample.length - 1; i++) {
    const first = sample[i] ?? 0;
    if (first < 0x80) continue;
    const second = sample[i + 1] ?? 0;
    if (second < 0x40) return null;
    pairs += 1;
    if (second < 0x80) low += 1;
    if (first >= 0xb0 && first <= 0xd7 && second > 0xa0) common += 1;
    i += 1;
  }
  if (pairs < 4) return null;
  if (low > pairs * 0.15) return "big5";
  return common > pairs * 0.7 ? "gb18030" : null;
}

const frequent = new Set("оеаинтсрвл");

/** Half of all Russian letters are ten; read in a wrong Cyrillic encoding they are others. */
function cyrillic(sample: Buffer): string | null {
  let best: string | null = null;
  let most = 0.4;
  for (const encoding of ["windows-1251", "koi8-r", "cp866", "iso-8859-5"]) {
    let letters = 0;
    let often = 0;
    let beyond = 0;
    for (const char of iconv.decode(sample, encoding)) {
      if (char > "\u007f") beyond += 1;
      if (char >= "\u0400" && char <= "\u04ff") letters += 1;
      if (frequent.has(char)) often += 1;
    }
    const share = letters < beyond * 0.7 ? 0 : often / Math.max(letters, 1);
    if (share > most) [best, most] = [encoding, share];
  }
  return best;
}

function guessed(sample: Buffer): string {
  const found = analyse(sample).find(
    ({ name }) => !name.startsWith("UTF") && iconv.encodingExists(name),
  );
  return found?.name.toLowerCase() ?? "windows-1252";
}
