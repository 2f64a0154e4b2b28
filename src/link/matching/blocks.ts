// From keys to pairs: records under one key are paired; where a key is frequent, only those that share a second fact as well.
// Invariant: pairs come out in key order, the smaller row first; the size of a block bounds the pairs, whatever the input.
import {
  type CandidateTable,
  Growing,
  hasAny,
  listsMeet,
  type Lists,
  sharedDoubles,
} from "./candidate-table.ts";
import { nearNames, oneWordNear } from "./near-skeletons.ts";
import { type KeyFamily, ONE_WORD, VIA_CHINESE } from "./candidate-keys.ts";

/** Rows and hashes packed into one safe integer, so that sorting numbers sorts blocks. */
export interface Packing {
  readonly rowBits: number;
  readonly rowSpan: number;
}

export function packingFor(size: number): Packing {
  const rowBits = Math.max(1, Math.ceil(Math.log2(Math.max(2, size))));
  // 21 bits of row and 32 of hash make the 53 a double holds exactly.
  if (rowBits > 21) throw new RangeError("more than 2,097,152 rows");
  return { rowBits, rowSpan: 2 ** rowBits };
}

export interface BlockInput {
  readonly table: Pick<CandidateTable, "size" | "bornFrom" | "bornTo" | "places" | "areas" | "sex">;
  /** For each row the marks of its names (candidate-keys.ts). */
  readonly marks: Uint8Array;
  /** The packed skeletons of each row (see near-skeletons.ts). */
  readonly skeletons: Lists;
}

/** The largest block in which everyone meets everyone: of the key alone, beside one fact, beside two. */
export interface Caps {
  readonly alone: number;
  readonly oneFact: number;
  readonly twoFacts: number;
}

export const CAPS: Readonly<Record<KeyFamily, Caps>> = {
  pair: { alone: 120, oneFact: 60, twoFacts: 60 },
  slip: { alone: 40, oneFact: 40, twoFacts: 40 },
  chinese: { alone: 60, oneFact: 40, twoFacts: 40 },
  word: { alone: 60, oneFact: 40, twoFacts: 40 },
};

const WIDEST_BIRTH = 2;
/** So few that it costs nothing to look at all of them. */
const FEW = 10;
const UNKNOWN = Number.MAX_SAFE_INTEGER;
/**
 * Marks one side at least must have: two names in letters meet under a better key than how Chinese hears them, and two names of two
 * words under better keys than one of them.
 */
const ASKS: Readonly<Record<KeyFamily, number>> = {
  pair: 0,
  slip: 0,
  chinese: VIA_CHINESE,
  word: ONE_WORD,
};

class Blocks {
  readonly #input: BlockInput;
  readonly #packing: Packing;
  readonly #family: KeyFamily;
  readonly pairs: Growing<Float64Array>;

  constructor(
    input: BlockInput,
    packing: Packing,
    family: KeyFamily,
    pairs: Growing<Float64Array>,
  ) {
    this.#input = input;
    this.#packing = packing;
    this.#family = family;
    this.pairs = pairs;
  }

  /** Pairs up one block of the key alone. */
  open(rows: Uint32Array): void {
    const caps = CAPS[this.#family];
    // With a year and a place beside it one word is enough for everyone.
    if (this.#family === "word")
      this.#splitBy(rows, this.#yearsAndAreas, (same) => {
        this.#pairUp(same, caps.twoFacts, 0);
      });
    if (
      this.#pairUp(
        rows,
        caps.alone,
        rows.length <= FEW && this.#family === "chinese" ? 0 : undefined,
      )
    )
      return;
    this.#splitBy(rows, this.#years, (same) => {
      if (!this.#pairUp(same, caps.oneFact)) this.#splitByPlace(same, caps.twoFacts);
    });
    this.#splitBy(rows, this.#listed(this.#input.table.places), (same) => {
      this.#pairUp(same, caps.oneFact);
    });
    this.#splitBy(rows, this.#listed(this.#input.table.areas), (same) => {
      this.#pairUp(same, caps.oneFact);
    });
  }

  #splitByPlace(rows: Uint32Array, cap: number): void {
    this.#splitBy(rows, this.#listed(this.#input.table.areas), (same) => {
      if (this.#pairUp(same, cap)) return;
      this.#splitBy(same, this.#listed(this.#input.table.places), (near) => {
        if (!this.#pairUp(near, cap)) this.#window(near, cap);
      });
    });
  }

  /** Everyone with everyone, when the block is no larger than `cap` allows; else false and nothing. */
  #pairUp(rows: Uint32Array, cap: number, wanted = ASKS[this.#family]): boolean {
    if (rows.length < 2) return true;
    const { marks } = this.#input;
    let marked = 0;
    for (const row of rows) if (((marks[row] as number) & wanted) === wanted) marked++;
    const pairs = marked * (rows.length - marked) + (marked * (marked - 1)) / 2;
    if (pairs > (cap * (cap - 1)) / 2) return false;
    const everyone = pairs > 0 && marked === rows.length;
    for (let i = 0; i < rows.length && pairs > 0; i++) {
      const a = rows[i] as number;
      const enough = everyone || ((marks[a] as number) & wanted) === wanted;
      for (let j = i + 1; j < rows.length; j++) {
        const b = rows[j] as number;
        if (enough || ((marks[b] as number) & wanted) === wanted) this.#pair(a, b);
      }
    }
    return true;
  }

  /** Too many namesakes even with two facts: each meets a few neighbours, so that the work stays bounded. */
  #window(rows: Uint32Array, cap: number): void {
    const width = cap >> 1;
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length && j <= i + width; j++)
        this.#pair(rows[i] as number, rows[j] as number);
  }

  #pair(a: number, b: number): void {
    const { sex, bornFrom } = this.#input.table;
    const x = sex[a] as number;
    // A man and a woman are no candidates, unless name and birth agree: then it may be a slip.
    if (x !== 0 && sex[b] !== 0 && sex[b] !== x)
      if (this.#family !== "pair" || bornFrom[a] === 0 || bornFrom[a] !== bornFrom[b]) return;
    if (!this.#factsAllow(a, b)) return;
    if (!this.#near(a, b)) return;
    this.pairs.push(a < b ? a * this.#packing.rowSpan + b : b * this.#packing.rowSpan + a);
  }

  /**
   * Births years apart are two people unless they share a place (a slip in a year, or relatives); other prefectures are two people
   * unless the births agree or the names are letter for letter alike.
   */
  #factsAllow(a: number, b: number): boolean {
    const { bornFrom, bornTo, areas } = this.#input.table;
    const year = bornFrom[a] as number;
    const other = bornFrom[b] as number;
    const gap =
      year === 0 || other === 0
        ? UNKNOWN
        : Math.max(year - (bornTo[b] as number), other - (bornTo[a] as number));
    if (gap !== UNKNOWN && gap <= 1) return true;
    if (gap === UNKNOWN && this.#family === "pair") return true;
    if (gap === UNKNOWN && !(hasAny(areas, a) && hasAny(areas, b))) return true;
    return listsMeet(areas, a, b);
  }

  #near(a: number, b: number): boolean {
    if (this.#family === "pair") return true;
    const { skeletons } = this.#input;
    return this.#family === "chinese" ? oneWordNear(skeletons, a, b) : nearNames(skeletons, a, b);
  }

  readonly #years = (row: number, put: (bucket: number) => void): void => {
    const { bornFrom, bornTo } = this.#input.table;
    const from = bornFrom[row] as number;
    const to = bornTo[row] as number;
    if (from === 0 || to - from > WIDEST_BIRTH) return;
    // Each year also under the next, so that neighbours meet.
    for (let year = from; year <= to + 1; year++) put(year);
  };

  readonly #yearsAndAreas = (row: number, put: (bucket: number) => void): void => {
    const { at, values } = this.#input.table.areas;
    this.#years(row, (year) => {
      for (let i = at[row] as number; i < (at[row + 1] as number); i++)
        put(((values[i] as number) ^ Math.imul(year, 0x9e3779b1)) >>> 0);
    });
  };

  #listed({ at, values }: Lists): (row: number, put: (bucket: number) => void) => void {
    return (row, put) => {
      for (let i = at[row] as number; i < (at[row + 1] as number); i++) put(values[i] as number);
    };
  }

  #splitBy(
    rows: Uint32Array,
    buckets: (row: number, put: (bucket: number) => void) => void,
    take: (same: Uint32Array) => void,
  ): void {
    const entries = new Growing((length) => new Float64Array(length), rows.length * 2);
    for (const row of rows)
      buckets(row, (bucket) => entries.push(bucket * this.#packing.rowSpan + row));
    eachBlock(entries.done().sort(), this.#packing, take);
  }
}

/** Walks sorted entries block by block: rows under one hash, each once, ascending. */
export function eachBlock(
  sorted: Float64Array,
  { rowSpan }: Packing,
  take: (rows: Uint32Array, hash: number) => void,
): void {
  let from = 0;
  while (from < sorted.length) {
    const hash = Math.floor((sorted[from] as number) / rowSpan);
    let to = from + 1;
    const end = (hash + 1) * rowSpan;
    while (to < sorted.length && (sorted[to] as number) < end) to++;
    if (to - from > 1) {
      const rows = new Uint32Array(to - from);
      let kept = 0;
      for (let i = from; i < to; i++) {
        const row = (sorted[i] as number) - hash * rowSpan;
        if (kept === 0 || rows[kept - 1] !== row) rows[kept++] = row;
      }
      if (kept > 1) take(rows.subarray(0, kept), hash);
    }
    from = to;
  }
}

/** The pairs of one family of keys, packed `left · rowSpan + right`, not yet free of repeats; and how many bear each row's commonest pair key. */
export function pairsUnder(
  family: KeyFamily,
  sorted: Float64Array,
  packing: Packing,
  input: BlockInput,
  into: Growing<Float64Array> = new Growing(sharedDoubles, 1_024),
  bearers?: Uint32Array,
): Growing<Float64Array> {
  const blocks = new Blocks(input, packing, family, into);
  eachBlock(sorted, packing, (rows) => {
    if (bearers !== undefined)
      for (const row of rows)
        if ((bearers[row] as number) < rows.length) bearers[row] = rows.length;
    blocks.open(rows);
  });
  return into;
}
