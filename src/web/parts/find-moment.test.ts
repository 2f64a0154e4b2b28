// Words copied from a transcript lead to the moment they were said. Every word is invented.
import { describe, expect, it } from "vitest";
import { findMoment } from "./find-moment.ts";

const original = {
  segments: [
    { fromMs: 0, toMs: 4_000, text: "ئۇلار كېچىدە كەلدى" },
    { fromMs: 4_000, toMs: 9_000, text: "ئۇنى ئېلىپ كەتتى" },
  ],
};
const translation = {
  segments: [
    { fromMs: 0, toMs: 4_000, text: "They came at night." },
    { fromMs: 5_000, toMs: 9_000, text: "They took him away" },
    { fromMs: 12_000, toMs: 15_000, text: "and nobody saw him again." },
  ],
};

describe("words that were said", () => {
  it("are found in one line, in either language", () => {
    expect(findMoment([original, translation], "كېچىدە كەلدى")).toEqual({
      fromMs: 0,
      toMs: 4_000,
      quote: "كېچىدە كەلدى",
    });
    expect(findMoment([original, translation], "took  him")).toEqual({
      fromMs: 5_000,
      toMs: 9_000,
      quote: "took him",
    });
  });

  it("are found over the end of a line, from its beginning to the end of the last", () => {
    expect(findMoment([original, translation], "him away and nobody")).toEqual({
      fromMs: 5_000,
      toMs: 15_000,
      quote: "him away and nobody",
    });
    expect(findMoment([translation], "They came at night.")).toMatchObject({ toMs: 4_000 });
  });

  it("are not found where they were not said, nor across two languages", () => {
    expect(findMoment([original, translation], "They came at noon")).toBeNull();
    expect(findMoment([original, translation], "كەتتى They came")).toBeNull();
    expect(findMoment([], "They")).toBeNull();
  });
});
