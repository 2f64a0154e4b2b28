// The thread that reads names into keys and compares pairs. find-candidates.ts gives it ranges to work on.
// Invariant: only numbers leave it; a name that cannot be read gives no keys, never an error.
import { parentPort } from "node:worker_threads";
import { type PreparedName, prepareName } from "../names/index.ts";
import { candidateKeys, marksOf, KEY_FAMILIES, type KeyFamily } from "./matching/candidate-keys.ts";
import { hashKey } from "./matching/hash-key.ts";
import { type CandidateTable, Growing, namesAt } from "./matching/candidate-table.ts";
import { packingFor } from "./matching/blocks.ts";
import { homeOf } from "./matching/near-skeletons.ts";
import { RowScorer } from "./matching/score-rows.ts";

export type ToCandidateWorker =
  | {
      readonly kind: "table";
      readonly table: CandidateTable;
      readonly marks: Uint8Array;
      readonly home: Uint32Array;
      /** Rows in the order in which their names are read. */
      readonly byName: Uint32Array;
      readonly counts: Uint8Array;
    }
  | { readonly kind: "keys"; readonly from: number; readonly to: number }
  | {
      readonly kind: "scoring";
      readonly pairs: Float64Array;
      readonly order: Uint32Array;
      readonly bearers: Uint32Array;
      readonly floor: number;
    }
  | { readonly kind: "score"; readonly from: number; readonly to: number };

export interface KeysFound {
  readonly hashes: Readonly<Record<KeyFamily, Float64Array>>;
  /** The packed skeletons of the rows, in the order in which they were read. */
  readonly skeletons: Uint32Array;
}

export interface ScoresFound {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly score: Float32Array;
  /** Bits of the rules that spoke. */
  readonly rules: Uint32Array;
  readonly kin: Uint8Array;
}

const doubles = (length: number): Float64Array => new Float64Array(length);
/** As many names as are kept ready; pairs come in an order that brings namesakes together. */
const READY = 200_000;

let shared: Extract<ToCandidateWorker, { kind: "table" }>;
let scoring: Extract<ToCandidateWorker, { kind: "scoring" }> & { scorer: RowScorer };
const ready = new Map<number, readonly PreparedName[]>();

function preparedAt(row: number): readonly PreparedName[] {
  const known = ready.get(row);
  if (known !== undefined) return known;
  const names = namesAt(shared.table, row).map(prepareName);
  if (ready.size >= READY) {
    // The oldest tenth goes; a map keeps the order in which rows came.
    let drop = READY / 10;
    for (const old of ready.keys()) {
      ready.delete(old);
      if (--drop <= 0) break;
    }
  }
  ready.set(row, names);
  return names;
}

function keysOfRows(from: number, to: number): KeysFound {
  const { table, marks, home, byName, counts } = shared;
  const { rowSpan } = packingFor(table.size);
  const found: Record<KeyFamily, Growing<Float64Array>> = {
    pair: new Growing(doubles, (to - from) * 4),
    slip: new Growing(doubles, (to - from) * 12),
    chinese: new Growing(doubles, (to - from) * 2),
    word: new Growing(doubles, (to - from) * 6),
  };
  const skeletons = new Growing((length) => new Uint32Array(length), (to - from) * 8);
  for (let place = from; place < to; place++) {
    const row = byName[place] as number;
    const own: number[] = [];
    const before = skeletons.length;
    for (const name of namesAt(table, row)) {
      const prepared = prepareName(name);
      marks[row] = (marks[row] as number) | marksOf(prepared);
      const made = candidateKeys(prepared);
      if (skeletons.length - before + made.skeletons.length < 255) skeletons.append(made.skeletons);
      own.push(...made.skeletons);
      for (const { family, key } of made.keys) {
        found[family].push(hashKey(key) * rowSpan + row);
      }
    }
    home[row] = homeOf(own);
    counts[row] = skeletons.length - before;
  }
  const hashes = {
    pair: found.pair.done(),
    slip: found.slip.done(),
    chinese: found.chinese.done(),
    word: found.word.done(),
  };
  return { hashes, skeletons: skeletons.done() };
}

function scoresOf(from: number, to: number): ScoresFound {
  const { pairs, order, scorer } = scoring;
  const { rowSpan } = packingFor(shared.table.size);
  const left: number[] = [];
  const right: number[] = [];
  const score: number[] = [];
  const rules: number[] = [];
  const kin: number[] = [];
  for (let i = from; i < to; i++) {
    const packed = pairs[i] as number;
    const x = Math.floor(packed / rowSpan);
    const a = order[x] as number;
    const b = order[packed - x * rowSpan] as number;
    const made = scorer.score(a, b, preparedAt);
    if (made === null || !made.kept) continue;
    left.push(a < b ? a : b);
    right.push(a < b ? b : a);
    score.push(made.score);
    rules.push(made.rules);
    kin.push(made.band === "kin" ? 1 : 0);
  }
  return {
    left: Uint32Array.from(left),
    right: Uint32Array.from(right),
    score: Float32Array.from(score),
    rules: Uint32Array.from(rules),
    kin: Uint8Array.from(kin),
  };
}

parentPort?.on("message", (ask: ToCandidateWorker) => {
  switch (ask.kind) {
    case "table":
      shared = ask;
      return;
    case "scoring":
      scoring = { ...ask, scorer: new RowScorer(shared.table, ask.bearers, ask.floor) };
      return;
    case "keys": {
      const found = keysOfRows(ask.from, ask.to);
      parentPort?.postMessage(
        { found },
        KEY_FAMILIES.map((family) => found.hashes[family].buffer as ArrayBuffer),
      );
      return;
    }
    case "score":
      parentPort?.postMessage({ found: scoresOf(ask.from, ask.to) });
      return;
  }
});
