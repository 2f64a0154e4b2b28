// What speaks for and against two records being one person. Everyone here is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareName } from "../../names/index.ts";
import { TableBuilder } from "./candidate-table.ts";
import { type PersonFeatures, unknownPerson } from "./person-features.ts";
import { REASONS } from "./messages.ts";
import { BAND_FLOORS, RULES } from "./rules.ts";
import { scorePair } from "./score-pair.ts";
import { RowScorer } from "./score-rows.ts";

type Told = Partial<Omit<PersonFeatures, "names" | "relatives">> & {
  readonly name?: string;
  readonly relative?: string;
};

function person({ name, relative, ...facts }: Told = {}): PersonFeatures {
  return {
    ...unknownPerson,
    id: "rec",
    ...facts,
    names: name === undefined ? [] : [prepareName(name)],
    relatives: relative === undefined ? [] : [prepareName(relative)],
  };
}

const born = (year: number) => ({ bornFrom: year, bornTo: year });
const rules = (a: PersonFeatures, b: PersonFeatures): string[] =>
  scorePair(a, b).reasons.map((reason) => reason.rule);
const latin = person({ name: "Jeyran Oydanova", ...born(1979), sex: 2 });
const cyrillic = person({ name: "Жейран Ойданова", ...born(1979), sex: 2 });

describe("a pair of records", () => {
  it("scores higher for each fact that agrees, and lower for each that does not", () => {
    const score = (more: Told): number =>
      scorePair(latin, { ...cyrillic, ...person({ name: "Жейран Ойданова", ...more }) }).score;
    const nothing = score({});
    expect(score(born(1979))).toBeGreaterThan(nothing);
    expect(score({ ...born(1979), sex: 2 })).toBeGreaterThan(score(born(1979)));
    expect(score(born(1950))).toBeLessThan(nothing);
    expect(score({ sex: 1 })).toBeLessThan(nothing);
  });

  it("is shown with every rule that spoke, and each rule has words", () => {
    const told = rules(latin, cyrillic);
    expect(told).toEqual(expect.arrayContaining(["birth.same-year", "sex.same"]));
    expect(told.filter((rule) => rule.startsWith("name."))).toHaveLength(1);
    for (const { id } of RULES) if (id !== "none") expect(REASONS[id]).not.toBe("");
  });

  it("counts for less where one source speaks of both as two people", () => {
    const together = { sources: ["src 1"] };
    const apart = scorePair({ ...latin, sources: ["src 1"] }, { ...cyrillic, sources: ["src 2"] });
    const same = scorePair({ ...latin, ...together }, { ...cyrillic, ...together });
    expect(same.score).toBeLessThan(apart.score);
    expect(same.reasons.map((r) => r.rule)).toContain("source.together");
  });

  it("counts for more when few bear the name, and for less when many do", () => {
    expect(scorePair(latin, cyrillic, 2).score).toBeGreaterThan(
      scorePair(latin, cyrillic, 0).score,
    );
    expect(scorePair(latin, cyrillic, 500).score).toBeLessThan(scorePair(latin, cyrillic, 0).score);
  });

  it("with one identity number is very likely one person whatever the spelling", () => {
    const a = person({ name: "Jeyran Oydanova", identities: ["h1"] });
    const b = person({ name: "Zheyran Oydan", identities: ["h0", "h1"] });
    expect(scorePair(a, b).band).toBe("very likely");
  });

  it("with a relative of one name is likelier", () => {
    const relative = "Tolganay Oydanova";
    expect(
      scorePair(
        { ...latin, relatives: [prepareName(relative)] },
        person({ name: "Жейран Ойданова", relative }),
      ).reasons.map((r) => r.rule),
    ).toContain("relative.same");
  });
});

describe("relatives", () => {
  it("with crossed names are shown as kin and never as one person", () => {
    const child = person({ name: "Qeyser Yolwas", ...born(1990), places: ["p"], areas: ["a"] });
    const parent = person({ name: "Yolwas Qeyser", ...born(1962), places: ["p"], areas: ["a"] });
    const { band, score } = scorePair(child, parent);
    expect(band).toBe("kin");
    expect(score).toBeLessThanOrEqual(0.3);
  });

  it("are not assumed where crossed names are born in one year", () => {
    const one = person({ name: "Qeyser Yolwas", ...born(1990) });
    const other = person({ name: "Yolwas Qeyser", ...born(1990) });
    expect(scorePair(one, other).band).not.toBe("kin");
  });

  it("on file are kin even when all else agrees", () => {
    expect(
      scorePair({ ...latin, id: "rec 1", kin: ["rec 2"] }, { ...cyrillic, id: "rec 2" }).band,
    ).toBe("kin");
  });

  it("named by one record and bearing the other's name are kin", () => {
    const teller = person({ name: "Jeyran Oydanova", relative: "Kerembek Tolunay" });
    expect(scorePair(teller, person({ name: "Керембек Толунай" })).band).toBe("kin");
  });
});

const anyone = fc
  .record({
    name: fc.option(
      fc.constantFrom(
        "Jeyran Oydanova",
        "Жейран Ойданова",
        "Qeyser Yolwas",
        "Yolwas Qeyser",
        "",
        "💠",
      ),
    ),
    sex: fc.constantFrom(0 as const, 1 as const, 2 as const),
    year: fc.constantFrom(0, 1960, 1961, 1990),
    places: fc.subarray(["p1", "p2"]),
    areas: fc.subarray(["a1", "a2"]),
    identities: fc.subarray(["h1", "h2"]),
    sources: fc.subarray(["s1", "s2"]),
  })
  .map(({ name, year, ...facts }) =>
    person({ ...facts, ...born(year), ...(name === null ? {} : { name }) }),
  );

describe("scores", () => {
  it("are between 0 and 1 and the same whichever way round the pair is asked", () => {
    fc.assert(
      fc.property(anyone, anyone, fc.nat(1_000), (a, b, bearers) => {
        const [there, back] = [scorePair(a, b, bearers), scorePair(b, a, bearers)];
        expect(there.score).toBe(back.score);
        expect(there.band).toBe(back.band);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("of a million rows are those of single pairs", () => {
    fc.assert(
      fc.property(anyone, anyone, fc.nat(50), (a, b, bearers) => {
        fc.pre(a.names.length > 0 && b.names.length > 0);
        const builder = new TableBuilder();
        for (const one of [a, b]) builder.add({ ...one, names: one.names.map((name) => name.raw) });
        const scorer = new RowScorer(builder.done(), Uint32Array.of(bearers, bearers), 1e-9);
        const row = scorer.score(0, 1, (at) => (at === 0 ? a : b).names);
        const pair = scorePair(a, b, bearers);
        // A score so low that the row was dismissed unseen.
        if (row === null) expect(pair.score).toBeLessThan(1e-6);
        else {
          expect(row.score).toBeCloseTo(pair.score, 2);
          // A single pair adds up bits as they are shown, with two digits: at the very edge of a band it may fall on the other side.
          const isAtEdge = Object.values(BAND_FLOORS).some(
            (floor) => Math.abs(row.score - floor) < 0.005 && Math.abs(pair.score - floor) < 0.005,
          );
          if (!isAtEdge) expect(row.band).toBe(pair.band);
        }
      }),
    );
  });
});
