import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coarsen, type Row } from "./told-apart.ts";

const columns = ["sex", "county", "date"];
const counties = ["Invented A", "Invented B", "Invented C"];
const row = fc
  .record({
    sex: fc.constantFrom([], ["f"], ["m"]),
    county: fc.nat(2).map((n) => [counties[n] as string, n === 2 ? "South" : "North", "All"]),
    date: fc.tuple(fc.nat(3), fc.nat(11)).map(([y, m]) => [`201${y}-${m + 1}`, `201${y}`]),
  })
  .map((made): Row["columns"] => made);
const rows = fc
  .array(row, { maxLength: 60 })
  .map((made): Row[] => made.map((one, i) => ({ id: `p${i}`, columns: one })));

/** What a reader sees of a row. */
const seen = (all: readonly Row[], shown: ReturnType<typeof coarsen>["shown"]) =>
  shown.map(({ id, steps }) => {
    const from = all.find((one) => one.id === id) as Row;
    return JSON.stringify(
      columns.map((name) => {
        const at = steps[name] ?? null;
        return at === null ? null : from.columns[name]?.[at];
      }),
    );
  });

describe("people without a name", () => {
  test("every combination that is shown is shared by k people, whoever is in the vault", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 3, max: 7 }), (all, k) => {
        const { shown, held } = coarsen(all, columns, k);
        expect(shown.length + held.length).toBe(all.length);
        const groups = Map.groupBy(seen(all, shown), (key) => key);
        for (const group of groups.values()) expect(group.length).toBeGreaterThanOrEqual(k);
      }),
    );
  });

  test("their order changes nothing", () => {
    fc.assert(
      fc.property(
        rows.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, mixed]) => {
          expect(coarsen(mixed, columns, 5)).toEqual(coarsen(all, columns, 5));
        },
      ),
    );
  });

  test("k is never less than three", () => {
    const two = ["a", "b"].map((id): Row => ({ id, columns: { sex: ["f"] } }));
    expect(coarsen(two, columns, 1)).toEqual({ shown: [], held: ["a", "b"] });
  });

  test("what few share is told coarser, and what nobody else shares is dropped", () => {
    const all = [1, 2, 3, 4, 5].map((n): Row => ({
      id: `p${n}`,
      columns: {
        sex: [n === 1 ? "m" : "f"],
        county: [n < 3 ? "Invented A" : "Invented B", "North", "All"],
        date: [`2018-0${n}`, "2018"],
      },
    }));
    const { shown, held } = coarsen(all, columns, 5);
    expect(held).toEqual([]);
    expect(new Set(seen(all, shown))).toEqual(new Set([JSON.stringify([null, "North", "2018"])]));
    expect(shown[0]?.alike).toBe(5);
  });

  test("somebody of whom nothing would be told stays", () => {
    const none = [1, 2, 3, 4, 5].map((n): Row => ({ id: `p${n}`, columns: {} }));
    expect(coarsen(none, columns, 5).held).toHaveLength(5);
  });
});
