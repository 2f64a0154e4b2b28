// Files of other programs come in, and come in again. Every file in here is our own and everyone in it invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { termLabel, type Value, valueText } from "../../model/index.ts";
import { checkLedger, liveClaims } from "../../store/index.ts";
import {
  addFile,
  type CollectDeps,
  dryRunForeign,
  importForeign,
  importTable,
  lookAtTable,
  undoBatch,
} from "../index.ts";
import { engineKinds, openTestCollect, type TestCollect } from "../testing.ts";
import { ofJson } from "./open-foreign.ts";

const uwazi = `id,title,title__en,ethnicity,brother,date_of_birth,attachments
a1,Нұрлан Ойдантапқан,Nurlan Inventov,Kazakh,Bolat Inventov,1970/05/01,
a2,Bolat Inventov,Bolat Inventov,Kazakh,,1975/01/02,photo.jpg
`;
const ftm = [
  {
    id: "p1",
    schema: "Person",
    properties: {
      name: ["Aygul Inventova"],
      birthDate: ["1980"],
      gender: ["female"],
      citizenship: ["kz"],
      idNumber: ["650101198001010000"],
    },
  },
  { id: "p2", schema: "Person", properties: { name: ["Erlan Inventov"] } },
  {
    id: "f1",
    schema: "Family",
    properties: { person: ["p1"], relative: ["p2"], relationship: ["brother"] },
  },
  {
    id: "u1",
    schema: "UnknownLink",
    properties: { subject: ["p2"], object: ["p1"], role: ["neighbour"] },
  },
  {
    id: "e1",
    schema: "Event",
    properties: {
      name: ["Taken from home"],
      involved: ["p1", "p2"],
      startDate: ["2018-03"],
      location: ["Invented village"],
    },
  },
  { id: "d1", schema: "Article", properties: { title: ["Invented Courier"] } },
];
const bayanat = [
  {
    class: "actor",
    id: 7,
    name: "Dana Inventova",
    name_ar: "دانا",
    sex: "Female",
    civilian: "Civilian",
    age: "Adult",
    ethnographies: [{ id: 1, title: "Uyghur" }],
    nationalities: [{ title: "China" }],
    id_number: [{ type: { title: "ID" }, number: "99887766" }],
    events: [
      {
        id: 3,
        title: "Arrested",
        from_date: "2017-05-01T00:00",
        location: { title: "Invented town" },
      },
    ],
    actor_relations: [{ actor: { id: 8 }, related_as: 4, comment: "his mother" }],
    actor_profiles: [{ description: "An invented teacher." }],
  },
  {
    class: "actor",
    id: 8,
    name: "Murat Inventov",
    name_ar: null,
    civilian: "Civilian",
    actor_relations: [{ actor: { id: 7 }, related_as: 4 }],
  },
];
const persons = `person_record_number,person_name,other_names,date_of_birth,sex,ethnic_background
1,Zarina Inventova,Zara,1990-02-03,female,Uyghur
2,Rustam Inventov,,,male,
`;
const acts = `act_record_number,event,victim,type_of_act,initial_date,exact_location,method_of_violence
10,5,1,030103000000,2018-06-01,Invented station,
`;
const involvements = `involvement_record_number,act,event,perpetrator,degree_of_involvement
20,10,5,Invented county police,
`;
const kin = `biographic_details_record_number,person,related_person,type_of_relationship
30,1,2,brother
`;
const jsonl = (all: readonly object[]): string =>
  all.map((one) => `${JSON.stringify(one)}\n`).join("");

describe.each(engineKinds)("files of other programs on %s", (kind) => {
  let vault: TestCollect;
  let deps: CollectDeps;
  beforeAll(async () => {
    vault = await openTestCollect(kind);
    deps = vault.as("documenter", "analyst", "reviewer", "keeper");
  });
  afterAll(() => vault.end());
  const db = () => deps.ledger.deps.engine.db;

  async function source(name: string, text: string): Promise<string> {
    const item = await addFile(deps, { name, bytes: Buffer.from(text) });
    if (item.source === undefined) throw new Error(item.error?.code ?? "no source");
    return item.source;
  }

  /** Records of these batches as plain values, pointers by the label of what they point at. */
  async function told(
    batches: readonly string[],
  ): Promise<Record<string, Record<string, string[]>>> {
    const rows = (
      await db().selectFrom("records").select(["id", "key", "label", "batch"]).execute()
    ).filter((r) => batches.includes(r.batch ?? ""));
    const labels = new Map(rows.map((r) => [r.id, r.label]));
    const found: Record<string, Record<string, string[]>> = {};
    for (const { id, key } of rows) {
      const values: Record<string, string[]> = {};
      for (const claim of await liveClaims(db(), [id])) {
        const value = JSON.parse(claim.value) as Value;
        const text =
          value.kind === "ref"
            ? (labels.get(value.record) ?? "?")
            : value.kind === "date"
              ? value.edtf
              : value.kind === "code"
                ? value.code === "other"
                  ? (value.words ?? "other")
                  : value.code
                : valueText(value);
        values[claim.property] = [...(values[claim.property] ?? []), text];
        expect(claim.state).toBe("proposed");
        expect(claim.passage).toContain('"row"');
      }
      found[key ?? id] = values;
    }
    return found;
  }

  it("reads Uwazi: people, their dates, and links to other entities by title", async () => {
    const id = await source("uwazi.csv", uwazi);
    const dry = await dryRunForeign(deps, { source: id });
    expect(dry).toMatchObject({ format: "uwazi", add: 3, update: 0, fail: 0 });
    const batch = await importForeign(deps, { source: id });
    expect(batch).toMatchObject({ added: 3, review: "proposed", finished: true });
    const all = await told([batch.id]);
    expect(all["Person|entity:a1"]).toMatchObject({
      name: ["Нұрлан Ойдантапқан", "Nurlan Inventov"],
      ethnicity: ["kazakh"],
    });
    expect(Object.entries(all).find(([key]) => key.startsWith("Relationship"))?.[1]).toMatchObject({
      from: ["Bolat Inventov"],
      to: ["Нұрлан Ойдантапқан"],
      kind: ["brother"],
    });
  });

  it("reads FollowTheMoney: people, kin, links and events; seals what is sealed", async () => {
    const id = await source("entities.ftm.json", jsonl(ftm));
    expect(await dryRunForeign(deps, { source: id })).toMatchObject({
      format: "followthemoney",
      add: 6,
      leftOut: { Article: 1 },
    });
    const batch = await importForeign(deps, { source: id });
    const all = await told([batch.id]);
    expect(all["Person|p1"]).toMatchObject({
      name: ["Aygul Inventova"],
      birthDate: ["1980"],
      sex: ["female"],
      idNumber: ["sealed"],
    });
    expect(all["Relationship|f1"]).toMatchObject({
      from: ["Erlan Inventov"],
      to: ["Aygul Inventova"],
      kind: ["brother"],
    });
    expect(all["Relationship|u1"]).toMatchObject({ kind: ["neighbour"] });
    expect(all["Episode|e1|p2"]).toMatchObject({
      person: ["Erlan Inventov"],
      from: ["2018-03"],
      place: ["Invented village"],
    });
    const bodies = await db().selectFrom("entries").select("body").execute();
    expect(bodies.some(({ body }) => body?.includes("650101198001010000") === true)).toBe(false);
  });

  it("reads Bayanat's JSON and CSV: actors, events, and each relation once", async () => {
    const id = await source("actors.json", JSON.stringify(bayanat));
    const batch = await importForeign(deps, { source: id });
    const all = await told([batch.id]);
    expect(all["Person|actor:7"]).toMatchObject({
      name: ["Dana Inventova", "دانا"],
      ethnicity: ["uyghur"],
      idNumber: ["sealed"],
      note: ["An invented teacher."],
    });
    expect(all["Person|actor:7"]).not.toHaveProperty("age");
    expect(all["Episode|event:3|7"]).toMatchObject({
      person: ["Dana Inventova"],
      from: ["2017-05-01"],
      place: ["Invented town"],
    });
    expect(Object.keys(all).filter((key) => key.startsWith("Relationship"))).toEqual([
      "Relationship|relation:7|8",
    ]);
    const csv = await source(
      "actors.csv",
      "id,name,name_ar,civilian,nationalities\n9,Saule Inventova,,Civilian,China\n",
    );
    expect(await dryRunForeign(deps, { source: csv })).toMatchObject({ format: "bayanat", add: 1 });
  });

  it("reads OpenEvSys table by table; tables of one series point at each other", async () => {
    const batches: string[] = [];
    for (const [name, text] of [
      ["person.csv", persons],
      ["act.csv", acts],
      ["involvement.csv", involvements],
      ["kin.csv", kin],
    ] as const)
      batches.push(
        (await importForeign(deps, { source: await source(name, text), series: "old vault" })).id,
      );
    const all = await told(batches);
    expect(all["Person|person:1"]).toMatchObject({
      name: ["Zarina Inventova", "Zara"],
      birthDate: ["1990-02-03"],
      ethnicity: ["uyghur"],
    });
    expect(all["Act|act:10"]).toMatchObject({
      person: ["Zarina Inventova"],
      type: ["enforced-disappearance"],
      date: ["2018-06-01"],
    });
    expect(all["Involvement|involvement:20"]).toMatchObject({
      perpetrator: ["Invented county police"],
      act: [expect.any(String)],
    });
    expect(all["Relationship|relation:30"]).toMatchObject({
      from: ["Rustam Inventov"],
      to: ["Zarina Inventova"],
      kind: ["brother"],
    });
    expect(termLabel("relationship-kind", "brother")).toBe("Brother");
  });

  it("updates on the second time and never duplicates; an undone batch never happened", async () => {
    const series = `again ${kind}`;
    const first = await importForeign(deps, {
      source: await source("b1.json", jsonl(ftm.map((e) => ({ ...e, dataset: "one" })))),
      series,
    });
    const records = async () => (await db().selectFrom("records").select("id").execute()).length;
    const before = await records();
    const changed = ftm.map((e) =>
      e.id === "p1" ? { ...e, properties: { ...e.properties, birthDate: ["1981"] } } : e,
    );
    const again = await source("b2.json", jsonl(changed));
    const dry = await dryRunForeign(deps, { source: again, series });
    expect(dry).toMatchObject({ add: 0, update: 1, unchanged: 5 });
    expect(dry.reports.find((r) => r.outcome === "update")?.changes).toEqual([
      { property: "birthDate", from: "1980", to: "1981" },
    ]);
    const second = await importForeign(deps, { source: again, series });
    expect(second).toMatchObject({ added: 0, updated: 1, unchanged: 5 });
    expect(await records()).toBe(before);
    expect((await told([first.id]))["Person|p1"]?.["birthDate"]).toEqual(["1981"]);
    expect(await importForeign(deps, { source: again, series })).toMatchObject({
      updated: 0,
      unchanged: 6,
    });
    await undoBatch(deps, { id: first.id, reason: "invented" });
    expect((await checkLedger(deps.ledger.deps)).clean).toBe(true);
  });

  it("leaves plain tables to the table import, and refuses files of nobody", async () => {
    const id = await source("list.csv", "number,name,date of birth\n1,Invented Aybek,1970\n");
    await expect(dryRunForeign(deps, { source: id })).rejects.toMatchObject({
      code: "not-foreign",
    });
    const { mapping } = await lookAtTable(deps, { source: id });
    expect(await importTable(deps, { source: id, mapping, series: "plain" })).toMatchObject({
      added: 1,
    });
    const reader = vault.as("analyst");
    await expect(
      importForeign(
        { ...reader, actor: { ...reader.actor, rights: new Set(["read"]) } },
        { source: id },
      ),
    ).rejects.toMatchObject({ code: "access/not-allowed" });
  });
});

describe("a hostile file", () => {
  it.each([
    ["deep nesting", "[".repeat(200_000)],
    ["half a line", '{"id":"a","schema":"Person","properties":{}}\n{"id":'],
    ["a prototype", '{"id":"__proto__","schema":"__proto__","properties":{"__proto__":["x"]}}'],
    [
      "properties that are no lists",
      '{"id":"a","schema":"Person","properties":{"name":7,"alias":{"x":1}}}',
    ],
    ["null properties", '{"id":"a","schema":"Event","properties":null}'],
  ])("is read without harm: %s", (_what, text) => {
    const file = ofJson(text);
    if (file !== null)
      for (const record of file.records) expect(record.values.length).toBeLessThan(10);
  });

  it("of any JSON at all makes no error", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.jsonValue(),
            name: fc.jsonValue(),
            name_ar: fc.jsonValue(),
            events: fc.jsonValue(),
            actor_relations: fc.jsonValue(),
            id_number: fc.jsonValue(),
            actor_profiles: fc.jsonValue(),
            origin_place: fc.jsonValue(),
            nationalities: fc.jsonValue(),
          }),
        ),
        (actors) => {
          const file = ofJson(JSON.stringify(actors));
          expect(file === null || file.format === "bayanat").toBe(true);
        },
      ),
    );
  });
});
