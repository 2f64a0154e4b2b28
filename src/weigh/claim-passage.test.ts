// From a value to the words that carry it. Texts and people are invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Passage, RecordId, SourceId } from "../model/index.ts";
import { addClaims } from "./add-record.ts";
import { checkedPassage } from "./check-passage.ts";
import { claimPassage, passageView, type PassageView } from "./claim-passage.ts";
import { engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const paragraph = "Nobody in the invented village had seen him since the spring. ".repeat(9).trim();
const text = `${paragraph}\n\nHis sister said that Yerlan was taken.\n\n${paragraph}`;
const quote = "Yerlan was taken";
const start = text.indexOf(quote);

const viewOf = (whole: string, passage: Passage): Promise<PassageView> =>
  passageView(
    // A source the database does not know has no title; the text alone matters here.
    { db: noSources, textOf: () => Promise.resolve(whole) },
    "src_invented",
    passage,
  );
let noSources: TestWeigh["deps"]["db"];

describe.each(engineKinds)("the passage of a claim on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let person: RecordId;
  beforeAll(async () => {
    w = await openTestWeigh(kind);
    noSources = w.deps.db;
    source = await w.source("Invented Courier", { text, published: "2019-03-12" });
    person = await w.person(source, "Yerlan Testuly");
  });
  afterAll(() => w.end());

  it("shows the words with what stands around them, in its own paragraph", async () => {
    const passage = { start, end: start + quote.length, quote };
    const id = await w.claim(person, source, { property: "note", words: "taken", passage });
    expect(await claimPassage(w.deps, id)).toEqual({
      source,
      sourceTitle: "Invented Courier",
      published: "2019-03-12",
      start,
      end: start + quote.length,
      before: expect.stringContaining("\n\nHis sister said that ") as string,
      quote,
      after: expect.stringMatching(/^\.\n\nNobody/) as string,
    });
  });

  it("keeps the quotation of a row or a time where there is no text", async () => {
    const list = await w.source("Invented list");
    const passage = { row: 12, column: "job", quote: "baker" };
    const id = await w.claim(person, list, { property: "note", words: "baker", passage });
    expect(await claimPassage(w.deps, id)).toMatchObject({ ...passage, before: "", after: "" });
  });

  it.each([
    ["other words", { start, end: start + 5, quote: "Serik" }],
    ["words before the text", { start: text.length, end: text.length + 5 }],
    ["words past its end", { start: text.length - 3, end: text.length + 3 }],
    ["nothing", { start, end: start }],
    ["its own end before its start", { start: start + 5, end: start }],
  ])("is refused where it leads to %s, and nothing is written", async (_, passage) => {
    const before = await w.deps.db.selectFrom("entries").select("seq").execute();
    const claim = { property: "note", words: "x", passage };
    const adding = addClaims(w.deps, w.everyone, { record: person, source, claims: [claim] }, null);
    await expect(adding).rejects.toMatchObject({ code: "weigh/passage-differs", status: 409 });
    expect(await w.deps.db.selectFrom("entries").select("seq").execute()).toEqual(before);
  });

  it("is refused for a claim that is not there", async () => {
    const asked = claimPassage(w.deps, "clm_00000000000000000000000ZZZ");
    await expect(asked).rejects.toMatchObject({ code: "weigh/no-such-claim" });
  });

  it("is a piece of the text, whole characters and all, wherever it is cut", async () => {
    const piece = fc.constantFrom("Ерлан ", "叶尔兰", "😀", "ئەرلان ", "\n\n", "a", "word ", "𠀀");
    const texts = fc
      .array(piece, { minLength: 1, maxLength: 400 })
      .map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat({ max: 50 }), async (whole, at, length) => {
        const from = at % whole.length;
        const to = Math.min(whole.length, from + 1 + length);
        const view = await viewOf(whole, { start: from, end: to });
        expect(view.quote).toBe(whole.slice(from, to));
        const before = view.before.replace(/^…/, "");
        const after = view.after.replace(/…$/, "");
        expect(whole.slice(from - before.length, from)).toBe(before);
        expect(whole.slice(to, to + after.length)).toBe(after);
        // Only what the quotation itself cuts in two may be half a character.
        if (view.quote.isWellFormed()) {
          expect(before.isWellFormed()).toBe(true);
          expect(after.isWellFormed()).toBe(true);
        }
        expect(
          view.before.startsWith("…") ||
            before.length === from ||
            before === "" ||
            whole[from - before.length - 1] === "\n",
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("shows enough around it in a script that writes hardly a space", async () => {
    const words = "有人在虚构的村庄里见过她";
    const whole = `${words.repeat(50)} 他说 ${words.repeat(50)}`;
    const said = whole.indexOf("他说");
    const view = await viewOf(whole, { start: said, end: said + 2 });
    expect(view.before.length).toBeGreaterThan(200);
    expect(view.after.length).toBeGreaterThan(200);
  });

  it("does not begin or end with half a character where there is no space at all", async () => {
    for (const lead of ["", "x"]) {
      const whole = lead + "𠀀".repeat(1_000);
      const at = 1_000 + lead.length;
      const view = await viewOf(whole, { start: at, end: at + 2 });
      expect([view.before, view.quote, view.after].map((part) => part.isWellFormed())).toEqual([
        true,
        true,
        true,
      ]);
    }
  });
});

describe("a quotation", () => {
  it("is filled in from the text, at most 4,000 units and never half a character", () => {
    const long = `x${"😀".repeat(4_000)}`;
    const { quote: filled } = checkedPassage({ start: 0, end: long.length }, long);
    expect(filled?.length).toBe(3_999);
    expect(filled?.isWellFormed()).toBe(true);
    expect(checkedPassage({ start, end: start + 6, quote: "Yer" }, text).quote).toBe("Yerlan");
  });
});
