import { describe, expect, it } from "vitest";
import { evidenceOf, firstReason, reasonsAbout, strengthOf } from "./evidence.ts";

const reason = (rule: string, bits: number) => ({ rule, bits, text: `${rule}.` });
const evidence = evidenceOf([
  reason("name.compatible", 1),
  reason("name.rare", 2),
  reason("birth.far", -7),
  reason("sex.same", 0.5),
  reason("place.same", 3.2),
  reason("source.together", -5),
  reason("kin.swapped", 0),
]);

describe("what speaks for and against", () => {
  it("sorts the weightiest first, and keeps how common the name is and kinship apart", () => {
    expect(evidence.speaksFor.map(({ rule }) => rule)).toEqual([
      "place.same",
      "name.compatible",
      "sex.same",
    ]);
    expect(evidence.against.map(({ rule }) => rule)).toEqual(["birth.far", "source.together"]);
    expect(evidence.kin.map(({ rule }) => rule)).toEqual(["kin.swapped"]);
    expect(evidence.common?.rule).toBe("name.rare");
  });

  it("begins a judgement with what is on file for that very answer", () => {
    expect(firstReason("same", evidence)).toBe("place.same. name.compatible. sex.same.");
    expect(firstReason("different", evidence)).toBe("birth.far. source.together.");
    expect(firstReason("relative", evidence)).toBe("kin.swapped.");
    expect(firstReason("undecided", evidence)).not.toBe("");
  });

  it("begins with nothing where nothing on file speaks for the answer", () => {
    const thin = evidenceOf([reason("name.same-form", 7)]);
    expect(firstReason("different", thin)).toBe("");
    expect(firstReason("relative", thin)).toBe("");
  });

  it("tells weights in words, the same for and against", () => {
    expect([7, 5, 3.2, 2, 0.5].map(strengthOf)).toEqual([
      "strong",
      "strong",
      "clear",
      "clear",
      "slight",
    ]);
    expect(strengthOf(-6)).toBe("strong");
  });

  it("marks a row by the reasons about it, not by rarity or kinship", () => {
    const all = [reason("birth.far", -7), reason("name.rare", 2), reason("kin.named", 0)];
    expect(reasonsAbout(["birth"], all).map(({ rule }) => rule)).toEqual(["birth.far"]);
    expect(reasonsAbout(["name", "kin"], all)).toEqual([]);
  });
});
