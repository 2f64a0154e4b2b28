// Which of many phrases may stand in a text: one walk over its letters, as the gate's first and coarse look.
// Invariant: it misses no phrase whose letters stand in the text, whatever their case and however the spaces between them run;
// what it gives back is looked at again closely. A text costs the same however many phrases are looked for.

/** Letters at the beginning of a phrase by which it is looked up; a phrase is under the longest that it fills. */
const heads = [16, 6, 3] as const;
/** A long phrase is recognised by so much of it. */
const longestLooked = 200;
const BASE = 0x01000193;
const SLOTS = 1 << 20;

/** Lower case, every run of spaces as one. */
export const squeezed = (text: string): string => text.toLowerCase().replace(/\s+/gu, " ");

interface Head {
  readonly length: number;
  /** What takes the oldest letter out of a rolling hash (Karp & Rabin 1987). */
  readonly out: number;
  readonly slots: Uint8Array;
  readonly phrases: Map<number, { readonly units: string; readonly i: number }[]>;
}

function makeHead(length: number): Head {
  let out = 1;
  for (let n = 0; n < length; n++) out = Math.imul(out, BASE);
  return { length, out, slots: new Uint8Array(SLOTS), phrases: new Map() };
}

function hashOf(units: string, length: number): number {
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, BASE) + units.charCodeAt(at)) | 0;
  return hash;
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);

/** What `\s` matches in a pattern with the flag `u`. */
const isSpace = (unit: number): boolean =>
  unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : unit >= 0xa0 && otherSpaces.has(unit);
const otherSpaces = new Set(
  [..."\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"]
    .map((sign) => sign.charCodeAt(0))
    .concat(Array.from({ length: 11 }, (_, n) => 0x2000 + n)),
);

export class PhraseScan {
  readonly #heads: readonly Head[];
  #units = new Uint16Array(1 << 16);

  /** `phrases`: of three letters or more; shorter ones are not looked for. */
  constructor(phrases: readonly string[]) {
    const made = heads.map(makeHead);
    for (const [i, phrase] of phrases.entries()) {
      const units = squeezed(phrase).slice(0, longestLooked);
      const head = made.find(({ length }) => units.length >= length);
      if (head === undefined) continue;
      const hash = hashOf(units, head.length);
      head.slots[slotOf(hash)] = 1;
      const list = head.phrases.get(hash);
      if (list === undefined) head.phrases.set(hash, [{ units, i }]);
      else list.push({ units, i });
    }
    this.#heads = made.filter(({ phrases: some }) => some.size > 0);
  }

  /** Places in the list of the phrases whose first letters stand in the text. */
  mayStand(text: string): ReadonlySet<number> {
    const found = new Set<number>();
    if (this.#heads.length === 0) return found;
    const size = this.#fill(text.toLowerCase());
    for (const head of this.#heads) this.#scan(head, size, found);
    return found;
  }

  /** The letters with runs of spaces as one; gives how many. */
  #fill(text: string): number {
    if (this.#units.length < text.length) this.#units = new Uint16Array(text.length);
    const units = this.#units;
    let size = 0;
    let after = false;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const space = isSpace(unit);
      if (!space) units[size++] = unit;
      else if (!after) units[size++] = 0x20;
      after = space;
    }
    return size;
  }

  #scan({ length, out, slots, phrases }: Head, size: number, found: Set<number>): void {
    const units = this.#units;
    let hash = 0;
    for (let at = 0; at < size; at++) {
      hash = (Math.imul(hash, BASE) + (units[at] as number)) | 0;
      if (at >= length) hash = (hash - Math.imul(out, units[at - length] as number)) | 0;
      if (at < length - 1 || slots[slotOf(hash)] === 0) continue;
      for (const one of phrases.get(hash) ?? [])
        if (!found.has(one.i) && this.#stands(one.units, at - length + 1, size)) found.add(one.i);
    }
  }

  #stands(phrase: string, from: number, size: number): boolean {
    if (from + phrase.length > size) return false;
    for (let at = 0; at < phrase.length; at++)
      if (this.#units[from + at] !== phrase.charCodeAt(at)) return false;
    return true;
  }
}
