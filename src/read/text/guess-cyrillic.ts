// Tells the one-byte Cyrillic encodings apart. General detectors need long texts for this; a two-line
// testimony from an old phone is short. Method: decode each way and see which reads like words,
// by letter frequency of Russian and by capitals standing at the start of words.
import iconv from "iconv-lite";

const CANDIDATES = ["windows-1251", "koi8-r", "cp866", "iso-8859-5", "maccyrillic"] as const;
const FREQUENT = new Set("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё");
const WEIGHT = new Map([..."оеаинтсрвлкмдпу"].map((letter, i) => [letter, 15 - i]));

function score(text: string): number {
  let sum = 0;
  let high = 0;
  let previousIsLetter = false;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) {
      previousIsLetter = (code | 32) >= 97 && (code | 32) <= 122;
      continue;
    }
    high++;
    if (FREQUENT.has(letter)) {
      sum += 4 + (WEIGHT.get(letter) ?? 0);
      previousIsLetter = true;
    } else if (code >= 0x410 && code <= 0x42f) {
      sum += previousIsLetter ? -8 : 3;
      previousIsLetter = true;
    } else if ("«»—–№…“”„ \u00a0".includes(letter)) {
      previousIsLetter = false;
    } else {
      sum -= 20;
      previousIsLetter = code >= 0x400 && code <= 0x4ff;
    }
  }
  return high === 0 ? -Infinity : sum / high;
}

/** The Cyrillic encoding the bytes read best in, or null when none reads like words. */
export function bestCyrillic(sample: Uint8Array): string | null {
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high++;
  if (high < 4) return null;
  let best: string | null = null;
  let bestScore = 7;
  for (const encoding of CANDIDATES) {
    const value = score(iconv.decode(Buffer.from(sample), encoding));
    if (value > bestScore) {
      bestScore = value;
      best = encoding;
    }
  }
  return best;
}
