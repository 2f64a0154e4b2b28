// The people the benches invent: the same for the same seed, varied, and never in one spelling only.
import { describe, expect, it } from "vitest";
import { inventRecords, renderName, SCRIPTS, type InventedRecord } from "./invent-people.ts";
import { nameStock } from "./name-stock.ts";
import { chanceFrom, zipf } from "./random.ts";
import { renderHan } from "./render-han.ts";
import { slip } from "./spelling-slip.ts";

function records(seed: number, size: number): InventedRecord[] {
  const all: InventedRecord[] = [];
  inventRecords(seed, size)((record) => all.push(record));
  return all;
}

describe("invented people", () => {
  it("are the same for the same seed and others for another", () => {
    expect(records(1, 200)).toEqual(records(1, 200));
    expect(records(2, 200)).not.toEqual(records(1, 200));
  });

  it("come in the number asked for, several records to some", () => {
    const all = records(1, 1_000);
    expect(all).toHaveLength(1_000);
    const people = new Set(all.map((record) => record.person)).size;
    expect(people).toBeGreaterThan(400);
    expect(people).toBeLessThan(800);
  });

  it("bear names in every script", () => {
    const names = records(1, 400).map((record) => record.name);
    for (const script of [
      /\p{Script=Latin}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Han}/u,
    ])
      expect(names.some((name) => script.test(name))).toBe(true);
    for (const name of names) expect(name.trim()).not.toBe("");
  });

  it("bear few names often and many names rarely", () => {
    const chance = chanceFrom(5);
    const rank = zipf(1_000, 12);
    const counts = new Uint32Array(1_000);
    for (let i = 0; i < 50_000; i++) counts[rank(chance)]! += 1;
    expect(counts[0]!).toBeGreaterThan(5 * counts[150]!);
    expect(nameStock(3_000)).toHaveLength(new Set(nameStock(3_000)).size);
  });
});

describe("spellings", () => {
  it("of Chinese come as characters and as their pinyin", () => {
    expect(renderHan("tursun", chanceFrom(1), 0)).toEqual({ han: "吐尔逊", pinyin: "Tuerxun" });
  });

  it("of one person differ between scripts", () => {
    const who = { given: "qurban", father: "tilEk", sex: 1 as const };
    const all = new Set(SCRIPTS.map((script) => renderName(who, script, chanceFrom(3))));
    expect(all.size).toBeGreaterThan(5);
  });

  it("with a slip keep their first letter and nearly their length", () => {
    const chance = chanceFrom(9);
    for (let i = 0; i < 200; i++) {
      const word = slip("Sultanbek", chance);
      expect(word.charAt(0)).toBe("S");
      expect(Math.abs(word.length - 9)).toBeLessThanOrEqual(1);
    }
    expect(slip("吐尔逊江", chance)).toBe("吐尔逊江");
  });
});
