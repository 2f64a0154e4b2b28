// Whom a treaty binds: a gap is unknown, and a no never reaches past the day of its source.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cat22Declared, cedInForce, echrBinds } from "./treaties.ts";

const on = (day: string) => ({ min: day, max: day });

describe("the convention on enforced disappearance", () => {
  it.each<[string, { min: string | null; max: string | null }, string, string]>([
    ["KZ", on("2018-03-01"), "yes", "ratified in 2009, in force with the treaty"],
    ["KZ", on("2010-12-22"), "no", "the day before it came into force for anybody"],
    ["KZ", { min: null, max: null }, "unknown", "nobody knows when it began"],
    ["KZ", { min: "2009-01-01", max: "2012-01-01" }, "unknown", "it may have begun before"],
    ["MN", on("2015-06-01"), "unknown", "within the year of ratification"],
    ["MN", on("2016-02-01"), "yes", "after that year"],
    ["MN", on("2014-02-01"), "no", "before that year"],
    ["CN", on("2018-03-01"), "no", "no party up to the day of the source"],
    ["CN", on("2025-03-01"), "unknown", "who knows what was ratified since"],
    ["XX", on("2018-03-01"), "unknown", "not in the data"],
  ])("%s, begun %j: %s, because %s", (state, begun, bound) => {
    expect(cedInForce(state, begun)).toMatchObject({ bound });
    expect(cedInForce(state, begun).source).not.toBe("");
  });

  it("says no of nothing after the day of its source", () => {
    const later = fc.date({
      min: new Date("2022-05-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{2}$/), later, (state, date) => {
        expect(cedInForce(state, on(date.toISOString().slice(0, 10))).bound).not.toBe("no");
      }),
    );
  });
});

it("knows declarations under article 22 that a source names, and of the others nothing", () => {
  expect(cat22Declared("KZ")).toMatchObject({
    bound: "yes",
    source: "CAT/C/KAZ/CO/2, Positive aspects",
  });
  expect(cat22Declared("CN")).toMatchObject({ bound: "unknown" });
});

it("knows whom the European Convention binds, and who left", () => {
  expect(echrBinds("TR", "2026-01-01").bound).toBe("yes");
  expect(echrBinds("RU", "2026-01-01").bound).toBe("no");
  expect(echrBinds("RU", "2020-01-01").bound).toBe("unknown");
  expect(echrBinds("KZ", "2026-01-01").bound).toBe("unknown");
});
