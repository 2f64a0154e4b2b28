// Figures, acts and names as records, and the order of a review. Everyone here is invented.
import { describe, expect, it } from "vitest";
import { schemaOf } from "../../../model/index.ts";
import { actDraft, actRecord, nameInSlot, personOfAct } from "./act-value.ts";
import { endsStand, figureDraft, figureRecord, numberIn } from "./figure-value.ts";
import { around } from "./items.ts";
import { nameAs, nameDraft } from "./name-value.ts";
import { countOf, firstAt, isOpen, lanesOf, nextOpen, progressOf } from "./review-order.ts";
import type { Decisions, Reading } from "./spans.ts";

const text =
  "Ana Lind said about 900 villagers were held. Oke Berg was beaten in May 2018, she said. " +
  "The ministry denied that 40 villagers were hurt. Dozens of women waited.";
const at = (words: string) => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text has no “${words}”`);
  return { start, end: start + words.length };
};
const rule = { rule: "invented", confidence: 0.9 };
const said = (id: string, who: string, what: string, stance = "asserts") => ({
  id,
  source: [at(who)],
  cue: [],
  content: [at(what)],
  mode: "paraphrase",
  stance,
  act: "say",
  band: "A",
  ...rule,
});
const reading = {
  language: "en",
  passages: [{ start: 0, end: text.length, language: "en", script: "Latn" }],
  statements: [
    said("s1", "Ana Lind", "about 900 villagers were held"),
    said("s2", "she", "Oke Berg was beaten in May 2018"),
    said("s3", "The ministry", "40 villagers were hurt", "denies"),
  ],
  figures: [
    {
      id: "f1",
      ...at("about 900 villagers"),
      hedge: "about",
      low: 900,
      high: 900,
      unit: "persons",
      population: at("villagers"),
      statement: "s1",
      asserter: [at("Ana Lind")],
      ...rule,
    },
    {
      id: "f2",
      ...at("40 villagers"),
      hedge: "exact",
      low: 40,
      high: 40,
      unit: "persons",
      statement: "s3",
      asserter: [at("The ministry")],
      ...rule,
    },
    {
      id: "f3",
      ...at("Dozens of women"),
      hedge: "vague",
      low: 24,
      high: null,
      unit: "persons",
      asserter: [],
      ...rule,
    },
  ],
  acts: [
    {
      id: "a1",
      ...at("beaten"),
      act: "beating",
      person: [at("Oke Berg")],
      negated: false,
      denied: false,
      statement: "s2",
      ...rule,
    },
    {
      id: "a2",
      ...at("hurt"),
      act: "released",
      person: [at("40 villagers")],
      negated: false,
      denied: true,
      statement: "s3",
      ...rule,
    },
  ],
  mentions: [
    { id: "m1", ...at("Ana Lind"), type: "person", text: "Ana Lind", entity: 1, ...rule },
    { id: "m2", ...at("Oke Berg"), type: "person", text: "Oke Berg", entity: 2, ...rule },
    { id: "m3", ...at("Berg"), type: "person", text: "Berg", entity: 2, ...rule },
  ],
  dates: [{ id: "d1", ...at("May 2018"), edtf: "2018-05", relative: false, ...rule }],
  mask: [],
} as unknown as Reading;
const lanes = lanesOf(text, reading, ["f2", "a2"]);
const accepted = (became: string) => ({ state: "accepted" as const, became });
const figure = (id: string) => {
  const found = lanes.figures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};

describe("a figure", () => {
  const claimsOf = (id: string, decisions: Decisions = {}) => {
    const item = figure(id);
    const record = figureRecord(text, item, figureDraft(text, item, decisions));
    for (const { passage } of record.claims)
      expect(passage.quote).toBe(text.slice(passage.start, passage.end));
    const known = schemaOf("Figure")?.properties.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(record.claims.map(({ property }) => property)));
    return record.claims;
  };

  it("keeps number, hedge, of whom and given by whom, and guesses no unit", () => {
    expect(claimsOf("f1").map(({ property, value }) => [property, value])).toEqual([
      [
        "quantity",
        { kind: "number", low: 900, high: 900, hedge: "about", words: "about 900 villagers" },
      ],
      ["population", { kind: "text", text: "villagers" }],
      ["body", { kind: "text", text: "Ana Lind" }],
    ]);
  });

  it("is said through its asserter's statement once that is accepted, and not before", () => {
    expect(claimsOf("f1").every((claim) => claim.statement === undefined)).toBe(true);
    const through = claimsOf("f1", { s1: accepted("rec_1") });
    expect(through.every((claim) => claim.statement === "rec_1")).toBe(true);
    expect(claimsOf("f1", { s1: { state: "rejected" } })[0]?.statement).toBeUndefined();
  });

  it("leaves vague words words", () => {
    expect(claimsOf("f3")).toEqual([
      expect.objectContaining({ value: { kind: "number", words: "Dozens of women" } }),
    ]);
  });

  it("takes numbers as people write them, and ends in their order", () => {
    expect([numberIn("1,200"), numberIn("1 200.5"), numberIn(" "), numberIn("many")]).toEqual([
      1200,
      1200.5,
      undefined,
      null,
    ]);
    expect(endsStand({ low: "3", high: "2" })).toBe(false);
    expect(endsStand({ low: "2", high: "" })).toBe(true);
    expect(endsStand({ low: "x", high: "" })).toBe(false);
  });
});

describe("an act", () => {
  const [beaten] = lanes.acts;
  if (beaten === undefined) throw new Error("an act is told");
  const personOf = (decisions: Decisions, records: { schema: string; label: string }[] = []) =>
    personOfAct(
      beaten,
      nameInSlot(text, beaten, lanes.names, reading.mentions),
      decisions,
      records.map((one, i) => ({ ...one, id: `rec_${i}` })),
    );

  it("is about the person whose name was accepted, wherever it was; else somebody has to choose", () => {
    expect(personOf({})).toBeNull();
    expect(personOf({ m2: { state: "rejected" } })).toBeNull();
    expect(personOf({ m2: accepted("rec_b") })).toEqual({ id: "rec_b", label: "Oke Berg" });
    expect(personOf({ m3: { ...accepted("clm_1"), record: "rec_b" } })?.id).toBe("rec_b");
    expect(personOf({ m1: accepted("rec_a") })).toBeNull();
  });

  it("or about a record of this source called so, where there is one only", () => {
    const berg = { schema: "Person", label: "Oke Berg" };
    expect(personOf({}, [berg])?.id).toBe("rec_0");
    expect(personOf({}, [berg, berg])).toBeNull();
    expect(personOf({}, [{ schema: "Place", label: "Oke Berg" }])).toBeNull();
  });

  it("is about nobody where words after a name make it a part of something else", () => {
    const wider = { ...beaten, act: { ...beaten.act, person: [at("Ana Lind said")] } };
    expect(nameInSlot(text, wider, lanes.names, reading.mentions)).toBeNull();
    const two = { ...beaten, act: { ...beaten.act, person: [at("Ana Lind"), at("Oke Berg")] } };
    expect(nameInSlot(text, two, lanes.names, reading.mentions)).toBeNull();
    expect(nameInSlot(text, beaten, lanes.names, reading.mentions)?.who).toBe("Oke Berg");
  });

  it("becomes an Act with its term and person, or an Episode where its term is one of a story", () => {
    const person = { id: "rec_b", label: "Oke Berg" };
    const draft = actDraft(beaten, person, { s2: accepted("rec_s") });
    const record = actRecord(text, beaten, { ...draft, date: "2018-05" });
    expect(record.schema).toBe("Act");
    expect(record.claims).toMatchObject([
      { property: "type", statement: "rec_s", value: { vocabulary: "act-type", code: "beating" } },
      { property: "person", value: { kind: "ref", record: "rec_b", words: "Oke Berg" } },
      { property: "date", value: { edtf: "2018-05" } },
    ]);
    const episode = actRecord(text, beaten, { ...draft, code: "released" });
    expect(episode).toMatchObject({ schema: "Episode", claims: [{ property: "kind" }, {}] });
  });

  it("keeps the words for whom it was done to where they name no one person", () => {
    const record = actRecord(text, beaten, { ...actDraft(beaten, null, {}), nobody: true });
    expect(record.claims.map(({ property }) => property)).toEqual(["type", "note"]);
  });
});

describe("a name", () => {
  const name = lanes.names[1];
  if (name === undefined) throw new Error("a second name is told");
  const draft = nameDraft(name, reading, "");

  it("opens a record, adds to one of this source, or is judged the same as one that is there", () => {
    expect(nameAs(text, name, draft)).toMatchObject({
      kind: "record",
      schema: "Person",
      label: "Oke Berg",
      claims: [{ property: "name", value: { text: "Oke Berg", script: "Latn", lang: "en" } }],
    });
    expect(nameAs(text, name, { ...draft, which: { kind: "own", id: "rec_1" } })).toMatchObject({
      kind: "claim",
      record: "rec_1",
      property: "name",
    });
    const match = { id: "rec_9", label: "Оке Берг", detail: "", score: 0.934 };
    expect(nameAs(text, name, { ...draft, which: { kind: "same", match } })).toMatchObject({
      kind: "record",
      same: { record: "rec_9", score: 0.934, reason: expect.stringContaining("93 %") },
    });
    expect(nameAs(text, name, { ...draft, which: { kind: "find" } })).toBeNull();
  });
});

describe("a review", () => {
  const all = { s1: accepted("1"), s2: accepted("2"), s3: accepted("3") };

  it("counts what can be decided: not what a denial holds, not names, not dates", () => {
    expect(progressOf(lanes, {})).toEqual({ done: 0, total: 6 });
    expect(countOf(lanes.figures, { f1: { state: "rejected" } })).toEqual({ done: 1, total: 2 });
    expect(countOf(lanes.dates, {})).toEqual({ done: 0, total: 0 });
    const name = lanes.names[1];
    expect(name !== undefined && isOpen(name, { m3: accepted("x") })).toBe(false);
  });

  it("goes on in the lane, begins it again, then goes to the lanes that keep the text open", () => {
    const next = (decisions: Decisions, lane: "statements" | "figures" | "names", id: string) =>
      nextOpen(lanes, decisions, { lane, id })?.id;
    expect(next({}, "statements", "s1")).toBe("s2");
    expect(next({ s3: accepted("3") }, "statements", "s2")).toBe("s1");
    expect(next(all, "statements", "s3")).toBe("f1");
    expect(next({ ...all, f1: accepted("4") }, "figures", "f1")).toBe("f3");
    const done = { ...all, f1: accepted("4"), f3: accepted("5"), a1: accepted("6") };
    expect(next(done, "figures", "f3")).toBeUndefined();
    expect(next(done, "names", "m1")).toBe("m2");
  });

  it("begins at what the address names, else at the first open one", () => {
    expect(firstAt(lanes, {}, "d1")).toEqual({ lane: "dates", id: "d1" });
    expect(firstAt(lanes, all, "gone")).toEqual({ lane: "figures", id: "f1" });
  });
});

it("shows a few words around a suggestion, cut between words and at the end of a line", () => {
  const long = `${"before ".repeat(30)}the word ${"after ".repeat(30)}`;
  const start = long.indexOf("the word");
  const shown = around(long, { start, end: start + 8 }, 20);
  expect(shown).toMatch(/^… (before )+the word (after ?)+ …$/);
  expect(around("one\ntwo three", { start: 4, end: 7 }, 20)).toBe("two three");
});
