// The keys appeals are encrypted to, and the appeals that came, as tables of the ledger.
// Invariant: the newest key is the one that stands; earlier ones stay, because files encrypted to them may still arrive.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    appeal_keys: Placed & { recipient: string; identity: string };
    appeals: Placed & {
      source: string;
      file: string;
      appeal: string;
      content: string;
      body: string;
    };
  }
}

export const appealTables: Projection = {
  room: "collect",
  tables: [
    {
      name: "appeal_keys",
      columns: { recipient: "text", identity: "text" },
      key: ["recipient"],
    },
    {
      name: "appeals",
      columns: { source: "text", file: "text", appeal: "text", content: "text", body: "text" },
      key: ["source"],
      indexes: [{ columns: ["file"] }, { columns: ["appeal"] }, { columns: ["content"] }],
    },
  ],
  project: {
    "appeal-key.set": (b) => [
      { table: "appeal_keys", cells: [b.recipient, canonicalJson(b.identity)] },
    ],
    "appeal.received": (b) => [
      { table: "appeals", cells: [b.source, b.file, b.appeal, b.content, canonicalJson(b)] },
    ],
  },
};
