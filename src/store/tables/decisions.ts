// Decisions that wait for a second member, and what became of them.
// Invariant: no row here holds words; drafts and reason stand in the entry, which is emptied with its subject.
import type { Projection, Row } from "../projection.ts";

declare module "./rows.ts" {
  interface Tables {
    /** One row, `now`: the kinds of change that need two, as a JSON list. */
    second_person: Placed & { name: string; kinds: string };
    decisions: Placed & { id: string; kind: string; subject: string; proposer: string };
    decision_ends: Placed & { id: string; state: string };
  }
}

const end = (id: string, state: string): Row[] => [{ table: "decision_ends", cells: [id, state] }];

export const decisionTables: Projection = {
  room: "store",
  tables: [
    { name: "second_person", columns: { name: "text", kinds: "text" }, key: ["name"] },
    {
      name: "decisions",
      columns: { id: "text", kind: "text", subject: "text", proposer: "text" },
      key: ["id"],
    },
    { name: "decision_ends", columns: { id: "text", state: "text" }, key: ["id"] },
  ],
  project: {
    "second-person.set": (b) => [
      { table: "second_person", cells: ["now", JSON.stringify(b.kinds)] },
    ],
    "decision.proposed": (b, { author }) => [
      { table: "decisions", cells: [b.id, b.kind, b.subject, author] },
    ],
    "decision.confirmed": (b) => end(b.id, "confirmed"),
    "decision.refused": (b) => end(b.id, "refused"),
    "decision.taken-back": (b) => end(b.id, "taken-back"),
  },
};
