// Keys of the index of names and of queries. Names here are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareName } from "../../names/index.ts";
import { indexKeys, namesVersion, queryKeys } from "./search-keys.ts";

const meets = (query: string, name: string, step: "exact" | "slips" | "alone"): boolean => {
  const keys = new Set(indexKeys(prepareName(name)));
  return queryKeys(prepareName(query))[step].some((key) => keys.has(key));
};

describe("a query", () => {
  it.each([
    ["exact", "Tolunbek Mirzat", "Толунбек Мирзат"],
    ["exact", "Mirzat Tolunbek", "تولۇنبەك مىرزات"],
    ["exact", "Tolunbek", "Tolunbek Mirzat"],
    ["slips", "Tolunbk Mizat", "Tolunbek Mirzat"],
    ["slips", "Tolumbek Mirzat", "Толунбек Мирзат"],
    ["slips", "Tolumbek", "Tolunbek Mirzat"],
    ["alone", "Tolunbek Mirzat", "Толунбек"],
  ] as const)("meets names: %s, %s and %s", (step, query, name) => {
    expect(meets(query, name, step)).toBe(true);
  });

  it("meets a name of one word by that word only where it stands alone", () => {
    expect(meets("Tolunbek Mirzat", "Tolunbek Oydan", "alone")).toBe(false);
    expect(meets("Tolunbek Mirzat", "Kerembek Oydan", "exact")).toBe(false);
  });

  it("has keys without number or end for nothing, and few for anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const { exact, slips, alone } = queryKeys(prepareName(text));
        for (const keys of [exact, slips, alone]) {
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys.length).toBeLessThanOrEqual(1_500);
        }
      }),
    );
    expect(queryKeys(prepareName("💠"))).toEqual({ exact: [], slips: [], alone: [] });
  });

  it("is of one version of the names room", () => {
    expect(namesVersion()).toBe(namesVersion());
    expect(namesVersion()).toMatch(/^[0-9a-z]+$/);
  });
});
