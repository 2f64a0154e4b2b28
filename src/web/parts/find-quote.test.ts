import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuote } from "./find-quote.ts";

describe("finding copied words in a source", () => {
  it("gives offsets into the text as received, across broken lines and other quotation marks", () => {
    const text = "She said:\n“They  took\nher in spring’s first week.” Then nothing.";
    const found = findQuote(text, '"They took her in spring\'s first week."');
    expect(found).not.toBeNull();
    expect(text.slice(found?.start, found?.end)).toBe("“They  took\nher in spring’s first week.”");
  });

  it("does not find words with another letter, and finds nothing for nothing", () => {
    expect(findQuote("about March 2018", "about May 2018")).toBeNull();
    expect(findQuote("about March 2018", "  ")).toBeNull();
  });

  it("finds every piece of a text again, in any script", () => {
    const letters = fc.constantFrom("a", "ә", "گ", "古", "😀", " ", "\n", "“", "—", "z");
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const text = parts.join("");
          const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const quote = text.slice(from, to + 1);
          fc.pre(quote.trim() !== "");
          const found = findQuote(text, quote);
          expect(found).not.toBeNull();
          const squeeze = (s: string): string => s.replace(/\s+/g, " ").trim();
          expect(squeeze(text.slice(found?.start, found?.end))).toBe(squeeze(quote));
        },
      ),
    );
  });
});
