// Keys, blocks and the quick look at consonants. Names here are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareName } from "../../names/index.ts";
import { type BlockInput, CAPS, packingFor, pairsUnder } from "./blocks.ts";
import { candidateKeys, marksOf, ONE_WORD, VIA_CHINESE } from "./candidate-keys.ts";
import { namesAt, TableBuilder } from "./candidate-table.ts";
import { nearNames, packSkeleton, within1 } from "./near-skeletons.ts";

const noFacts = {
  sex: 0,
  bornFrom: 0,
  bornTo: 0,
  places: [],
  areas: [],
  identities: [],
  sources: [],
};

function block(rows: readonly Partial<Parameters<TableBuilder["add"]>[0]>[]) {
  const builder = new TableBuilder();
  for (const row of rows) builder.add({ ...noFacts, names: ["Qeyser Yolwas"], ...row });
  const table = builder.done();
  const at = Uint32Array.from({ length: rows.length + 1 }, () => 0);
  const input: BlockInput = {
    table,
    marks: new Uint8Array(rows.length),
    skeletons: { at, values: new Uint32Array(0) },
  };
  const packing = packingFor(rows.length);
  const sorted = Float64Array.from(rows, (_, row) => 7 * packing.rowSpan + row);
  const pairs = pairsUnder("pair", sorted, packing, input).done();
  return new Set(
    [...pairs].map(
      (packed) => `${Math.floor(packed / packing.rowSpan)} ${packed % packing.rowSpan}`,
    ),
  );
}

describe("a block", () => {
  it("pairs everyone with everyone while it is small", () => {
    expect(block([{}, {}, {}])).toEqual(new Set(["0 1", "0 2", "1 2"]));
  });

  it("leaves out a man with a woman, and births years apart in different places", () => {
    expect(block([{ sex: 1 }, { sex: 2 }])).toEqual(new Set());
    const of1970 = { bornFrom: 1970, bornTo: 1970 };
    expect(
      block([
        { sex: 1, ...of1970 },
        { sex: 2, ...of1970 },
      ]),
    ).toEqual(new Set(["0 1"]));
    const born = (year: number, area: string) => ({ bornFrom: year, bornTo: year, areas: [area] });
    expect(block([born(1960, "a"), born(1990, "b")])).toEqual(new Set());
    expect(block([born(1960, "a"), born(1990, "a")])).toEqual(new Set(["0 1"]));
  });

  it("too large asks for a second fact: a year, the next year, or a place", () => {
    const crowd = Array.from({ length: CAPS.pair.alone + 5 }, () => ({}));
    const born = (year: number) => ({ bornFrom: year, bornTo: year });
    const at = crowd.length;
    const pairs = block([
      ...crowd,
      born(1970),
      born(1971),
      born(1975),
      { places: ["here"] },
      { places: ["here"] },
    ]);
    expect(pairs).toEqual(new Set([`${at} ${at + 1}`, `${at + 3} ${at + 4}`]));
  });

  it("of any size and any facts stays within its bounds", () => {
    const row = fc.record({
      bornFrom: fc.constantFrom(0, 1970),
      places: fc.subarray(["p"]),
      areas: fc.subarray(["a"]),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 400 }), (rows) => {
        const pairs = block(rows.map((one) => ({ ...one, bornTo: one.bornFrom })));
        expect(pairs.size).toBeLessThanOrEqual(rows.length * 3 * CAPS.pair.alone);
      }),
      { numRuns: 25 },
    );
  });
});

describe("keys", () => {
  it("bring one name in several scripts together", () => {
    const keys = (name: string): Set<string> =>
      new Set(candidateKeys(prepareName(name)).keys.map((k) => k.key));
    const latin = keys("Qeyser Yolwas");
    for (const other of ["Қейсер Йолвас", "قەيسەر يولۋاس", "Qeysar Yolvas", "YOLWAS Qeyser"])
      expect(keys(other).intersection(latin).size).toBeGreaterThan(0);
  });

  it("tell names that came through Chinese, and names of one word", () => {
    expect(marksOf(prepareName("凯撒尔·尤力瓦斯"))).toBe(VIA_CHINESE);
    expect(marksOf(prepareName("Қейсер Йолвас"))).toBe(0);
    expect(marksOf(prepareName("Қейсер"))).toBe(ONE_WORD);
  });
});

describe("the quick look at consonants", () => {
  const skeleton = fc.string({
    unit: fc.constantFrom(..."PMTNLRSCJK"),
    minLength: 1,
    maxLength: 6,
  });
  const pack = (text: string): number => packSkeleton(`t1:${text}`);

  it("sees exactly the skeletons one letter apart, where three letters are left to hold on to", () => {
    const apart = (a: string, b: string): boolean => {
      if (a === b) return true;
      const [short, long] = a.length <= b.length ? [a, b] : [b, a];
      if (long.length - short.length > 1) return false;
      return [...long].some((_, i) =>
        long.length === short.length
          ? short.slice(0, i) + short.slice(i + 1) === long.slice(0, i) + long.slice(i + 1)
          : short === long.slice(0, i) + long.slice(i + 1),
      );
    };
    fc.assert(
      fc.property(skeleton, skeleton, (a, b) => {
        const tiny = a.length < 3 && b.length < 3;
        expect(within1(pack(a), pack(b))).toBe(a === b || (!tiny && apart(a, b)));
      }),
    );
  });

  it("lets names pass that differ by a slip, whichever way round, and stops others", () => {
    const rows = ["Qeyser Yolwas", "Qeyser Yolvaz", "Yolwas Qeyser", "Mirzat Tolunbek", "Qeyser"];
    const values: number[] = [];
    const at = [0];
    for (const name of rows) {
      values.push(...candidateKeys(prepareName(name)).skeletons);
      at.push(values.length);
    }
    const lists = { at: Uint32Array.from(at), values: Uint32Array.from(values) };
    for (const other of [1, 2, 4]) {
      expect(nearNames(lists, 0, other)).toBe(true);
      expect(nearNames(lists, other, 0)).toBe(true);
    }
    expect(nearNames(lists, 0, 3)).toBe(false);
  });
});

it("a table gives back the names it was given, whatever they are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), { maxLength: 3 }), {
        maxLength: 20,
      }),
      (rows) => {
        const builder = new TableBuilder(1);
        const clean = rows.map((names) =>
          names.map((name) => name.replaceAll("\n", " ")).filter((name) => name !== ""),
        );
        for (const names of clean) builder.add({ ...noFacts, names });
        const table = builder.done();
        clean.forEach((names, row) => expect(namesAt(table, row)).toEqual(names));
      },
    ),
  );
});
