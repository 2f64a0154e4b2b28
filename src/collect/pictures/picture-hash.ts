// A fingerprint by which the same photograph is found again after it was made smaller, saved again or lightly changed.
// Source: the "difference hash" described by N. Krawetz (2013): is each point of a 9 × 8 grey picture brighter than the next one?

export const HASH_WIDTH = 9;
export const HASH_HEIGHT = 8;
/** Bits that may differ between two copies of one picture. */
export const MAX_DISTANCE = 8;

/** 64 bits in 16 hexadecimal digits, of 72 grey values by rows. Null for a picture with nearly no differences, which is like every other such. */
export function differenceHash(grey: Uint8Array): string | null {
  let hash = "";
  let steps = 0;
  for (let y = 0; y < HASH_HEIGHT; y++) {
    let byte = 0;
    for (let x = 0; x + 1 < HASH_WIDTH; x++) {
      const here = grey[y * HASH_WIDTH + x] ?? 0;
      const next = grey[y * HASH_WIDTH + x + 1] ?? 0;
      if (Math.abs(here - next) > 2) steps += 1;
      byte = (byte << 1) | (here > next ? 1 : 0);
    }
    hash += byte.toString(16).padStart(2, "0");
  }
  return steps < 8 ? null : hash;
}

/** In how many of 64 bits two hashes differ. */
export function hashDistance(a: string, b: string): number {
  let distance = 0;
  for (let i = 0; i < 16; i += 8) {
    let bits = Number.parseInt(a.slice(i, i + 8), 16) ^ Number.parseInt(b.slice(i, i + 8), 16);
    for (; bits !== 0; bits &= bits - 1) distance += 1;
  }
  return distance;
}
