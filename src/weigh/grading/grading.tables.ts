// How reliable each source is on each topic, and what kind of origin each claim goes back to.
// Invariant: the latest judgement stands; the earlier ones stay in the ledger.
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    source_grades: Placed & { source: string; topic: string; grade: string; reason: string };
    claim_origins: Placed & { claim: string; record: string; origin: string; reason: string };
  }
}

export const gradingTables: Projection = {
  room: "weigh",
  tables: [
    {
      name: "source_grades",
      columns: { source: "text", topic: "text", grade: "text", reason: "text" },
      key: ["source", "topic"],
    },
    {
      name: "claim_origins",
      columns: { claim: "text", record: "text", origin: "text", reason: "text" },
      key: ["claim"],
    },
  ],
  project: {
    "source.graded": (b) => [
      { table: "source_grades", cells: [b.source, b.topic, b.grade, b.reason] },
    ],
    "claim.origin": (b) => [
      { table: "claim_origins", cells: [b.claim, b.record, b.origin, b.reason] },
    ],
  },
};
