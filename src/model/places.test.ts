import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces, placeChain, placeLabel, placeOf, places } from "./places.ts";

const codes = (text: string) => findPlaces(text).map((p) => p.code);

describe("the gazetteer", () => {
  it("has every official division once, each inside a place it knows", () => {
    expect(new Set(places.map((p) => p.code)).size).toBe(places.length);
    for (const place of places) {
      expect(place.level === "country" || placeOf(place.parent ?? "") !== undefined).toBe(true);
    }
    expect(places.filter((p) => p.code.length === 6)).toHaveLength(108);
    expect(places.filter((p) => p.code.length === 4)).toHaveLength(15);
  });

  it("finds every place by each of its names", () => {
    for (const place of places) {
      for (const name of Object.values(place.names).flat())
        expect(findPlaces(name), name).toContain(place);
    }
  });

  it.each([
    "Chöchek",
    "chochek",
    "Tacheng City",
    "塔城市",
    "Шәуешек",
    "Чугучак",
    "چۆچەك",
    "CHÖCHEK",
  ])("knows one town by its many names: %s", (name) => expect(codes(name)).toEqual(["654201"]));

  it("tells city, county and prefecture apart by the word beside the name", () => {
    expect(codes("Hotan").toSorted()).toEqual(["6532"]);
    expect(codes("和田").toSorted()).toEqual(["6532", "653201", "653221"]);
    expect(codes("和田县")).toEqual(["653221"]);
    expect(codes("Khotan county")).toEqual(["653221"]);
    expect(codes("Hotan prefecture")).toEqual(["6532"]);
    expect(codes("Текес ауданы")).toEqual(["654027"]);
    expect(codes("уезд Текес")).toEqual(["654027"]);
    expect(codes("خوتەن ۋىلايىتى")).toEqual(["6532"]);
  });

  it("reads a place inside another, in either order or run together", () => {
    expect(codes("Ghulja, Ili, Xinjiang")).toEqual(["654002"]);
    expect(codes("新疆伊犁州伊宁县")).toEqual(["654021"]);
    expect(codes("Қазақстан")).toEqual(["KZ"]);
    expect(codes("China, Xinjiang, Kashgar, Yarkand")).toEqual(["653125"]);
  });

  it("finds nothing where a part is not known or the parts do not fit", () => {
    expect(codes("Nowhere")).toEqual([]);
    expect(codes("no")).toEqual([]);
    expect(codes("NO")).toEqual(["NO"]);
    expect(codes("ININ")).toEqual([]);
    expect(codes("Ghulja, Atlantis")).toEqual([]);
    expect(codes("Yarkand, Altay")).toEqual([]);
    expect(codes("")).toEqual([]);
  });

  it("walks from a county to its country and names each in the language asked for", () => {
    expect(placeChain("654201").map((p) => p.code)).toEqual(["654201", "6542", "65", "CN"]);
    expect(placeChain("none")).toEqual([]);
    expect([
      placeLabel("654201"),
      placeLabel("654201", "kk"),
      placeLabel("654201", "zh"),
      placeLabel("zz"),
    ]).toEqual(["Chöchek", "Шәуешек", "塔城市", "zz"]);
  });

  it("gives an answer to any text, quickly enough to give one", () => {
    const letters = fc.constantFrom("新", "疆", "市", "伊", "宁", " ", ",", "a", "县");
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 250 }), (text) => {
        expect(Array.isArray(findPlaces(text))).toBe(true);
      }),
    );
  });
});
