// Which of many phrases may stand in a text: one walk over its letters, as the gate's first and coarse look.
// Invariant: it misses no phrase whose letters stand in the text, whatever their case and however the spaces between them run;
// what it gives back is looked at again closely. A text costs the same however many phrases are looked for.

/** Letters at the beginning of a phrase by which it is looked up; a phrase is under the longest that it fills. */
const heads = [16, 6, 3] as const;
/** Empty places before a text, so that a hash can begin to roll. */
const before = 16;
/** A long phrase is recognised by so much of it. */
export const longestLooked = 40;
const BASE = 0x01000193;
const SLOTS = 1 << 17;

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

/** What `\s` matches in a pattern with the flag `u`, above the letters of English. */
const spaces = new Uint8Array(0x10000);
for (const sign of "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff")
  spaces[sign.charCodeAt(0)] = 1;
spaces.fill(1, 0x2000, 0x200b);

const isSpace = (unit: number): boolean =>
  unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : unit === 0xa0 || (unit >= 0x1680 && spaces[unit] === 1);

export class PhraseScan {
  readonly #heads: readonly Head[] = heads.map(makeHead);
  readonly #isEmpty: boolean;
  #units = new Uint16Array(1 << 16);

  /** `phrases`: of three letters or more; shorter ones are not looked for. */
  constructor(phrases: readonly string[]) {
    for (const [i, phrase] of phrases.entries()) {
      const units = squeezed(phrase).slice(0, longestLooked);
      const head = this.#heads.find(({ length }) => units.length >= length);
      if (head === undefined) continue;
      const hash = hashOf(units, head.length);
      head.slots[slotOf(hash)] = 1;
      const list = head.phrases.get(hash);
      if (list === undefined) head.phrases.set(hash, [{ units, i }]);
      else list.push({ units, i });
    }
    this.#isEmpty = this.#heads.every((head) => head.phrases.size === 0);
  }

  /** Places in the list of the phrases whose first letters stand in the text. */
  mayStand(text: string): ReadonlySet<number> {
    const found = new Set<number>();
    if (!this.#isEmpty) this.#scan(this.#fill(text.toLowerCase()), found);
    return found;
  }

  /** The letters with runs of spaces as one; gives how many. */
  #fill(text: string): number {
    const { length } = text;
    if (this.#units.length < length + before) this.#units = new Uint16Array(2 * length + before);
    const units = this.#units;
    let size = before;
    let isAfter = false;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (isSpace(unit)) {
        if (!isAfter) units[size++] = 0x20;
        isAfter = true;
      } else {
        units[size++] = unit;
        isAfter = false;
      }
    }
    return size;
  }

  /** One walk with three rolling hashes: it is most of the time a release takes. */
  #scan(size: number, found: Set<number>): void {
    const units = this.#units;
    const [long, middle, short] = this.#heads as [Head, Head, Head];
    const [longSlots, middleSlots, shortSlots] = [long.slots, middle.slots, short.slots];
    const [longOut, middleOut, shortOut] = [long.out, middle.out, short.out];
    let [a, b, c] = [0, 0, 0];
    for (let at = before; at < size; at++) {
      const unit = units[at] as number;
      a = (Math.imul(a, BASE) + unit - Math.imul(longOut, units[at - 16] as number)) | 0;
      b = (Math.imul(b, BASE) + unit - Math.imul(middleOut, units[at - 6] as number)) | 0;
      c = (Math.imul(c, BASE) + unit - Math.imul(shortOut, units[at - 3] as number)) | 0;
      if (longSlots[slotOf(a)] === 1) this.#meet(long, a, at, size, found);
      if (middleSlots[slotOf(b)] === 1) this.#meet(middle, b, at, size, found);
      if (shortSlots[slotOf(c)] === 1) this.#meet(short, c, at, size, found);
    }
  }

  #meet({ length, phrases }: Head, hash: number, at: number, size: number, found: Set<number>) {
    for (const one of phrases.get(hash) ?? [])
      if (!found.has(one.i) && this.#stands(one.units, at - length + 1, size)) found.add(one.i);
  }

  #stands(phrase: string, from: number, size: number): boolean {
    if (from < before || from + phrase.length > size) return false;
    for (let at = 0; at < phrase.length; at++)
      if (this.#units[from + at] !== phrase.charCodeAt(at)) return false;
    return true;
  }
}
