// Counts that were kept, as a table of the ledger.
// Invariant: each is written once; what was told stays as it was told.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    saved_counts: Placed & {
      id: string;
      audience: string;
      body: string;
      at: number;
      author: string;
    };
  }
}

export const countTables: Projection = {
  room: "count",
  tables: [
    {
      name: "saved_counts",
      columns: { id: "text", audience: "text", body: "text", at: "int", author: "text" },
      key: "once",
      unique: [["id"]],
      indexes: [{ columns: ["audience"] }],
    },
  ],
  project: {
    "count.saved": (b, { at, author }) => [
      { table: "saved_counts", cells: [b.id, b.audience, canonicalJson(b), at, author] },
    ],
  },
};
