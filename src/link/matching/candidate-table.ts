// A million records as columns of numbers, laid out so that several threads read the same memory.
// Invariant: strings are kept once, as UTF-8 of the names; every other fact is a number or a 32-bit hash.
import { hashKey } from "./hash-key.ts";

export interface CandidateRow {
  readonly names: readonly string[];
  readonly sex: number;
  /** Range of birth years, inclusive; 0 where not known. */
  readonly bornFrom: number;
  readonly bornTo: number;
  readonly places: readonly string[];
  readonly areas: readonly string[];
  readonly identities: readonly string[];
  readonly sources: readonly string[];
}

/** A list of numbers for each row: those of row i stand from at[i] to at[i + 1]. */
export interface Lists {
  readonly at: Uint32Array;
  readonly values: Uint32Array;
}

export interface CandidateTable {
  readonly size: number;
  readonly nameAt: Uint32Array;
  /** UTF-8; several names of a row are parted by a line feed. */
  readonly nameBytes: Uint8Array;
  readonly sex: Uint8Array;
  readonly bornFrom: Uint16Array;
  readonly bornTo: Uint16Array;
  readonly places: Lists;
  readonly areas: Lists;
  readonly identities: Lists;
  readonly sources: Lists;
}

type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers that may be read from every thread; grows by half when full. */
export class Growing<T extends Column> {
  #held: T;
  length = 0;
  readonly #make: (length: number) => T;
  constructor(make: (length: number) => T, room: number) {
    this.#make = make;
    this.#held = make(room);
  }
  push(value: number): void {
    if (this.length === this.#held.length) this.#grow(this.length + 1);
    this.#held[this.length++] = value;
  }
  append(values: ArrayLike<number>): void {
    if (this.length + values.length > this.#held.length) this.#grow(this.length + values.length);
    this.#held.set(values, this.length);
    this.length += values.length;
  }
  done(): T {
    return this.#held.subarray(0, this.length) as T;
  }
  #grow(needed: number): void {
    const more = this.#make(Math.max(needed, Math.ceil(this.#held.length * 1.5)));
    more.set(this.#held);
    this.#held = more;
  }
}

export const sharedBytes = (length: number): Uint8Array =>
  new Uint8Array(new SharedArrayBuffer(length));
const sharedShorts = (length: number): Uint16Array =>
  new Uint16Array(new SharedArrayBuffer(length * 2));
export const sharedWords = (length: number): Uint32Array =>
  new Uint32Array(new SharedArrayBuffer(length * 4));
export const sharedDoubles = (length: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(length * 8));

class GrowingLists {
  readonly #at: Growing<Uint32Array>;
  readonly #values: Growing<Uint32Array>;
  constructor(room: number) {
    this.#at = new Growing(sharedWords, room + 1);
    this.#values = new Growing(sharedWords, room + 1);
    this.#at.push(0);
  }
  add(texts: readonly string[]): void {
    for (const text of texts) this.#values.push(hashKey(text));
    this.#at.push(this.#values.length);
  }
  done(): Lists {
    return { at: this.#at.done(), values: this.#values.done() };
  }
}

const encoder = new TextEncoder();

/** Takes rows one by one and gives the table. */
export class TableBuilder {
  readonly #nameAt: Growing<Uint32Array>;
  readonly #names: Growing<Uint8Array>;
  readonly #sex: Growing<Uint8Array>;
  readonly #from: Growing<Uint16Array>;
  readonly #to: Growing<Uint16Array>;
  readonly #places: GrowingLists;
  readonly #areas: GrowingLists;
  readonly #identities: GrowingLists;
  readonly #sources: GrowingLists;

  constructor(room = 1_024) {
    this.#nameAt = new Growing(sharedWords, room + 1);
    this.#nameAt.push(0);
    this.#names = new Growing(sharedBytes, room * 24);
    this.#sex = new Growing(sharedBytes, room);
    this.#from = new Growing(sharedShorts, room);
    this.#to = new Growing(sharedShorts, room);
    this.#places = new GrowingLists(room);
    this.#areas = new GrowingLists(room);
    this.#identities = new GrowingLists(room);
    this.#sources = new GrowingLists(room);
  }

  add(row: CandidateRow): void {
    const names = row.names.map((name) => name.slice(0, longestName).replaceAll("\n", " "));
    this.#names.append(encoder.encode(names.slice(0, mostNames).join("\n")));
    this.#nameAt.push(this.#names.length);
    this.#sex.push(row.sex);
    this.#from.push(row.bornFrom);
    this.#to.push(row.bornTo);
    this.#places.add(row.places);
    this.#areas.add(row.areas);
    this.#identities.add(row.identities);
    this.#sources.add(row.sources);
  }

  done(): CandidateTable {
    const sex = this.#sex.done();
    return {
      size: sex.length,
      nameAt: this.#nameAt.done(),
      nameBytes: this.#names.done(),
      sex,
      bornFrom: this.#from.done(),
      bornTo: this.#to.done(),
      places: this.#places.done(),
      areas: this.#areas.done(),
      identities: this.#identities.done(),
      sources: this.#sources.done(),
    };
  }
}

// Hostile records may claim thousands of names, each of thousands of letters.
const longestName = 400;
const mostNames = 12;

/** The names of one row. */
export function namesAt(table: CandidateTable, row: number): readonly string[] {
  const from = table.nameAt[row] as number;
  const to = table.nameAt[row + 1] as number;
  if (from === to) return [];
  const { buffer, byteOffset } = table.nameBytes;
  return Buffer.from(buffer, byteOffset + from, to - from)
    .toString("utf8")
    .split("\n");
}

/** The numbers a row has in a list. */
export function listAt({ at, values }: Lists, row: number): Uint32Array {
  return values.subarray(at[row], at[row + 1]);
}

export function hasAny({ at }: Lists, row: number): boolean {
  return (at[row + 1] as number) > (at[row] as number);
}

/** Whether two rows have a number in common; without making views, because it is asked millions of times. */
export function listsMeet({ at, values }: Lists, a: number, b: number): boolean {
  const aTo = at[a + 1] as number;
  const bFrom = at[b] as number;
  const bTo = at[b + 1] as number;
  for (let i = at[a] as number; i < aTo; i++)
    for (let j = bFrom; j < bTo; j++) if (values[i] === values[j]) return true;
  return false;
}
