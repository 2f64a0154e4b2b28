// What leaves. Sentences are our own; everyone and every outlet in them is invented.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readText } from "../../read/index.ts";
import { partsOf, spansOf } from "./sent-text.ts";

const article = `Support careful reporting from the hill country.
Donate to HLR!

The Quiet Crossing

3 April 2017

Boatmen on Lake Sarn are being turned back, the Far Shore Watch said in a report on Monday.

“Nobody told us why,” Petra Nils said. “We only saw the gate close behind them that evening.”

Compiled by Kit Brandt

Sign up for the free HLR newsletter!
© Hill Lake Review 2017. All rights reserved. ISSN 0000-0001`;

it("only the body is sent", () => {
  const sent = partsOf(article, readText(article).mask)
    .map((part) => part.text)
    .join("\n");
  expect(sent).toContain("Petra Nils said");
  for (const word of ["Donate", "Kit Brandt", "newsletter", "ISSN", "3 April"])
    expect(sent).not.toContain(word);
});

it("a text that is too long is refused whole", () => {
  const mask = [{ start: 0, end: 40, kind: "body" as const }];
  expect(() => partsOf("x".repeat(40), mask, { most: 39, each: 10 })).toThrow(
    expect.objectContaining({ code: "model-text-too-long" }),
  );
});

it("every letter sent stands in the received text at the place it is said to", () => {
  const letter = fc.constantFrom("a", "б", "。", ". ", "\n", " ", "😀", "word");
  fc.assert(
    fc.property(
      fc.array(letter, { minLength: 1, maxLength: 200 }),
      fc.array(fc.nat(400), { maxLength: 8 }),
      fc.integer({ min: 8, max: 60 }),
      (letters, cuts, each) => {
        const text = letters.join("");
        const edges = [...new Set(cuts.map((c) => c % text.length))].toSorted((a, b) => a - b);
        const mask = edges
          .slice(1)
          .map((end, i) => ({ start: edges[i] ?? 0, end, kind: "body" as const }));
        for (const part of partsOf(text, mask, { most: 10_000, each })) {
          expect(part.text.length).toBeLessThanOrEqual(each);
          const whole = spansOf(part, 0, part.text.length);
          expect(whole.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(
            part.text,
          );
          for (const { start, end } of whole)
            expect(mask.some((m) => m.start <= start && end <= m.end)).toBe(true);
        }
      },
    ),
  );
});
