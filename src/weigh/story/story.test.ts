// The rules of a story: what came first changes nothing, and no bound is tighter than the dates. Everyone is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate, spanOf, spansMeet, type Value } from "../../model/index.ts";
import type { PropertyView, RecordFile, RelatedView } from "../views.ts";
import { storyOf } from "./story.ts";
import { stretchesOf } from "./stretches.ts";

const property = (name: string, value: Value): PropertyView => ({
  name,
  label: name,
  group: "what",
  many: false,
  sealed: false,
  headlines: [
    {
      text: "",
      value,
      state: "single",
      why: "",
      fact: { status: "documented", why: "" },
      pinned: false,
      claims: [],
      origins: [],
    },
  ],
  others: [],
  denials: [],
  claims: [],
});

const drawn = (edtf: string | undefined) => {
  const parsed = edtf === undefined ? null : parseDate(edtf);
  return parsed === null ? null : { edtf: parsed.edtf, text: "", min: parsed.min, max: parsed.max };
};

interface Telling {
  readonly kind?: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly place?: string | undefined;
  readonly during?: string;
}

function related(id: string, { kind = "camp", from, to, place, during }: Telling): RelatedView {
  const dates = { from, to };
  return {
    id,
    schema: during === undefined ? "Episode" : "Act",
    label: kind,
    records: [id],
    properties: [
      property("kind", { kind: "code", vocabulary: "episode-kind", code: kind }),
      ...Object.entries(dates).flatMap(([name, edtf]) =>
        edtf === undefined ? [] : [property(name, { kind: "date", edtf })],
      ),
      ...(place === undefined ? [] : [property("facility", { kind: "text", text: place })]),
      ...(during === undefined
        ? []
        : [property("episode", { kind: "ref", record: during as never })]),
    ],
    from: drawn(from),
    to: drawn(to),
  };
}

const file = (events: readonly RelatedView[], born?: string): RecordFile => ({
  id: "rec_1",
  number: "P-1",
  formerly: [],
  schema: "Person",
  label: "Invented",
  names: [],
  status: null,
  properties: born === undefined ? [] : [property("birthDate", { kind: "date", edtf: born })],
  related: events,
  statements: [],
  spoke: [],
  records: [],
  judgements: [],
  counts: { claims: 0, sources: 0, origins: 0, contradictions: 0 },
  seq: 1,
});

const tell = (...tellings: readonly Telling[]) =>
  storyOf(file(tellings.map((one, i) => related(`rec_${i}`, one))));
const sides = (...tellings: readonly Telling[]) =>
  tell(...tellings).stretches.map(({ episodes, differs }) => [episodes.length, ...differs]);

const day = fc
  .integer({ min: Date.UTC(2016, 0, 1) / 86_400_000, max: Date.UTC(2020, 0, 1) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const edtf = fc.oneof(
  day,
  day.map((d) => d.slice(0, 7)),
  day.map((d) => `${d.slice(0, 4)}~`),
  fc.tuple(day, day).map(([a, b]) => (a < b ? `[${a}..${b}]` : `[${b}..${a}]`)),
);
const telling = fc.record({
  kind: fc.constantFrom("camp", "prison", "released", "taken"),
  from: fc.option(edtf, { nil: undefined }),
  to: fc.option(edtf, { nil: undefined }),
  place: fc.option(fc.constantFrom("North Camp", "South Camp"), { nil: undefined }),
});

describe("a story", () => {
  it("is the same whatever came first", () => {
    fc.assert(
      fc.property(
        fc.array(telling, { maxLength: 14 }),
        fc.infiniteStream(fc.nat(1_000)),
        (all, order) => {
          const events = all.map((one, i) => related(`rec_${String(i).padStart(2, "0")}`, one));
          const mixed = events
            .map((event) => ({ event, at: order.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ event }) => event);
          expect(storyOf(file(mixed))).toEqual({ ...storyOf(file(events)) });
        },
      ),
    );
  });

  it("puts every episode into exactly one stretch, and only one kind into each", () => {
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 14 }), (all) => {
        const story = tell(...all);
        const placed = story.stretches.flatMap(({ episodes }) => episodes);
        expect(placed.toSorted()).toEqual(story.events.map(({ id }) => id).toSorted());
        for (const { kind, episodes } of story.stretches)
          for (const id of episodes) expect(all[Number(id.slice("rec_".length))]?.kind).toBe(kind);
      }),
    );
  });

  it("stands in the order of time, with what has no date at the end", () => {
    const story = tell(
      { from: "2019" },
      {},
      { from: "2018-03-12" },
      { to: "2017-05" },
      { from: "2018-03" },
    );
    expect(story.events.map(({ id }) => id)).toEqual(["rec_3", "rec_4", "rec_2", "rec_0", "rec_1"]);
  });
});

describe("a span", () => {
  it("holds every pair of days the dates may mean, and its core only what all of them hold", () => {
    fc.assert(
      fc.property(edtf, edtf, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, at) => {
        const [a, b] = [parseDate(from), parseDate(to)];
        if (!a?.min || a.max === null || !b?.min || b.max === null) return;
        const pick = (min: string, max: string): string => {
          const days = (Date.parse(max) - Date.parse(min)) / 86_400_000;
          return new Date(Date.parse(min) + Math.round(days * at) * 86_400_000)
            .toISOString()
            .slice(0, 10);
        };
        const span = spanOf(a, b, false);
        const [began, ended] = [pick(a.min, a.max), pick(b.min, b.max)];
        expect(span?.earliest && span.earliest <= began).toBe(true);
        expect(span?.latest && span.latest >= ended).toBe(true);
        expect(span?.begun && span.begun >= began).toBe(true);
        expect(span?.on && span.on <= ended).toBe(true);
        if (span?.backwards === true) expect(ended < began).toBe(true);
      }),
    );
  });

  it("meets another one surely only if it does so on every reading, and not at all only on none", () => {
    fc.assert(
      fc.property(telling, telling, (left, right) => {
        const [a, b] = [left, right].map(({ from, to }) => spanOf(drawn(from), drawn(to), false));
        if (a === null || b === null || a === undefined || b === undefined) return;
        const answer = spansMeet(a, b);
        expect(spansMeet(b, a)).toBe(answer);
        const readings = (s: typeof a) => {
          const begins = [s.earliest, s.begun].map((d) => d ?? "0001-01-01");
          const ends = [s.on, s.latest].map((d) => d ?? "9999-12-31");
          return begins.flatMap((x) => ends.filter((y) => x <= y).map((y) => [x, y] as const));
        };
        const meets = readings(a).flatMap(([x, y]) =>
          readings(b).map(([u, v]) => x <= v && u <= y),
        );
        if (answer === "surely") expect(meets.every(Boolean)).toBe(true);
        if (answer === "no") expect(meets.some(Boolean)).toBe(false);
      }),
    );
  });
});

describe("tellings of one stretch", () => {
  it("stand together where they tell of one time, with what they differ in", () => {
    expect(
      sides(
        { from: "2018-03", to: "2019-05", place: "North Camp" },
        { from: "2018-03-12", to: "2019-12", place: "South Camp" },
      ),
    ).toEqual([[2, "to", "facility"]]);
    expect(sides({ from: "2018-03" }, { from: "2018-03-12" })).toEqual([[2]]);
    expect(sides({ from: "2017-04" }, { from: "2018-01", to: "2019-01" })).toEqual([[2, "from"]]);
  });

  it("are apart where one may have followed the other, or the kind is another", () => {
    expect(sides({ from: "2017-03", to: "2018-05" }, { from: "2018-05", to: "2019-02" })).toEqual([
      [1],
      [1],
    ]);
    expect(sides({ kind: "camp", from: "2018" }, { kind: "prison", from: "2018" })).toEqual([
      [1],
      [1],
    ]);
    expect(
      sides({ kind: "released", from: "2019-05" }, { kind: "released", from: "2020-01" }),
    ).toEqual([[1], [1]]);
    expect(sides({}, { from: "2018" })).toEqual([[1], [1]]);
  });

  it("are grouped by every pair, not by neighbours in the list", () => {
    const one = related("rec_a", { from: "2018-01", to: "2018-06" });
    const story = storyOf(
      file([
        one,
        related("rec_b", { from: "2018-01", to: "2019-06" }),
        related("rec_c", { from: "2018-05", to: "2019-06" }),
      ]),
    );
    expect(stretchesOf(story.events).map(({ episodes }) => episodes)).toEqual([
      ["rec_a", "rec_b", "rec_c"],
    ]);
  });
});

describe("what cannot all be true", () => {
  const found = (events: readonly RelatedView[], born?: string) =>
    storyOf(file(events, born)).findings.map(({ kind, event }) => [kind, event]);

  it("is found and named, never mended", () => {
    const backwards = related("rec_a", { from: "2019", to: "2018" });
    const died = related("rec_b", { kind: "died", from: "2018-11" });
    expect(found([backwards, died])).toEqual([
      ["ends-before-it-begins", "rec_a"],
      ["after-death", "rec_a"],
    ]);
    expect(found([related("rec_c", { kind: "released", from: "1970" })], "1980")).toEqual([
      ["before-birth", "rec_c"],
    ]);
  });

  it("is nothing where the dates may still fit", () => {
    const died = related("rec_b", { kind: "died", from: "2018" });
    expect(found([died, related("rec_a", { kind: "released", from: "2018-12" })])).toEqual([]);
    expect(found([related("rec_a", { from: "2018", to: "2018" })], "2018")).toEqual([]);
  });
});

it("knows in which episode an act was done, also through a record judged the same", () => {
  const camp = { ...related("rec_a", { from: "2018" }), records: ["rec_a", "rec_other"] };
  const story = storyOf(file([camp, related("rec_x", { from: "2018-05", during: "rec_other" })]));
  expect(story.events.find(({ id }) => id === "rec_x")).toMatchObject({ during: "rec_a" });
});
