import { describe, expect, it } from "vitest";
import { personLines } from "./person-lines.ts";

// Everyone is invented.
const person = {
  id: "rec_1",
  number: "P-7K3F9Q2M",
  formerly: ["P-AAAAAAAA"],
  label: "Jeyran Oydanova",
  names: [
    { text: "Jeyran Oydanova", claims: 2 },
    { text: "Жейран Ойданова", claims: 1 },
  ],
  records: 2,
  claims: 3,
  sources: 1,
};

describe("a person in a list", () => {
  it("is named with number, other names and how much is known", () =>
    expect(personLines(person, {})).toEqual([
      "P-7K3F9Q2M  Jeyran Oydanova (Жейран Ойданова)  3 claims, 1 source  rec_1",
      "    formerly P-AAAAAAAA",
    ]));
  it.each([
    ["Жейран Ойданова", undefined, "has the words: Жейран Ойданова"],
    ["P-AAAAAAAA", undefined, "has the number P-AAAAAAAA"],
    [
      "Жейран Ойданова",
      { score: 0.912, band: "very likely the same name" },
      "sounds alike: Жейран Ойданова (very likely the same name, 91 of 100)",
    ],
  ])("found by %s says why", (matched, sound, why) => {
    const page = {
      matched: { rec_1: matched },
      ...(sound === undefined ? {} : { alike: { rec_1: sound } }),
    };
    expect(personLines(person, page)[1]?.trim()).toBe(why);
  });
});
