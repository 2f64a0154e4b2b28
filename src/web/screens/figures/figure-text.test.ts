import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../api/views.ts";
import { amountText, countedText, shortAmount } from "./figure-text.ts";

type Amount = Estimate["amount"];
const of = (low: number | null, high: number | null, hedge: Amount["hedge"]): Amount => ({
  low,
  high,
  hedge,
});

describe("a number in words", () => {
  it("keeps its hedge and both ends", () => {
    expect(amountText(of(800_000, 1_200_000, "range"))).toBe("800,000 to 1,200,000");
    expect(amountText(of(800, 900, "about"))).toBe("about 800 to 900");
    expect(amountText(of(1_500_000, null, "at-least"))).toBe("at least 1,500,000");
    expect(amountText(of(null, 20, "less-than"))).toBe("less than 20");
    expect(amountText(of(12.5, 12.5, "exact"))).toBe("12.5");
    expect(amountText(of(null, null, "vague"))).toBe("no number");
  });

  it("is short beside a mark, and still hedged", () => {
    expect(shortAmount(of(800_000, 1_200_000, "range"))).toMatch(/^800\s?k–1\.2\s?m$/i);
    expect(shortAmount(of(16_000, 16_000, "about"))).toMatch(/^~16\s?k$/i);
    expect(shortAmount(of(5, null, "more-than"))).toBe(">5");
  });

  it("rounds nothing away to be short", () => {
    expect(shortAmount(of(1_146, 1_146, "exact"))).toBe("1,146");
    expect(shortAmount(of(1_146_123, 1_146_123, "exact"))).toBe("1,146,123");
  });

  it("is never the bare number where the words hedge", () => {
    const hedge = fc.constantFrom(
      "about",
      "at-least",
      "more-than",
      "at-most",
      "less-than",
      "vague",
    );
    fc.assert(
      fc.property(fc.nat(), hedge, (n, kind) => {
        const down = kind === "at-most" || kind === "less-than";
        const amount = down ? of(null, n, kind) : of(n, null, kind);
        const exact = of(n, n, "exact");
        expect(amountText(amount)).not.toBe(amountText(exact));
        expect(shortAmount(amount)).not.toBe(shortAmount(exact));
      }),
    );
  });
});

it("what is counted says so where nobody said it", () => {
  expect(countedText({ unit: null, population: null, places: [] })).toBe(
    "What is counted is not said",
  );
  expect(
    countedText({ unit: "Facilities", population: "for women", places: ["Xinjiang", "Tekes"] }),
  ).toBe("Facilities · for women · Xinjiang, Tekes");
});
