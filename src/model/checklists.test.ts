import { describe, expect, it } from "vitest";
import { checklistFor } from "./checklists.ts";
import { vocabularyOf } from "./vocabularies.ts";

describe("checklists", () => {
  it.each(vocabularyOf("case-kind")?.terms.map(({ code }) => code) ?? [])(
    "has items for %s, each with a code of its own that an entry can hold",
    (kind) => {
      const codes = checklistFor(kind).map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(0);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(/^[a-z][a-z-]{0,59}$/);
    },
  );

  it("is empty for a kind that is not there", () => {
    expect(checklistFor("nothing-of-the-kind")).toEqual([]);
  });
});
