// Closed sources: every table of the program that tells of a source is narrowed for those who may not read closed ones.
import { describe, expect, it } from "vitest";
import { derivations, projections } from "../../src/app.ts";
import { narrowedTables } from "../../src/store/closed-tables.ts";

/** The group's own work on a person. It names records by id and says what members wrote, not what a source told. */
const ownWork = new Set([
  "case_people",
  "submissions",
  "submission_answers",
  "submission_words",
  "finding_settlements",
  // A hold that were not seen would let the rest of a person out.
  "holds",
]);
const telling = new Set(["source", "record", "statement", "about", "file", "person"]);
const tables = [
  ...projections.flatMap((one) => one.tables),
  ...derivations.map(({ table }) => table),
];

/** Tables with a column that names what a source told, and that nobody thought of. */
function forgotten(narrowed: ReadonlyMap<string, string>): string[] {
  return tables
    .filter(({ columns }) => Object.keys(columns).some((column) => telling.has(column)))
    .map(({ name }) => name)
    .filter((name) => !narrowed.has(name) && !ownWork.has(name));
}

describe("tables that tell of a source", () => {
  it("are narrowed, or are the group's own work", () => {
    expect(forgotten(narrowedTables)).toEqual([]);
  });

  it("are missed when one is left out", () => {
    const without = new Map([...narrowedTables].filter(([name]) => name !== "claims"));
    expect(forgotten(without)).toEqual(["claims"]);
  });
});
