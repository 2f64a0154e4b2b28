// Formats: what a spreadsheet, a FollowTheMoney reader and an annotation reader are given. Everyone in it is invented.
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { ExportClaim, ExportSet } from "./export-set.ts";
import { ftmEntities } from "./follow-the-money.ts";
import { exportFiles, exportFormats } from "./formats.ts";
import { type FtmEntity, ftmProblems } from "./ftm-schema.ts";
import { csv, csvCell } from "./safe-csv.ts";
import { setOfRelease } from "./set-of-release.ts";
import { publicDataset } from "./public-dataset.ts";
import { inventRelease } from "../site/invent-release.ts";

const claim = (
  key: string,
  about: string,
  property: string,
  more: Partial<ExportClaim>,
): ExportClaim => ({
  key,
  about,
  person: "P-1",
  schema: "Person",
  property,
  label: property,
  text: "",
  stands: "shown",
  state: "single",
  origins: 1,
  review: "accepted",
  source: "src-1",
  ...more,
});

/** One invented woman, her invented brother, and what one invented paper says. */
const set: ExportSet = {
  audience: "partners",
  asOf: "2026-01-02",
  people: [
    {
      key: "P-1",
      formerly: [],
      name: "Gulnar Inventova",
      names: [{ text: "Gulnar Inventova" }, { text: "Гүлнар" }],
      status: "Held.",
      state: "disputed",
    },
    { key: "P-2", formerly: [], name: "", names: [], status: "", state: "single" },
  ],
  parts: [
    {
      key: "e1",
      schema: "Episode",
      person: "P-1",
      label: "Taken",
      from: { min: "2018-03-01", max: "2018-03-31" },
      to: null,
    },
    { key: "a1", schema: "Act", person: "P-1", label: "Torture", from: null, to: null },
    { key: "r1", schema: "Relationship", person: "P-1", label: "brother", from: null, to: null },
  ],
  claims: [
    claim("c1", "P-1", "name", { text: "Gulnar Inventova" }),
    claim("c2", "P-1", "birthDate", { text: "about 1980", date: "1980~" }),
    claim("c3", "P-1", "sex", { text: "Female", code: { vocabulary: "sex", code: "female" } }),
    claim("c4", "P-1", "citizenship", { text: "China", place: "CN" }),
    claim("c5", "P-1", "birthDate", {
      text: "1981",
      date: "1981",
      stands: "other",
      state: "disputed",
    }),
    claim("c6", "e1", "kind", {
      schema: "Episode",
      text: "Taken",
      code: { vocabulary: "episode-kind", code: "house-arrest" },
    }),
    claim("c7", "e1", "holder", { schema: "Episode", text: "=invented county police" }),
    claim("c8", "a1", "type", {
      schema: "Act",
      text: "Arrest",
      code: { vocabulary: "act-type", code: "arbitrary-arrest" },
    }),
    claim("c9", "r1", "from", { schema: "Relationship", text: "P-2", ref: "P-2" }),
    claim("c10", "r1", "to", { schema: "Relationship", text: "P-1", ref: "P-1" }),
    claim("c11", "r1", "kind", {
      schema: "Relationship",
      text: "Brother",
      code: { vocabulary: "relationship-kind", code: "brother" },
    }),
    claim("c12", "e1", "from", {
      schema: "Episode",
      text: "March 2018",
      date: "2018-03",
      passage: { start: 4, end: 6, quote: "x😀" },
    }),
  ],
  statements: [
    {
      key: "s1",
      about: ["P-1"],
      speaker: "The sister",
      words: "She is held.",
      stance: "asserts",
      source: "src-1",
      answers: [],
      names: ["P-1"],
    },
    {
      key: "s2",
      about: ["P-1"],
      speaker: "A spokesperson",
      words: "Nobody is held.",
      stance: "denies",
      source: "src-1",
      answers: ["s1"],
      names: [],
    },
  ],
  sources: [
    {
      key: "src-1",
      kind: "article",
      title: "Invented Courier",
      published: "2019-03-12",
      language: "kk",
      url: "https://courier.example/1",
      text: "ab".repeat(32),
    },
  ],
  figures: [],
  questions: [],
  places: [
    {
      key: "PL-1",
      name: "Invented camp",
      kind: "Camp",
      latitude: 43.5,
      longitude: 87.25,
      precision: "the town",
      people: ["P-1"],
    },
  ],
};

const fileOf = (
  format: (typeof exportFormats)[number],
  path: string,
  textOf?: (s: string) => string,
): string => exportFiles(set, format, textOf).find((file) => file.path === path)?.text ?? "";
const table = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true }) as Record<string, string>[];

describe("tables", () => {
  it("begin no cell with what a spreadsheet runs, and are read back as they were", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.constantFrom("", "=", "+", "-", "@", "\t", " =", "＝"),
        (rest, first) => {
          const text = first + rest.toWellFormed().replaceAll("\0", "");
          const [row] = table(
            csv(
              [
                { name: "x", of: (t: string) => t },
                { name: "y", of: () => 1 },
              ],
              [text],
            ),
          );
          const cell = row?.["x"] ?? "";
          expect(/^\s*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r]/.test(cell)).toBe(false);
          expect(cell === text || cell === `'${text}`).toBe(true);
        },
      ),
    );
    expect(csvCell(-3.5)).toBe("-3.5");
  });

  it("tell of every value its claim, source, origins and review", () => {
    const claims = table(fileOf("csv", "claims.csv"));
    expect(claims).toHaveLength(set.claims.length);
    expect(claims.find((c) => c["claim"] === "c7")).toMatchObject({
      value: "'=invented county police",
      source: "src-1",
      origins: "1",
      review: "accepted",
    });
    const [first] = table(fileOf("csv", "people.csv"));
    expect(first).toMatchObject({ birthDate: "about 1980", birthDate_claims: "c2" });
    expect(exportFiles(set, "csv").map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "episodes.csv",
        "acts.csv",
        "statements.csv",
        "sources.csv",
        "README.txt",
      ]),
    );
  });
});

describe("FollowTheMoney", () => {
  const entities = ftmEntities(set);
  const of = (schema: string): FtmEntity[] => entities.filter((e) => e.schema === schema);

  it("follows the published schema and keeps kin, events and documents", () => {
    expect(ftmProblems(entities)).toEqual([]);
    expect(of("Person")[0]?.properties).toMatchObject({
      name: ["Gulnar Inventova"],
      alias: ["Гүлнар"],
      birthDate: ["1980"],
      gender: ["female"],
      citizenship: ["cn"],
    });
    expect(of("Family")[0]?.properties).toMatchObject({
      person: ["guwah-P-1"],
      relative: ["guwah-P-2"],
      relationship: ["Brother"],
    });
    expect(of("Event").find((e) => e.id === "guwah-e1")?.properties).toMatchObject({
      startDate: ["2018-03"],
      involved: ["guwah-P-1"],
    });
    expect(of("Article")[0]?.properties).toMatchObject({
      language: ["kaz"],
      publishedAt: ["2019-03-12"],
    });
    expect(of("Note")).toHaveLength(2);
    expect(of("Address")[0]?.properties).toMatchObject({ latitude: ["43.5"] });
    expect(of("Mention")).toHaveLength(1);
  });

  it.each<[string, (all: FtmEntity[]) => FtmEntity[], string]>([
    [
      "an unknown schema",
      ([first, ...rest]) => [{ ...(first as FtmEntity), schema: "Victim" }, ...rest],
      "unknown-schema",
    ],
    [
      "an unknown property",
      ([first, ...rest]) => [
        ...rest,
        { ...(first as FtmEntity), properties: { ...first?.properties, stance: ["x"] } },
      ],
      "unknown-property",
    ],
    [
      "a name left out",
      (all) => all.map((e) => (e.schema === "Person" ? { ...e, properties: {} } : e)),
      "missing",
    ],
    [
      "a date that is none",
      (all) =>
        all.map((e) =>
          e.schema === "Event"
            ? { ...e, properties: { ...e.properties, startDate: ["1980~"] } }
            : e,
        ),
      "malformed",
    ],
    ["a pointer at nobody", (all) => all.filter((e) => e.id !== "guwah-P-2"), "dangling"],
    [
      "a pointer at a thing of another kind",
      (all) =>
        all.map((e) =>
          e.schema === "Family"
            ? { ...e, properties: { ...e.properties, person: ["guwah-PL-1"] } }
            : e,
        ),
      "wrong-range",
    ],
    ["an id twice", (all) => [...all, all[0] as FtmEntity], "repeated-id"],
  ])("finds %s", (_what, plant, problem) => {
    expect(ftmProblems(plant([...entities])).map((p) => p.problem)).toContain(problem);
  });
});

it("puts a HURIDOCS code into ESF only where it means the same", () => {
  const acts = table(fileOf("esf", "act.csv"));
  expect(acts.find((a) => a["act_record_number"] === "e1")).toMatchObject({
    type_of_act: "030105000000",
    initial_date: "2018-03-01",
    initial_date_type: "unknown day",
  });
  expect(acts.find((a) => a["act_record_number"] === "a1")).toMatchObject({
    type_of_act: "",
    type_of_act_broader: "030101000000",
  });
  expect(table(fileOf("esf", "biographic_details.csv"))[0]).toMatchObject({
    person: "P-1",
    related_person: "P-2",
  });
  expect(table(fileOf("esf", "involvement.csv"))).toHaveLength(1);
  expect(table(fileOf("esf", "information.csv"))[0]).toMatchObject({
    related_person: "P-1",
    source_title: "Invented Courier",
  });
});

it("counts passages in code points and names the text by its hash", () => {
  const text = "a😀bx😀!";
  const { first } = JSON.parse(fileOf("annotations", "annotations.jsonld", () => text)) as {
    first: { items: { target: { source: string; selector: object[] } }[] };
  };
  expect(first.items).toHaveLength(1);
  expect(first.items[0]?.target).toMatchObject({
    source: `urn:sha256:${"ab".repeat(32)}`,
    selector: [
      { type: "TextQuoteSelector", exact: "x😀" },
      { type: "TextPositionSelector", start: 3, end: 5 },
    ],
  });
});

it("rates nothing as true or false", () => {
  const text = fileOf("claimreview", "statements.jsonld");
  expect(text).toContain('"ClaimReview"');
  expect(text).toContain('"guwah:state": "disputed"');
  expect(text).not.toMatch(/rating/i);
});

it("gives places as points with how exact they are", () => {
  const { features } = JSON.parse(fileOf("geojson", "places.geojson")) as {
    features: { geometry: object; properties: object }[];
  };
  expect(features[0]).toMatchObject({
    geometry: { coordinates: [87.25, 43.5] },
    properties: { precision: "the town" },
  });
});

it("makes every format of a release, and the downloads of a site", () => {
  const release = inventRelease(30);
  const released = setOfRelease(release);
  for (const format of exportFormats)
    expect(exportFiles(released, format).length).toBeGreaterThan(1);
  const files = [...publicDataset(release)].map(({ path, pieces }) => ({
    path,
    text: [...pieces].join(""),
  }));
  const json = files.find(({ path }) => path === "guwah.json")?.text ?? "";
  expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 1)}\n`);
  expect(JSON.parse(json)).toEqual({ format: "guwah-export/1", ...released });
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["people.csv", "claims.csv", "guwah.json", "README.txt"]),
  );
  const rowsOf = (name: string) =>
    table(files.find(({ path }) => path === name)?.text ?? "") as readonly object[];
  expect(rowsOf("people.csv")).toHaveLength(release.people.length);
  expect(release.estimates.length).toBeGreaterThan(0);
  expect(rowsOf("figures.csv")).toMatchObject(
    release.estimates.map(({ words, speaker, source }) => ({
      words,
      speaker,
      source: `source-${source}`,
    })),
  );
  const said = release.questions.flatMap(({ sides }) => sides.flatMap((one) => one.statements));
  expect(said.length).toBeGreaterThan(1);
  expect(rowsOf("questions.csv")).toMatchObject(
    said.map(({ words, stance }) => ({ words, stance })),
  );
});

it("no two tables have one name, whatever points at a person", () => {
  const release = inventRelease(8);
  const people = release.people.map((person) => ({
    ...person,
    parts: ["Question", "Figure", "Place"].map((schema) => ({
      schema,
      label: schema,
      from: null,
      to: null,
      values: [],
    })),
  }));
  const paths = [...publicDataset({ ...release, people })].map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(expect.arrayContaining(["questions.csv", "people-questions.csv"]));
});
