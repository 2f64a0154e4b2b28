// Exact search. Sentences are our own; everyone in them is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, placesOf } from "./find-quotation.ts";

const found = (text: string, words: string): string[] =>
  placesOf(folded(text), words).map(({ start, end }) => text.slice(start, end));

describe("a quotation", () => {
  it("is found letter for letter, wherever it stands", () => {
    expect(found("Ana Lind came. Ana Lind left.", "Ana Lind")).toEqual(["Ana Lind", "Ana Lind"]);
    expect(found("Она сказала: «Никого нет».", "«Никого нет»")).toEqual(["«Никого нет»"]);
    expect(found("林安说没有人。", "没有人")).toEqual(["没有人"]);
  });

  it("may differ in white space and in the shape of its marks, and nothing else", () => {
    expect(found("He said “no\n   one” came.", '"no one"')).toEqual(["“no\n   one”"]);
    expect(found("It is Ana’s book.", "Ana's  book")).toEqual(["Ana’s book"]);
    expect(found("He said no one came.", "He said No one")).toEqual([]);
    expect(found("He said no one came.", "no-one")).toEqual([]);
    expect(found("He said no one came.", "nobody came")).toEqual([]);
  });

  it("does not count inside a word", () => {
    expect(found("Banana Anadolu Ana", "Ana")).toEqual(["Ana"]);
    expect(found("Анажан келді", "Ана")).toEqual([]);
  });

  it("stands at its true place behind letters of two units and runs of blanks", () => {
    const text = "𝒜𝒷 😀  \t came.\n\nAna  Lind said so.";
    expect(found(text, "Ana Lind said")).toEqual(["Ana  Lind said"]);
  });

  it("of nothing, or of blanks, is nowhere", () => {
    expect(found("a b", "")).toEqual([]);
    expect(found("a b", " \n ")).toEqual([]);
  });
});

it("any run of whole words of any text is found, among others, where it was taken from", () => {
  const word = fc.stringMatching(/^[a-cА-В一-三“”«»'’.]{1,4}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      (words, a, b) => {
        const text = words.join(" ");
        const [from, to] = [a % words.length, b % words.length].toSorted((x, y) => x - y);
        const start = words.slice(0, from).join(" ").length + (from === 0 ? 0 : 1);
        const wanted = words.slice(from, (to ?? 0) + 1).join(" ");
        const places = placesOf(folded(text), wanted);
        // Of very many places only the first are given.
        if (places.length < 64)
          expect(places).toContainEqual({ start, end: start + wanted.length });
        for (const place of places)
          expect(folded(text.slice(place.start, place.end)).text).toBe(folded(wanted).text);
      },
    ),
  );
});
