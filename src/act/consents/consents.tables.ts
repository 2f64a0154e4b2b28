// Consents and their withdrawals, as tables of the ledger.
// Invariant: one row a consent, written once; a withdrawal stands beside it and changes nothing in it.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    consents: Placed & { id: string; about: string; body: string };
    consent_withdrawals: Placed & { consent: string; about: string; reason: string | null };
  }
}

export const consentTables: Projection = {
  room: "act",
  tables: [
    {
      name: "consents",
      columns: { id: "text", about: "text", body: "text" },
      key: "once",
      unique: [["id"]],
      indexes: [{ columns: ["about"] }],
    },
    {
      name: "consent_withdrawals",
      columns: { consent: "text", about: "text", reason: "text" },
      key: ["consent"],
      indexes: [{ columns: ["about"] }],
    },
  ],
  project: {
    "consent.given": (b) => [{ table: "consents", cells: [b.id, b.about, canonicalJson(b)] }],
    "consent.withdrawn": (b) => [
      { table: "consent_withdrawals", cells: [b.id, b.about, b.reason ?? null] },
    ],
  },
};
