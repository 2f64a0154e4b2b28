// Keys as numbers, for sorting and joining millions of them without keeping strings.
// Invariant: the same key gives the same number everywhere; two keys may share one, which costs a needless look and no more.

/** 32-bit FNV-1a of a key, for sorting and joining without keeping strings. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV leaves the low bits of short keys poor; one more round of mixing spreads them.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
