// What was written into forms, what was sent and what came back, as tables of the ledger.
// Invariant: what was sent is one row for each person it was about, written once; the group's words are the latest it wrote.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    /** One row, `now`. */
    submitters: Placed & { name: string; body: string };
    submission_words: Placed & { person: string; field: string; words: string | null };
    submissions: Placed & { id: string; person: string; body: string; at: number; author: string };
    submission_answers: Placed & { submission: string; statement: string; body: string };
  }
}

export const submissionTables: Projection = {
  room: "act",
  tables: [
    { name: "submitters", columns: { name: "text", body: "text" }, key: ["name"] },
    {
      name: "submission_words",
      columns: { person: "text", field: "text", words: "text" },
      key: ["person", "field"],
    },
    {
      name: "submissions",
      columns: { id: "text", person: "text", body: "text", at: "int", author: "text" },
      key: "once",
      indexes: [{ columns: ["person"] }, { columns: ["id"] }],
    },
    {
      name: "submission_answers",
      columns: { submission: "text", statement: "text", body: "text" },
      key: ["submission", "statement"],
    },
  ],
  project: {
    "submitter.set": (b) => [{ table: "submitters", cells: ["now", canonicalJson(b)] }],
    "submission.written": (b) => [
      { table: "submission_words", cells: [b.person, b.field, b.words] },
    ],
    "submission.sent": (b, { at, author }) =>
      b.people.map((person) => ({
        table: "submissions",
        cells: [b.id, person, canonicalJson(b), at, author],
      })),
    "submission.answered": (b) => [
      { table: "submission_answers", cells: [b.submission, b.statement, canonicalJson(b)] },
    ],
  },
};
