// Holds, approvals and releases, as tables of the ledger.
// Invariant: of each thing one row says whether a hold stands; approvals, releases and withdrawals are written once.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    holds: Placed & { about: string; stands: number; reason: string; at: number; author: string };
    release_approvals: Placed & { audience: string; contents: string; at: number; author: string };
    releases: Placed & {
      number: number;
      audience: string;
      contents: string;
      tree: string;
      receiver: string;
      body: string;
      at: number;
      author: string;
    };
    release_withdrawals: Placed & {
      number: number;
      audience: string;
      reason: string;
      at: number;
      author: string;
    };
    /** One row, `now`: how the group is named and reached, as JSON. */
    publisher: Placed & { name: string; body: string };
    exports_made: Placed & { audience: string; body: string; at: number; author: string };
  }
}

const by = { at: "int", author: "text" } as const;

export const releaseTables: Projection = {
  room: "publish",
  tables: [
    {
      name: "holds",
      columns: { about: "text", stands: "int", reason: "text", ...by },
      key: ["about"],
    },
    {
      name: "release_approvals",
      columns: { audience: "text", contents: "text", ...by },
      key: "once",
      indexes: [{ columns: ["contents"] }],
    },
    {
      name: "releases",
      columns: {
        number: "int",
        audience: "text",
        contents: "text",
        tree: "text",
        receiver: "text",
        body: "text",
        ...by,
      },
      key: "once",
      indexes: [{ columns: ["audience"] }],
    },
    {
      name: "release_withdrawals",
      columns: { number: "int", audience: "text", reason: "text", ...by },
      key: "once",
    },
    { name: "publisher", columns: { name: "text", body: "text" }, key: ["name"] },
    {
      name: "exports_made",
      columns: { audience: "text", body: "text", ...by },
      key: "once",
    },
  ],
  project: {
    "hold.set": (b, { at, author }) => [
      { table: "holds", cells: [b.about, 1, b.reason, at, author] },
    ],
    "hold.lifted": (b, { at, author }) => [
      { table: "holds", cells: [b.about, 0, b.reason, at, author] },
    ],
    "release.approved": (b, { at, author }) => [
      { table: "release_approvals", cells: [b.audience, b.contents, at, author] },
    ],
    "release.made": (b, { at, author }) => [
      {
        table: "releases",
        cells: [b.number, b.audience, b.contents, b.tree, b.to, canonicalJson(b), at, author],
      },
    ],
    "release.withdrawn": (b, { at, author }) => [
      { table: "release_withdrawals", cells: [b.number, b.audience, b.reason, at, author] },
    ],
    "publisher.set": (b) => [{ table: "publisher", cells: ["now", canonicalJson(b)] }],
    "export.made": (b, { at, author }) => [
      { table: "exports_made", cells: [b.audience, canonicalJson(b), at, author] },
    ],
  },
};
