// Checkpoints, cosignatures and the witnesses' policy, as tables of the ledger.
// Invariant: signing the same tree twice gives the same row, since Ed25519 signatures are a function of key and text.
import { canonicalJson } from "../proof/index.ts";
import type { Projection } from "../store/index.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    logs: Placed & { origin: string; vkey: string; reason: string | null };
    /** One row, `now`: the origin checkpoints are made under. */
    current_log: Placed & { name: string; origin: string };
    checkpoints: Placed & {
      origin: string;
      size: number;
      at: number;
      author: string;
      why: string;
      note: string;
      frontier: string;
    };
    cosignatures: Placed & {
      origin: string;
      size: number;
      witness: string;
      time: number;
      line: string;
    };
    /** One row, `now`. */
    witness_policy: Placed & { name: string; need: number; witnesses: string };
  }
}

/** The kinds of entry this room writes about the ledger itself: they alone are no reason to sign it again. */
export const bookkeeping = [
  "log.begun",
  "checkpoint.made",
  "checkpoint.cosigned",
  "witnesses.set",
  "authorities.set",
  "stamp.received",
] as const;

export const checkpointTables: Projection = {
  room: "preserve",
  tables: [
    {
      name: "logs",
      columns: { origin: "text", vkey: "text", reason: "text" },
      key: "once",
      unique: [["origin"]],
    },
    { name: "current_log", columns: { name: "text", origin: "text" }, key: ["name"] },
    {
      name: "checkpoints",
      columns: {
        origin: "text",
        size: "int",
        at: "int",
        author: "text",
        why: "text",
        note: "text",
        frontier: "text",
      },
      key: ["origin", "size"],
    },
    {
      name: "cosignatures",
      columns: { origin: "text", size: "int", witness: "text", time: "int", line: "text" },
      key: ["origin", "size", "witness"],
    },
    {
      name: "witness_policy",
      columns: { name: "text", need: "int", witnesses: "text" },
      key: ["name"],
    },
  ],
  project: {
    "log.begun": (b) => [
      { table: "logs", cells: [b.origin, b.vkey, b.reason ?? null] },
      { table: "current_log", cells: ["now", b.origin] },
    ],
    "checkpoint.made": (b, { at, author }) => [
      { table: "checkpoints", cells: [b.origin, b.size, at, author, b.why, b.note, b.frontier] },
    ],
    "checkpoint.cosigned": (b) => [
      { table: "cosignatures", cells: [b.origin, b.size, b.witness, b.time, b.line] },
    ],
    "witnesses.set": (b) => [
      { table: "witness_policy", cells: ["now", b.need, canonicalJson(b.witnesses)] },
    ],
  },
};
