import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../model/index.ts";
import type { ColumnGuess, RowReport } from "../../api/views.ts";
import { applied, choiceOf, filtered, problemOf, withChoice, withOption } from "./plan.ts";

const mapping: Mapping = {
  schema: "Person",
  columns: [
    { column: "name", schema: "Person", property: "name" },
    { column: "born", schema: "Person", property: "birthDate", options: { dateOrder: "dmy" } },
    { column: "notes" },
  ],
  keyColumn: "name",
};

describe("what columns become", () => {
  it("changes one column and leaves the others", () => {
    const next = withChoice(mapping, 2, "Person.note");
    expect(next.columns.map(choiceOf)).toEqual(["Person.name", "Person.birthDate", "Person.note"]);
    expect(withChoice(next, 0, "").columns[0]).toEqual({ column: "name" });
  });

  it("keeps options only for a property of the same type", () => {
    expect(withChoice(mapping, 1, "Person.lastConfirmedAlive").columns[1]?.options).toEqual({
      dateOrder: "dmy",
    });
    expect(withChoice(mapping, 1, "Person.note").columns[1]?.options).toBeUndefined();
  });

  it("takes an option away with the empty choice", () => {
    expect(withOption(mapping, 1, "dateOrder", "").columns[1]).toEqual({
      column: "born",
      schema: "Person",
      property: "birthDate",
    });
  });

  it("lays a saved mapping over a table whose columns stand in another order", () => {
    const guess = (column: string): ColumnGuess => ({
      column,
      samples: [],
      schema: null,
      property: null,
      confidence: 0,
      reason: "",
    });
    const laid = applied(mapping, [guess("new"), guess("born"), guess("name")]);
    expect(laid.columns.map((c) => `${c.column} ${choiceOf(c)}`)).toEqual([
      "new ",
      "born Person.birthDate",
      "name Person.name",
    ]);
    expect(laid.keyColumn).toBe("name");
    expect(applied(mapping, [guess("born")]).keyColumn).toBeUndefined();
  });

  it("sees that nothing is mapped, or that rows would have no name", () => {
    expect(problemOf(mapping)).toBeNull();
    expect(problemOf(withChoice(mapping, 0, ""))).toBe("no-name");
    expect(problemOf({ schema: "Person", columns: [{ column: "a" }] })).toBe("nothing-mapped");
  });
});

it("lists rows of one outcome, or those with something wrong", () => {
  const report = (row: number, outcome: RowReport["outcome"], wrong = false): RowReport => ({
    row,
    outcome,
    label: "",
    problems: wrong ? [{ column: "born", code: "date-not-understood" }] : [],
    changes: [],
  });
  const reports = [report(1, "add"), report(2, "fail", true), report(3, "add", true)];
  expect(filtered(reports, "problems").map(({ row }) => row)).toEqual([2, 3]);
  expect(filtered(reports, "add").map(({ row }) => row)).toEqual([1, 3]);
  expect(filtered(reports, "all")).toHaveLength(3);
});
