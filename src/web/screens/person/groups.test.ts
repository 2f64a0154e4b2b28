import { describe, expect, it } from "vitest";
import { apart, groupText } from "./groups.ts";

// Everyone is invented.
const record = (id: string) => ({
  id,
  label: `Person ${id}`,
  source: "src",
  sourceTitle: `Letter ${id}`,
  claims: 1,
});

describe("what would stand apart", () => {
  it("is every group but the one that keeps the number", () => {
    expect(apart([["a", "b"], ["c"]])).toEqual([["c"]]);
    expect(apart([["a", "b", "c"]])).toEqual([]);
  });
  it("is told by a record and its source, and how many more", () => {
    const records = ["a", "b", "c"].map(record);
    expect(groupText(["c"], records)).toBe("Person c (Letter c)");
    expect(groupText(["b", "c"], records)).toBe("Person b (Letter b) and 1 more record");
  });
});
