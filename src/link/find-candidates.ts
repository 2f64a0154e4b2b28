// Which of up to two million records may be about one person: keys, blocks, pairs, scores, on two threads.
// Invariant: nothing is kept but numbers; the outcome does not depend on which thread did what; nothing is decided.
import { Worker } from "node:worker_threads";
import { noProgress, type Progress, stopIfAborted } from "../runtime/index.ts";
import type { KeysFound, ScoresFound, ToCandidateWorker } from "./candidate-worker.ts";
import { eachBlock, packingFor, pairsUnder } from "./matching/blocks.ts";
import {
  type CandidateTable,
  Growing,
  type Lists,
  sharedBytes,
  sharedDoubles,
  sharedWords,
} from "./matching/candidate-table.ts";
import { BAND_FLOORS } from "./matching/rules.ts";
import { KEY_FAMILIES, type KeyFamily } from "./matching/candidate-keys.ts";

export interface FoundCandidates extends ScoresFound {
  /** Pairs that met under a key and were compared. */
  readonly pairs: number;
  readonly seconds: { readonly keys: number; readonly blocks: number; readonly scores: number };
  /** How many records bear each row's commonest pair of words; 0 where it has none. */
  readonly bearers: Uint32Array;
}

export interface FindCandidates {
  readonly table: CandidateTable;
  /** Lowest probability worth keeping, 0 to 1. */
  readonly floor?: number;
  readonly threads?: number;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** Sees every compared pair before it is scored; for measuring recall. */
  readonly onPairs?: (pairs: Float64Array, order: Uint32Array, rowSpan: number) => void;
}

const KEY_ROWS = 4_000;
const SCORE_PAIRS = 60_000;

/** Finds and scores candidate pairs. Throws RuntimeError `cancelled`. */
export async function findCandidates(input: FindCandidates): Promise<FoundCandidates> {
  const { table, floor = BAND_FLOORS.possible, threads = 2, progress = noProgress, signal } = input;
  const packing = packingFor(table.size);
  const marks = sharedBytes(table.size);
  const home = sharedWords(table.size);
  const crew = new Crew(Math.max(1, Math.min(threads, Math.ceil(table.size / 2_000))));
  const started = performance.now();
  try {
    const byName = orderByName(table, packing.rowSpan);
    const counts = sharedBytes(table.size);
    crew.tell({ kind: "table", table, marks, home, byName, counts });
    const keys = await crew.share<KeysFound>(table.size, KEY_ROWS, "keys", (done) => {
      stopIfAborted(signal);
      progress(done, table.size, "keys");
    });
    const keyed = performance.now();
    const bearers = sharedWords(table.size);
    const blockInput = { table, marks, skeletons: skeletonLists(keys, byName, counts) };
    const packed = new Growing(sharedDoubles, table.size * 8 + 1_024);
    for (const family of KEY_FAMILIES) {
      stopIfAborted(signal);
      progress(0, null, "blocks");
      const sorted = gather(keys, family);
      pairsUnder(
        family,
        sorted,
        packing,
        blockInput,
        packed,
        family === "pair" ? bearers : undefined,
      );
    }
    addIdentities(table, packing, packed);
    const order = orderBy(home, packing.rowSpan);
    const pairs = sortedPairs(packed.done(), order, packing.rowSpan);
    input.onPairs?.(pairs, order, packing.rowSpan);
    const blocked = performance.now();
    crew.tell({ kind: "scoring", pairs, order, bearers, floor });
    const scores = await crew.share<ScoresFound>(pairs.length, SCORE_PAIRS, "score", (done) => {
      stopIfAborted(signal);
      progress(done, pairs.length, "scores");
    });
    const seconds = {
      keys: (keyed - started) / 1000,
      blocks: (blocked - keyed) / 1000,
      scores: (performance.now() - blocked) / 1000,
    };
    return { ...joined(scores), pairs: pairs.length, seconds, bearers };
  } finally {
    await crew.end();
  }
}

function gather(keys: readonly KeysFound[], family: KeyFamily): Float64Array {
  const all = new Float64Array(keys.reduce((sum, { hashes }) => sum + hashes[family].length, 0));
  let at = 0;
  for (const { hashes } of keys) {
    all.set(hashes[family], at);
    at += hashes[family].length;
  }
  return all.sort();
}

function skeletonLists(keys: readonly KeysFound[], byName: Uint32Array, counts: Uint8Array): Lists {
  const at = new Uint32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++)
    at[row + 1] = (at[row] as number) + (counts[row] as number);
  const values = new Uint32Array(at[counts.length] as number);
  let place = 0;
  for (const { skeletons } of keys) {
    for (let i = 0; i < skeletons.length; place++) {
      const row = byName[place] as number;
      const count = counts[row] as number;
      values.set(skeletons.subarray(i, i + count), at[row]);
      i += count;
    }
  }
  return { at, values };
}

/** Rows by the first letters of their names: names that begin alike are read together, and what was worked out for a word is at hand. */
function orderByName({ size, nameAt, nameBytes }: CandidateTable, rowSpan: number): Uint32Array {
  const entries = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const at = nameAt[row] as number;
    let begins = 0;
    // Four bytes and a row fill the 53 bits of a number; two Cyrillic or Arabic letters, one Chinese.
    for (let i = 0; i < 4; i++)
      begins =
        begins * 256 + (at + i < (nameAt[row + 1] as number) ? (nameBytes[at + i] as number) : 0);
    entries[row] = begins * rowSpan + row;
  }
  return rowsOf(entries.sort(), rowSpan);
}

function rowsOf(sorted: Float64Array, rowSpan: number): Uint32Array {
  const rows = sharedWords(sorted.length);
  for (let i = 0; i < rows.length; i++) rows[i] = (sorted[i] as number) % rowSpan;
  return rows;
}

/** One identity number is a key of its own; more than a few bearers are a form's placeholder, not a number. */
function addIdentities(
  table: CandidateTable,
  packing: ReturnType<typeof packingFor>,
  into: Growing<Float64Array>,
): void {
  const { at, values } = table.identities;
  const entries = new Growing((length) => new Float64Array(length), values.length + 1);
  for (let row = 0; row < table.size; row++)
    for (let i = at[row] as number; i < (at[row + 1] as number); i++)
      entries.push((values[i] as number) * packing.rowSpan + row);
  eachBlock(entries.done().sort(), packing, (rows) => {
    if (rows.length > 12) return;
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length; j++)
        into.push((rows[i] as number) * packing.rowSpan + (rows[j] as number));
  });
}

/** Rows in the order of their coarsest key, so that names compared one after the other are mostly the same few. */
function orderBy(home: Uint32Array, rowSpan: number): Uint32Array {
  const entries = new Float64Array(home.length);
  for (let row = 0; row < home.length; row++) entries[row] = (home[row] as number) * rowSpan + row;
  return rowsOf(entries.sort(), rowSpan);
}

/** Each pair once, by place in `order`. Sorts in place. */
function sortedPairs(packed: Float64Array, order: Uint32Array, rowSpan: number): Float64Array {
  const place = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) place[order[i] as number] = i;
  for (let i = 0; i < packed.length; i++) {
    const left = Math.floor((packed[i] as number) / rowSpan);
    const x = place[left] as number;
    const y = place[(packed[i] as number) - left * rowSpan] as number;
    packed[i] = x < y ? x * rowSpan + y : y * rowSpan + x;
  }
  packed.sort();
  let kept = 0;
  for (let i = 0; i < packed.length; i++)
    if (i === 0 || packed[i] !== packed[i - 1]) packed[kept++] = packed[i] as number;
  return packed.subarray(0, kept);
}

/** In the order of their rows, so that the outcome is the same whoever did the work. */
function joined(parts: readonly ScoresFound[]): ScoresFound {
  const join = <K extends keyof ScoresFound>(key: K, make: (n: number) => ScoresFound[K]) => {
    const whole = make(parts.reduce((sum, part) => sum + part[key].length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part[key], at);
      at += part[key].length;
    }
    return whole;
  };
  return {
    left: join("left", (n) => new Uint32Array(n)),
    right: join("right", (n) => new Uint32Array(n)),
    score: join("score", (n) => new Float32Array(n)),
    rules: join("rules", (n) => new Uint32Array(n)),
    kin: join("kin", (n) => new Uint8Array(n)),
  };
}

/** A few threads that share out a range of work. */
class Crew {
  readonly #workers: readonly Worker[];

  constructor(threads: number) {
    this.#workers = Array.from(
      { length: threads },
      () => new Worker(new URL("./candidate-worker.ts", import.meta.url), { name: "candidates" }),
    );
  }

  tell(message: ToCandidateWorker): void {
    for (const worker of this.#workers) worker.postMessage(message);
  }

  /** Cuts 0 … total into pieces; the first thread takes them from the front, the others from the back. Results in order. */
  async share<T>(
    total: number,
    size: number,
    kind: "keys" | "score",
    each: (done: number) => void,
  ): Promise<readonly T[]> {
    const pieces = Math.ceil(total / size);
    const results: T[] = Array.from({ length: pieces });
    let front = 0;
    let back = pieces - 1;
    let done = 0;
    const work = async (worker: Worker, fromFront: boolean): Promise<void> => {
      while (front <= back) {
        const piece = fromFront ? front++ : back--;
        const to = Math.min(total, (piece + 1) * size);
        results[piece] = await ask<T>(worker, { kind, from: piece * size, to });
        done += to - piece * size;
        each(done);
      }
    };
    await Promise.all(this.#workers.map((worker, i) => work(worker, i === 0)));
    return results;
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function ask<T>(worker: Worker, message: ToCandidateWorker): Promise<T> {
  return new Promise((resolve, reject) => {
    const onError = (error: unknown): void => {
      worker.off("message", onMessage);
      reject(error instanceof Error ? error : new Error("the thread failed"));
    };
    const onMessage = (answer: { found: T }): void => {
      worker.off("error", onError);
      resolve(answer.found);
    };
    worker.once("message", onMessage);
    worker.once("error", onError);
    worker.postMessage(message);
  });
}
