// Authorities and the tokens they gave, as tables of the ledger.
// Invariant: a row here is what was received once; whether it holds is verified anew wherever it is shown or handed on.
import { canonicalJson } from "../proof/index.ts";
import type { Projection } from "../store/index.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    /** One row, `now`. */
    authorities: Placed & { name: string; authorities: string };
    stamps: Placed & {
      origin: string;
      size: number;
      authority: string;
      at: number;
      token: string;
      chain: string;
      time: number;
      policy: string;
      root: string;
      /** Empty for stamps from before lists were asked for. */
      revocation: string;
      /** JSON: hashes of kept files. */
      lists: string;
    };
  }
}

/** What `file.kept` names as the tool of a stamp's files: they alone are no reason to sign the ledger again. */
export const stampTool = "rfc3161-stamp";

export const stampTables: Projection = {
  room: "preserve",
  tables: [
    {
      name: "authorities",
      columns: { name: "text", authorities: "text" },
      key: ["name"],
    },
    {
      name: "stamps",
      columns: {
        origin: "text",
        size: "int",
        authority: "text",
        at: "int",
        token: "text",
        chain: "text",
        time: "int",
        policy: "text",
        root: "text",
        revocation: "text",
        lists: "text",
      },
      key: ["origin", "size", "authority"],
    },
  ],
  project: {
    "authorities.set": (b) => [
      { table: "authorities", cells: ["now", canonicalJson(b.authorities)] },
    ],
    "stamp.received": (b, { at }) => [
      {
        table: "stamps",
        cells: [
          b.origin,
          b.size,
          b.authority,
          at,
          b.token,
          b.chain,
          b.time,
          b.policy,
          b.root,
          b.revocation ?? "",
          canonicalJson(b.lists ?? []),
        ],
      },
    ],
  },
};
