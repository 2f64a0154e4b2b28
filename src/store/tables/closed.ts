// Sources that only those may read who may open sealed values: said by a person, or because what was told is of sexual violence.
// Invariant: what a person said of a source wins; where nobody said anything, an act of sexual violence told by a source that was
// not public when it came closes it.
import type { Projection, Row } from "../projection.ts";

declare module "./rows.ts" {
  interface Tables {
    source_closings: Placed & { source: string; closed: number; reason: string | null };
    /** Sources that tell of what closes them by itself, and what that is. */
    closing_marks: Placed & { source: string; why: string };
  }
}

/** Terms that close the source that tells them, as `vocabulary code`. */
const closing = new Set([
  "act-type rape",
  "act-type sexual-violence",
  "method rape",
  "method sexual-abuse",
]);

const mark = (source: string, why: string): Row[] => [
  { table: "closing_marks", cells: [source, why] },
];

export const closedTables: Projection = {
  room: "store",
  tables: [
    {
      name: "source_closings",
      columns: { source: "text", closed: "int", reason: "text" },
      key: ["source"],
    },
    { name: "closing_marks", columns: { source: "text", why: "text" }, key: ["source", "why"] },
  ],
  project: {
    "source.closed": (b) => [
      { table: "source_closings", cells: [b.source, b.closed ? 1 : 0, b.reason ?? null] },
    ],
    "interview.described": (b) => (b.sexualViolence === true ? mark(b.source, "interview") : []),
    "claim.added": ({ schema, source, value }) =>
      schema === "Act" && value.kind === "code" && closing.has(`${value.vocabulary} ${value.code}`)
        ? mark(source, "act")
        : [],
  },
};
