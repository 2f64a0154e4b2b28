// Nearly the same texts by their shingles. All texts are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fewestFinders,
  findersOf,
  isNearCopy,
  likenessOf,
  ownWords,
  type Shingles,
  shinglesOf,
} from "./shingles.ts";

const of = (text: string): Shingles => shinglesOf(text, [{ start: 0, end: text.length }]);
const near = (a: string, b: string): boolean => {
  const [x, y] = [of(a), of(b)];
  return isNearCopy(x, y, likenessOf(x, y));
};

/** So many different invented words, the same for the same seed. */
function words(count: number, seed: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return `w${(state >>> 8).toString(36)}`;
  });
}
const han = (count: number, seed: number): string =>
  words(count, seed)
    .map((word) => String.fromCharCode(0x4e00 + (Number.parseInt(word.slice(1), 36) % 5000)))
    .join("");

describe("texts that are nearly the same", () => {
  const wire = words(400, 1).join(" ");

  it("are found whatever the case, the marks and the line breaks", () => {
    const other = wire
      .toUpperCase()
      .replaceAll(" w", ", “w")
      .replace(/(.{60,70}) /g, "$1\n");
    expect(likenessOf(of(wire), of(other))).toEqual({ ofFirst: 1, ofSecond: 1 });
  });

  it("are found with a new first paragraph and a word changed here and there", () => {
    const changed = words(400, 1).map((word, i) => (i % 45 === 20 ? "another" : word));
    expect(near(wire, [...words(60, 2), ...changed].join(" "))).toBe(true);
  });

  it("are found when one is the first quarter of the other", () => {
    const brief = words(400, 1).slice(0, 100).join(" ");
    expect(likenessOf(of(brief), of(wire))?.ofFirst).toBe(1);
    expect(near(brief, wire)).toBe(true);
    expect(near(wire, brief)).toBe(true);
  });

  it("are found in Chinese, sign by sign", () => {
    const text = han(300, 3);
    const paper = `${han(40, 4)}。${text.slice(0, 150)}，${text.slice(150)}`;
    expect(near(text, paper)).toBe(true);
    expect(near(text, han(300, 5))).toBe(false);
  });

  it("need four fifths of the shorter one", () => {
    const shared = (part: number): boolean =>
      near([...words(400, 1).slice(0, part), ...words(400 - part, 6)].join(" "), wire);
    expect(shared(330)).toBe(true);
    expect(shared(315)).toBe(false);
  });

  it("need nearly all of it when they are short, and a formula is not compared", () => {
    const short = words(40, 7);
    const other = [...short.slice(0, 36), ...words(4, 8)].join(" ");
    expect(likenessOf(of(short.join(" ")), of(other))?.ofFirst).toBeGreaterThan(0.8);
    expect(near(short.join(" "), other)).toBe(false);
    expect(near(short.join(" "), `${words(5, 9).join(" ")} ${short.join(" ")}`)).toBe(true);
    const formula = words(20, 10).join(" ");
    expect(near(formula, formula)).toBe(false);
  });

  it("are not two reports of one event in other words", () => {
    const one = `Nurlan Testov, 41, was taken from his home in the invented village of Birinchi in March
      2019, his sister said. She has not heard from him since and does not know where he is being held. He
      has three children and worked as a shepherd, she added, and was never told what he was accused of.`;
    const two = `A shepherd of 41 from the invented village of Birinchi has been missing since March 2019, when he
      was taken from home. His sister says nobody told the family of what he is accused or where he is. Nurlan
      Testov is the father of three children, and she has had no word from him.`;
    expect(near(one, two)).toBe(false);
  });
});

describe("whatever the texts", () => {
  const text = fc.array(fc.constantFrom("а", "b", "سى", "丁", "w1", "w2", "w3"), { maxLength: 80 });

  it("likeness is the same both ways round, one for the same text, never out of bounds", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [of(a.join(" ")), of(b.join(" "))];
        const there = likenessOf(x, y);
        const back = likenessOf(y, x);
        expect(back).toEqual(there && { ofFirst: there.ofSecond, ofSecond: there.ofFirst });
        if (there === null) return;
        for (const share of [there.ofFirst, there.ofSecond]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(likenessOf(x, x)).toEqual({ ofFirst: 1, ofSecond: 1 });
      }),
    );
  });

  it("a copy shares enough finders to be found, also inside a much longer text", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 900 }),
        fc.integer({ min: 0, max: 6_000 }),
        fc.nat(),
        (n, more, seed) => {
          const short = words(n, seed + 1);
          const [x, y] = [of(short.join(" ")), of([...short, ...words(more, seed + 2)].join(" "))];
          const [a, b] = [findersOf(x), findersOf(y)];
          const level = Math.max(a.level, b.level);
          const common = new Set(a.hashes).intersection(new Set(b.hashes)).size;
          expect(common).toBeGreaterThanOrEqual(fewestFinders(Math.min(x.count, y.count), level));
        },
      ),
    );
  });
});

describe("a very long text", () => {
  it("keeps a sketch of bounded size that still finds a long part of it", () => {
    const book = words(90_000, 11);
    const sketch = of(book.join(" "));
    expect(sketch.hashes.length).toBeLessThanOrEqual(32_768);
    expect(sketch.count).toBeGreaterThan(80_000);
    expect(sketch.count).toBeLessThan(100_000);
    expect(findersOf(sketch).hashes.length).toBeLessThanOrEqual(2_048);
    expect(near(book.slice(40_000, 41_000).join(" "), book.join(" "))).toBe(true);
    expect(near(words(1_000, 12).join(" "), book.join(" "))).toBe(false);
  });
});

describe("a hostile text", () => {
  it("is read to its end, be it one word of ten million letters or nothing but signs", () => {
    expect(of("a".repeat(10_000_000)).count).toBe(1);
    expect(of("新".repeat(1_000_000)).count).toBe(1);
    expect(of("“".repeat(1_000_000)).count).toBe(0);
    expect(of("\u202e\ud800 ".repeat(10_000)).count).toBe(0);
  });
});

describe("the parts that count", () => {
  it("are the body, and without one all that is not something else", () => {
    expect(
      ownWords(100, [
        { kind: "headline", start: 0, end: 20 },
        { kind: "body", start: 20, end: 60 },
        { kind: "boilerplate", start: 60, end: 100 },
      ]),
    ).toMatchObject([{ start: 20, end: 60 }]);
    expect(ownWords(100, [{ kind: "headline", start: 0, end: 20 }])).toEqual([
      { start: 20, end: 100 },
    ]);
    expect(ownWords(100, [])).toEqual([{ start: 0, end: 100 }]);
  });
});
