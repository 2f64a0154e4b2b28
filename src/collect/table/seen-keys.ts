// The keys of the rows seen so far in one table, in 8 bytes each, so that a million rows stay small.
// Two different keys share a print once in 2^64; then the later row is reported as a repetition, never lost unseen.
import { createHash } from "node:crypto";

export class SeenKeys {
  #high = new Uint32Array(4096);
  #low = new Uint32Array(4096);
  #count = 0;

  /** Whether this text was added before; adds it. */
  add(text: string): boolean {
    const print = createHash("sha1").update(text).digest();
    if (this.#count * 2 >= this.#high.length) this.#grow();
    // Zero marks an empty place.
    return this.#put(print.readUInt32LE(0) || 1, print.readUInt32LE(4));
  }

  #put(high: number, low: number): boolean {
    const mask = this.#high.length - 1;
    let at = low & mask;
    while (this.#high[at] !== 0) {
      if (this.#high[at] === high && this.#low[at] === low) return true;
      at = (at + 1) & mask;
    }
    this.#high[at] = high;
    this.#low[at] = low;
    this.#count += 1;
    return false;
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(high.length * 2);
    this.#count = 0;
    for (const [i, h] of high.entries()) if (h !== 0) this.#put(h, low[i] ?? 0);
  }
}
