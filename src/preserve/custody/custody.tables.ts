// Where files came from, who saw, copied and carried away what, and what audits found, as tables of the ledger.
// Invariant: a row for each entry and none changes; a file kept twice has two arrivals.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    file_arrivals: Placed & {
      hash: string;
      at: number;
      author: string;
      derived_from: string | null;
      tool: string | null;
      /** JSON object of texts. */
      parameters: string | null;
    };
    custody: Placed & {
      action: string;
      at: number;
      author: string;
      device: string;
      source: string | null;
      file: string | null;
      record: string | null;
      claim: string | null;
      giver: string | null;
      receiver: string | null;
      reason: string | null;
    };
    audits: Placed & {
      at: number;
      author: string;
      device: string;
      files: number;
      bytes: number;
      missing: number;
      damaged: number;
      repaired: number;
      lost: string;
    };
  }
}

export const custodyTables: Projection = {
  room: "preserve",
  tables: [
    {
      name: "file_arrivals",
      columns: {
        hash: "text",
        at: "int",
        author: "text",
        derived_from: "text",
        tool: "text",
        parameters: "text",
      },
      key: "once",
      indexes: [{ columns: ["hash"] }, { columns: ["derived_from"], sparse: true }],
    },
    {
      name: "custody",
      columns: {
        action: "text",
        at: "int",
        author: "text",
        device: "text",
        source: "text",
        file: "text",
        record: "text",
        claim: "text",
        giver: "text",
        receiver: "text",
        reason: "text",
      },
      key: "once",
      indexes: [
        { columns: ["source"], sparse: true },
        { columns: ["file"], sparse: true },
        { columns: ["action"] },
      ],
    },
    {
      name: "audits",
      columns: {
        at: "int",
        author: "text",
        device: "text",
        files: "int",
        bytes: "int",
        missing: "int",
        damaged: "int",
        repaired: "int",
        lost: "text",
      },
      key: "once",
    },
  ],
  project: {
    "file.kept": (b, { at, author }) => [
      {
        table: "file_arrivals",
        cells: [
          b.hash,
          at,
          author,
          b.derivedFrom ?? null,
          b.tool ?? null,
          b.parameters === undefined ? null : canonicalJson(b.parameters),
        ],
      },
    ],
    "custody.noted": (b, { at, author, device }) => [
      {
        table: "custody",
        cells: [
          b.action,
          at,
          author,
          device,
          b.source ?? null,
          b.file ?? null,
          b.record ?? null,
          b.claim ?? null,
          b.from ?? null,
          b.to ?? null,
          b.reason ?? null,
        ],
      },
    ],
    "audit.done": (b, { at, author, device }) => [
      {
        table: "audits",
        cells: [
          at,
          author,
          device,
          b.files,
          b.bytes,
          b.missing,
          b.damaged,
          b.repaired,
          canonicalJson(b.lost),
        ],
      },
    ],
  },
};
