// Who said that a picture or recording shows a person, and what files say of themselves, as tables of the ledger.
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
    file_sayings: Placed & { file: string; key: string; value: string };
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
    {
      name: "file_sayings",
      columns: { file: "text", key: "text", value: "text" },
      key: ["file", "key"],
    },
  ],
  project: {
    "file.described": ({ file, says }) =>
      says.map(({ key, value }) => ({ table: "file_sayings", cells: [file, key, value] })),
    "picture.confirmed": ({ source, record, shows }, { author }) => [
      { table: "picture_confirmations", cells: [source, record, author, shows ? 1 : 0] },
    ],
  },
};
