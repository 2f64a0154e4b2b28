// Records, claims, statements, and what people decided about them.
import { canonicalJson } from "../../proof/index.ts";
import type { Projection, Row } from "../projection.ts";

const json = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));

/** A label as listings sort it: compatibility-folded, lower case, short enough for an index. */
export function sortKey(label: string): string {
  return cut(label.normalize("NFKC").toLowerCase(), 80);
}

/** Half a character would come back from the database as another sign, and every check would name the row. */
function cut(text: string, units: number): string {
  return text.slice(0, units).replace(/[\uD800-\uDBFF]$/, "");
}

export const claimTables: Projection = {
  room: "store",
  tables: [
    {
      name: "records",
      columns: {
        id: "text",
        schema: "text",
        source: "text",
        label: "text",
        sort: "text",
        batch: "text",
        key: "text",
      },
      key: "once",
      unique: [["id"]],
      indexes: [
        { columns: ["schema", "sort"] },
        { columns: ["source"] },
        { columns: ["key", "batch"], sparse: true },
      ],
    },
    {
      name: "claims",
      columns: {
        id: "text",
        record: "text",
        property: "text",
        value: "text",
        source: "text",
        passage: "text",
        statement: "text",
        knows: "text",
        said: "text",
        review: "text",
        replaces: "text",
        batch: "text",
        ref: "text",
      },
      key: "once",
      unique: [["id"]],
      indexes: [
        { columns: ["record"] },
        { columns: ["ref"], sparse: true },
        { columns: ["replaces"], sparse: true },
        { columns: ["statement"], sparse: true },
      ],
    },
    {
      name: "statements",
      columns: { id: "text", source: "text", stance: "text", speaker_record: "text", body: "text" },
      key: "once",
      unique: [["id"]],
      indexes: [{ columns: ["source"] }, { columns: ["speaker_record"], sparse: true }],
    },
    {
      name: "statement_targets",
      columns: { statement: "text", record: "text", property: "text" },
      key: "once",
      indexes: [{ columns: ["record"] }, { columns: ["statement"] }],
    },
    {
      name: "statement_answers",
      columns: { statement: "text", answers: "text" },
      key: "once",
      indexes: [{ columns: ["answers"] }, { columns: ["statement"] }],
    },
    {
      name: "claim_reviews",
      columns: { claim: "text", record: "text", state: "text", reason: "text" },
      key: ["claim"],
      indexes: [{ columns: ["record"] }],
    },
    {
      name: "claim_grades",
      columns: { claim: "text", record: "text", grade: "int", reason: "text" },
      key: ["claim"],
      indexes: [{ columns: ["record"] }],
    },
    {
      name: "pins",
      columns: { record: "text", property: "text", claim: "text", reason: "text" },
      key: ["record", "property"],
    },
    {
      name: "withdrawals",
      columns: { target: "text", back: "int", reason: "text" },
      key: ["target"],
    },
  ],
  project: {
    "record.added": (b) => [
      {
        table: "records",
        cells: [
          b.id,
          b.schema,
          b.source,
          b.label,
          sortKey(b.label),
          b.batch ?? null,
          b.key ?? null,
        ],
      },
    ],
    "claim.added": (b) => [
      {
        table: "claims",
        cells: [
          b.id,
          b.record,
          b.property,
          canonicalJson(b.value),
          b.source,
          json(b.passage),
          b.statement ?? null,
          b.knows ?? null,
          b.said ?? null,
          b.review,
          b.replaces ?? null,
          b.batch ?? null,
          b.value.kind === "ref" ? b.value.record : null,
        ],
      },
    ],
    "statement.added": (b) => {
      const rows: Row[] = [
        // A statement is a record too: it can be judged, graded and cited like any other.
        {
          table: "records",
          cells: [
            b.id,
            "Statement",
            b.source,
            label(b.content),
            sortKey(label(b.content)),
            null,
            null,
          ],
        },
        {
          table: "statements",
          cells: [b.id, b.source, b.stance, b.speaker?.record ?? null, canonicalJson(b)],
        },
      ];
      for (const t of b.targets)
        rows.push({ table: "statement_targets", cells: [b.id, t.record, t.property ?? null] });
      for (const answered of b.answers)
        rows.push({ table: "statement_answers", cells: [b.id, answered] });
      return rows;
    },
    "claim.reviewed": (b) => [
      { table: "claim_reviews", cells: [b.claim, b.record, b.state, b.reason ?? null] },
    ],
    "claim.graded": (b) => [
      { table: "claim_grades", cells: [b.claim, b.record, b.grade, b.reason] },
    ],
    "claim.pinned": (b) => [{ table: "pins", cells: [b.record, b.property, b.claim, b.reason] }],
    withdrawn: (b) => [{ table: "withdrawals", cells: [b.target, b.back ? 1 : 0, b.reason] }],
  },
};

function label(content: string): string {
  return content.length > 200 ? `${cut(content, 199)}…` : content || "…";
}
