import { describe, expect, it } from "vitest";
import type { RecordFile } from "../../api/views.ts";
import { compareFiles } from "./compare.ts";

// Everyone is invented.
const file = (values: Readonly<Record<string, string>>) =>
  ({
    properties: Object.entries(values).map(([name, text]) => ({
      name,
      sealed: false,
      headlines: [{ text }],
      others: [],
      claims: [{ text, review: "accepted" }],
    })),
  }) as unknown as RecordFile;
const left = file({
  name: "Jeyran Oydanova",
  origin: "Tekes",
  occupation: "teacher",
  sex: "woman",
});
const right = file({ name: "Жейран Ойданова", origin: "Ghulja", occupation: "baker", age: "40" });
const reason = (rule: string, bits: number) => ({ rule, bits, text: "" });
const verdicts = (reasons?: Parameters<typeof compareFiles>[2]) =>
  Object.fromEntries(
    compareFiles(left, right, reasons).map(({ property, verdict }) => [property, verdict]),
  );

describe("two files side by side", () => {
  it("say of names and places what the matching says, not whether the letters are the same", () =>
    expect(verdicts([reason("name.very-likely", 5), reason("place.other", -2)])).toEqual({
      name: "speaksFor",
      origin: "speaksAgainst",
      occupation: "differ",
      sex: "one-sided",
      age: "one-sided",
    }));
  it("do not call names different before they were compared", () =>
    expect(verdicts().name).toBe("open"));
});
