// Charts of figures: grouped by what they count, never averaged, in one order whatever the order of arrival.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "../model/index.ts";
import { amountOf, type FigureFacts, type NumberSaid } from "./figures.ts";
import { quantitiesOf } from "./figures-group.ts";
import type { OriginView } from "./views.ts";

const oneEach = (claims: readonly string[]): OriginView[] =>
  claims.map((key) => ({ key, claims: [key] }) as unknown as OriginView);

interface Given {
  readonly id: string;
  readonly unit?: string;
  readonly population?: string;
  readonly place?: string;
  readonly asOf?: string;
  readonly like?: string;
  readonly numbers: readonly (readonly [
    low: number | undefined,
    high: number | undefined,
    body?: string,
    hedge?: string | undefined,
  ])[];
}

function figure(given: Given): FigureFacts {
  const key = (text: string | undefined) =>
    text === undefined ? null : { key: text, label: text };
  return {
    id: given.id,
    unit: key(given.unit),
    population: given.population ?? null,
    places: given.place === undefined ? [] : [{ key: given.place, label: given.place }],
    date:
      given.asOf === undefined
        ? null
        : { kind: "as-of", edtf: given.asOf, text: given.asOf, min: given.asOf, max: given.asOf },
    methods: [],
    like: given.like ?? null,
    numbers: given.numbers.map(([low, high, body = "Lantern Watch", hedge], i): NumberSaid => {
      const value: Extract<Value, { kind: "number" }> = {
        kind: "number",
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
        ...(hedge === undefined ? {} : { hedge }),
      };
      return {
        amount: amountOf(value),
        body: { record: null, name: body },
        published: null,
        denials: [],
        saying: {
          claim: `${given.id}-${i}`,
          figure: given.id,
          placed: given.like !== undefined,
          text: "",
          review: "accepted",
          source: "an invented source",
          sourceTitle: "",
        },
      };
    }),
  };
}

const charts = (...figures: FigureFacts[]) => quantitiesOf(figures, oneEach);
const held = { unit: "persons-held", place: "65" };

describe("a number with its hedge", () => {
  const read = (low?: number, high?: number, hedge?: string) =>
    amountOf({
      kind: "number",
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      ...(hedge === undefined ? {} : { hedge }),
    });

  it("keeps ranges and open ends", () => {
    expect(read(800, 1200)).toEqual({ low: 800, high: 1200, hedge: "range" });
    expect(read(1200, 800, "about")).toEqual({ low: 800, high: 1200, hedge: "about" });
    expect(read(5, 10, "up to")).toEqual({ low: 5, high: 10, hedge: "range" });
    expect(read(1500, 1500, "at least")).toEqual({ low: 1500, high: null, hedge: "at-least" });
    expect(read(1500, undefined, "more-than")).toEqual({
      low: 1500,
      high: null,
      hedge: "more-than",
    });
    expect(read(undefined, 20)).toEqual({ low: null, high: 20, hedge: "at-most" });
    expect(read(24, undefined, "vague")).toEqual({ low: 24, high: null, hedge: "vague" });
    expect(read(7, 7)).toEqual({ low: 7, high: 7, hedge: "exact" });
    expect(read()).toEqual({ low: null, high: null, hedge: "vague" });
  });

  it("never makes a hedge it does not know exact", () => {
    expect(read(7, 7, "give or take")).toMatchObject({ hedge: "about" });
  });
});

describe("what stands on one chart", () => {
  it("counts the same unit of the same population in the same place, and nothing else", () => {
    const found = charts(
      figure({ ...held, id: "a", population: "Ethnic Kazakhs", numbers: [[1, 1]] }),
      figure({ ...held, id: "b", population: "ethnic kazakhs", numbers: [[2, 2]] }),
      figure({ ...held, id: "c", numbers: [[3, 3]] }),
      figure({ ...held, id: "d", unit: "persons-ever-held", numbers: [[4, 4]] }),
      figure({ ...held, id: "e", place: "6540", numbers: [[5, 5]] }),
      figure({ id: "f", numbers: [] }),
    );
    expect(found.map((chart) => chart.figures)).toEqual([["a", "b"], ["c"], ["d"], ["e"]]);
    expect(found[0]?.counted).toEqual({
      unit: "persons-held",
      population: "Ethnic Kazakhs",
      places: ["65"],
    });
  });

  it("follows a person who says that two figures count the same, and says so", () => {
    const found = charts(
      figure({ ...held, id: "b", numbers: [[2, 2]] }),
      figure({ id: "a", unit: "other", like: "b", numbers: [[1, 1]] }),
      figure({ id: "c", like: "a", numbers: [[3, 3]] }),
    );
    expect(found.map((chart) => chart.figures)).toEqual([["a", "b", "c"]]);
    expect(found[0]?.counted.unit).toBe("persons-held");
    expect(found[0]?.estimates.flatMap((e) => e.sayings).map((s) => [s.figure, s.placed])).toEqual([
      ["a", true],
      ["b", false],
      ["c", true],
    ]);
  });

  it("sets apart what points at itself, in a circle, or at a figure that is gone", () => {
    const found = charts(
      figure({ ...held, id: "a", numbers: [[1, 1]] }),
      figure({ ...held, id: "b", like: "b", numbers: [[2, 2]] }),
      figure({ ...held, id: "c", like: "d", numbers: [[3, 3]] }),
      figure({ ...held, id: "d", like: "c", numbers: [[4, 4]] }),
      figure({ ...held, id: "e", like: "gone", numbers: [[5, 5]] }),
      figure({ ...held, id: "f", like: "gone", numbers: [[6, 6]] }),
    );
    expect(found.map((chart) => chart.figures.join(" ")).toSorted()).toEqual([
      "a",
      "b",
      "c d",
      "e f",
    ]);
  });
});

describe("what is one estimate", () => {
  it("is one body's one number for one time, however often it is repeated", () => {
    const same = { ...held, asOf: "2018-12" };
    const [chart] = charts(
      figure({ ...same, id: "a", numbers: [[5, 9, "World Panel"]] }),
      figure({ ...same, id: "b", numbers: [[5, 9, "world panel"]] }),
      figure({ ...same, id: "c", numbers: [[5, 9, "Lantern Watch"]] }),
      figure({ ...same, id: "d", asOf: "2019-12", numbers: [[5, 9, "World Panel"]] }),
      figure({ ...same, id: "e", numbers: [[5, 9, "World Panel", "about"]] }),
    );
    expect(chart?.estimates.map((e) => e.sayings.map((s) => s.figure))).toEqual([
      ["a", "b"],
      ["c"],
      ["e"],
      ["d"],
    ]);
    expect(chart?.bodies.map((body) => [body.name, body.estimates])).toEqual([
      ["World Panel", 3],
      ["Lantern Watch", 1],
    ]);
  });

  it("leaves two numbers of one figure beside each other", () => {
    const [chart] = charts(
      figure({
        ...held,
        id: "a",
        numbers: [
          [800, 800],
          [1000, 1000],
        ],
      }),
    );
    expect(chart?.estimates.map((e) => e.amount.low)).toEqual([800, 1000]);
  });

  it("takes words for a body on file where they name exactly one", () => {
    const onFile = (id: string, record: string | null, number: number): FigureFacts => {
      const facts = figure({ ...held, id, numbers: [[number, number, "World Panel"]] });
      return {
        ...facts,
        numbers: facts.numbers.map((n) => ({ ...n, body: { record, name: "World Panel" } })),
      };
    };
    const bodies = (...figures: FigureFacts[]) => charts(...figures)[0]?.bodies.map((b) => b.key);
    expect(bodies(onFile("a", "rec1", 1), onFile("b", null, 2))).toEqual(["record rec1"]);
    expect(bodies(onFile("a", "rec1", 1), onFile("b", null, 2), onFile("c", "rec2", 3))).toEqual([
      "record rec1",
      "words world panel",
      "record rec2",
    ]);
  });
});

describe("for any figures", () => {
  const number = fc.tuple(
    fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    fc.constantFrom("World Panel", "Lantern Watch"),
    fc.constantFrom(undefined, "about", "at least", "up to", "countless"),
  );
  const some = fc
    .array(
      fc.record({
        unit: fc.constantFrom("persons-held", "cases"),
        population: fc.constantFrom("Kazakhs", "kazakhs", "Uyghurs"),
        asOf: fc.constantFrom("2018", "2019"),
        like: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
        numbers: fc.array(number, { maxLength: 3 }),
      }),
      { maxLength: 9 },
    )
    .map((list) =>
      list.map(({ like, ...given }, i) =>
        figure({ ...given, id: `f${i}`, ...(like === undefined ? {} : { like: `f${like}` }) }),
      ),
    );

  it("the order in which they arrived changes nothing", () => {
    fc.assert(
      fc.property(
        some.chain((figures) =>
          fc.tuple(
            fc.constant(figures),
            fc.shuffledSubarray(figures, { minLength: figures.length }),
          ),
        ),
        ([figures, shuffled]) => {
          expect(quantitiesOf(shuffled, oneEach)).toEqual(quantitiesOf(figures, oneEach));
        },
      ),
    );
  });

  it("every number said is in one estimate as it was said, and no other number is shown", () => {
    fc.assert(
      fc.property(some, (figures) => {
        const said = figures.flatMap((f) => f.numbers);
        const shown = quantitiesOf(figures, oneEach).flatMap((chart) => chart.estimates);
        expect(shown.flatMap((e) => e.sayings.map((s) => s.claim)).toSorted()).toEqual(
          said.map((n) => n.saying.claim).toSorted(),
        );
        for (const estimate of shown)
          for (const { claim } of estimate.sayings)
            expect(said.find((n) => n.saying.claim === claim)?.amount).toEqual(estimate.amount);
      }),
    );
  });
});
