// What the public may see of a table: an attacker who knows the rule, solved by going through every table there could be.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisOf, type Basis, steadied } from "./steady.ts";
import { forPublic, otherRows } from "./suppress.ts";
import type { CountTable } from "./tabulate.ts";

function table(cells: readonly number[], notKnown: number, several = false): CountTable {
  const people = cells.reduce((a, b) => a + b, notKnown);
  return {
    by: "sex",
    title: "",
    rule: "",
    several,
    people,
    rows: cells.flatMap((n, i) => (n === 0 ? [] : [{ row: `r${i}`, label: `R${i}`, people: n }])),
    notKnown,
    shareNotKnown: people === 0 ? null : notKnown / people,
  };
}

/** Everything of it a reader has, in one string. */
const published = (made: CountTable): string => JSON.stringify(forPublic(made));

describe("a table for the public", () => {
  /**
   * Every table of three rows and those not known of up to `most` people, put with those that are published alike. A reader who knows
   * the rule perfectly knows that the truth is one of them, and no more.
   */
  it("leaves a reader who solves it every small number, and the thought that it is no small one", () => {
    // A table whose total is shown as 30 has at most 34 people: no group is cut off.
    const most = 34;
    const alike = new Map<string, number[][]>();
    for (let a = 0; a <= most; a++)
      for (let b = 0; a + b <= most; b++)
        for (let c = 0; a + b + c <= most; c++)
          for (let d = 0; a + b + c + d <= most; d++) {
            const out = published(table([a, b, c], d));
            const before = alike.get(out);
            if (before === undefined) alike.set(out, [[a, b, c, d]]);
            else before.push([a, b, c, d]);
          }
    let small = 0;
    const toldTooMuch: string[] = [];
    for (const [out, truths] of alike)
      for (const cell of [0, 1, 2, 3]) {
        const possible = new Set(truths.map((cells) => cells[cell] as number));
        if (![1, 2, 3, 4].some((n) => possible.has(n))) continue;
        small += 1;
        const fewInAll = out.includes('"people":null,"rows":[{"row":"not-listed"');
        const every = [1, 2, 3, 4].every((n) => possible.has(n));
        if (!every || (!fewInAll && ![...possible].some((n) => n >= 5)))
          toldTooMuch.push(
            `${cell} of ${JSON.stringify(truths.slice(0, 3))}: ${[...possible].join(" ")}`,
          );
      }
    expect(toldTooMuch).toEqual([]);
    expect(small).toBeGreaterThan(100);
  });

  const cells = fc.array(fc.oneof(fc.nat(8), fc.nat(200)), { minLength: 1, maxLength: 9 });

  it("has nothing in it but fives, nothing and what is at least five; not even the order of rows tells", () => {
    fc.assert(
      fc.property(cells, fc.nat(30), fc.boolean(), (people, notKnown, several) => {
        const shown = forPublic(table(people, notKnown, several));
        for (const n of [shown.people, shown.notKnown, ...shown.rows.map((row) => row.people)])
          expect(n === null || n % 5 === 0).toBe(true);
        const listed = shown.rows.slice(0, -1);
        expect(listed.every((row) => (row.people ?? 0) >= 5)).toBe(true);
        for (const { row, people: n } of listed)
          expect(n).toBeLessThanOrEqual(people[Number(row.slice(1))] as number);
        expect(shown.rows.at(-1)).toMatchObject({ row: otherRows, people: null });
        const turned = table(people, notKnown, several);
        expect(forPublic({ ...turned, rows: turned.rows.toReversed() })).toEqual(shown);
        // The share says no more than the numbers beside it.
        if (shown.shareNotKnown !== null)
          expect(
            Math.abs(shown.shareNotKnown - (shown.notKnown ?? 0) / (shown.people ?? 1)),
          ).toBeLessThan(0.051);
      }),
    );
  });

  it("holds a row back that the total and the others would give away", () => {
    const shown = forPublic(table([3, 40, 60], 0));
    expect(shown.rows.map(({ row }) => row)).toEqual(["r2", otherRows]);
    expect(forPublic(table([30, 40, 60], 0)).rows).toHaveLength(4);
  });
});

describe("from one publication to the next", () => {
  const rows = ["r0", "r1", "r2", "none"] as const;
  const of = (people: readonly string[]): CountTable =>
    table(
      rows.slice(0, 3).map((row) => people.filter((one) => one === row).length),
      people.filter((one) => one === "none").length,
    );
  const people = fc.array(fc.constantFrom(...rows), { maxLength: 60 });

  it("one person who comes, goes or changes rows changes nothing", () => {
    fc.assert(
      fc.property(people, fc.nat(), fc.option(fc.constantFrom(...rows)), (before, at, now) => {
        const first = of(before);
        const basis = basisOf([first], null);
        const after = [...before];
        after.splice(
          at % (before.length + 1),
          now === null ? 1 : 0,
          ...(now === null ? [] : [now]),
        );
        const next = forPublic(steadied(of(after), basis));
        expect(next).toEqual(forPublic(steadied(first, basis)));
      }),
    );
  });

  it("whatever moves was moved by five people or more, over any number of publications", () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 2, maxLength: 12 }), (times) => {
        let basis: Basis | null = null;
        let shown: CountTable | null = null;
        for (const time of times) {
          const before: Basis | null = basis;
          const made: CountTable = steadied(of(time), before);
          const out = forPublic(made);
          if (before !== null && shown !== null)
            for (const row of ["r0", "r1", "r2"]) {
              const at = (one: CountTable): number | null =>
                one.rows.find((r) => r.row === row)?.people ?? null;
              if (at(out) === at(shown) || at(out) === null || at(shown) === null) continue;
              const was = before.tables[0]?.rows.find(([r]) => r === row)?.[1] ?? 0;
              const is = time.filter((one) => one === row).length;
              expect(Math.abs(is - was)).toBeGreaterThanOrEqual(5);
            }
          basis = basisOf([made], null);
          shown = out;
        }
      }),
    );
  });
});
