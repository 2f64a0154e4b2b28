// Dates in the languages submissions are written in: every form, and nothing left in English.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import en from "./data/messages/en.json" with { type: "json" };
import es from "./data/messages/es.json" with { type: "json" };
import fr from "./data/messages/fr.json" with { type: "json" };
import { formatDate } from "./date.ts";

describe("a date in words", () => {
  it.each([
    ["2018-03-05", "5 March 2018", "5 mars 2018", "5 de marzo de 2018"],
    ["2018-03", "March 2018", "mars 2018", "marzo de 2018"],
    [
      "2018-03-XX",
      "March 2018, day not known",
      "mars 2018, jour inconnu",
      "marzo de 2018, día desconocido",
    ],
    ["2018-03~", "about March 2018", "vers mars 2018", "hacia marzo de 2018"],
    ["2018?", "perhaps 2018", "peut-être 2018", "quizá 2018"],
    [
      "2018-03/2018-05",
      "from March 2018 to May 2018",
      "de mars 2018 à mai 2018",
      "desde marzo de 2018 hasta mayo de 2018",
    ],
    [
      "[2018-03,2018-04]",
      "March 2018 or April 2018",
      "mars 2018 ou avril 2018",
      "marzo de 2018 o abril de 2018",
    ],
    ["2018-03/..", "since March 2018", "depuis mars 2018", "desde marzo de 2018"],
    ["201X", "the 2010s", "années 2010", "los años 2010"],
    ["2018-21", "spring 2018", "printemps 2018", "primavera de 2018"],
  ])("%s", (edtf, english, french, spanish) => {
    expect([formatDate(edtf), formatDate(edtf, "fr"), formatDate(edtf, "es")]).toEqual([
      english,
      french,
      spanish,
    ]);
  });

  it("is complete in each language", () => {
    const needed = Object.keys(en).filter((key) => /^(?:month|part|date)\./.test(key));
    for (const catalogue of [fr, es])
      expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(needed));
  });

  it("never throws, and without a catalogue is English", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(formatDate(text, "xx")).toBe(formatDate(text));
        expect(typeof formatDate(text, "fr")).toBe("string");
      }),
    );
  });
});
