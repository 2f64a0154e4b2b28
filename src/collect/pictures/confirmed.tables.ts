// Who said that a picture or recording shows a person, as a table of the ledger.
// Invariant: a member's latest word on a picture and a person counts, and counts once.
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    picture_confirmations: Placed & {
      source: string;
      record: string;
      member: string;
      shows: number;
    };
  }
}

export const pictureTables: Projection = {
  room: "collect",
  tables: [
    {
      name: "picture_confirmations",
      columns: { source: "text", record: "text", member: "text", shows: "int" },
      key: ["source", "record", "member"],
      indexes: [{ columns: ["record"] }],
    },
  ],
  project: {
    "picture.confirmed": ({ source, record, shows }, { author }) => [
      { table: "picture_confirmations", cells: [source, record, author, shows ? 1 : 0] },
    ],
  },
};
