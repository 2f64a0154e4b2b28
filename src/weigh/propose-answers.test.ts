// What a suggested denial may answer, on both engines. Everyone and every outlet here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordId, SourceId } from "../model/index.ts";
import type { MentionSuggestion, Span, StatementSuggestion } from "../read/index.ts";
import { addRecord } from "./add-record.ts";
import { linkAnswer } from "./link-answer.ts";
import { proposeAnswers, type ProposeAnswers } from "./propose-answers.ts";
import { waitingAnswers } from "./propose-answers-waiting.ts";
import { withdraw } from "./review-claim.ts";
import { sharedWords, wordsOf } from "./shared-words.ts";
import { statementViews } from "./statement-views.ts";
import { engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const text = `His sister said that Yerlan Testuly was held in the camp at Birinchi without a charge.
Mr. Hao Testing denied that Yerlan Testuly had ever been held in a camp and called the report false.
The weather was fine.`;
const at = (words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const second = text.indexOf("\n");

const suggestion = (
  id: string,
  stance: StatementSuggestion["stance"],
  source: Span,
  content: Span,
  more: Partial<StatementSuggestion> = {},
): StatementSuggestion => ({
  id,
  source: [source],
  cue: [],
  content: [content],
  mode: "paraphrase",
  stance,
  act: "say",
  rule: "invented",
  confidence: 0.9,
  band: "A",
  ...more,
});
const mention = (entity: number, words: string, from = 0): MentionSuggestion => ({
  ...at(words, from),
  id: `men-${entity}-${from}`,
  type: "person",
  text: words,
  entity,
  rule: "invented",
  confidence: 0.9,
});

const allegation = suggestion(
  "sta-1",
  "asserts",
  at("His sister"),
  at("Yerlan Testuly was held in the camp at Birinchi without a charge"),
);
const denied = at("Yerlan Testuly had ever been held in a camp", second);
const denial = suggestion("sta-2", "denies", at("Mr. Hao Testing"), denied, {
  answers: { statement: "sta-1", span: denied },
});
const reading: ProposeAnswers["reading"] = {
  statements: [allegation, denial],
  mentions: [
    mention(1, "Yerlan Testuly"),
    mention(2, "Mr. Hao Testing"),
    mention(1, "Yerlan Testuly", second),
  ],
};

describe.each(engineKinds)("what a denial answers on %s", (kind) => {
  let vault: TestWeigh;
  let source: SourceId;
  let yerlan: RecordId;
  const ask = async (more: Partial<ProposeAnswers> = {}) =>
    proposeAnswers(vault.deps, {
      source,
      text,
      reading,
      suggestion: "sta-2",
      decisions: {},
      ...more,
    });
  const question = async (wording: string, ...people: RecordId[]): Promise<RecordId> => {
    const claims = [
      { property: "wording", value: { kind: "text" as const, text: wording } },
      ...people.map((record) => ({ property: "people", value: { kind: "ref" as const, record } })),
    ];
    const input = { schema: "Question", source, label: wording, claims };
    return (await addRecord(vault.deps, vault.everyone, input, vault.seal)).id;
  };

  beforeAll(async () => {
    vault = await openTestWeigh(kind);
    source = await vault.source("Invented article", { text });
    yerlan = await vault.person(source, "Yerlan Testuly");
    await vault.person(source, "Nobody Mentioned");
  });
  afterAll(() => vault.end());

  it("is the allegation of the same text, before anybody accepted it and after", async () => {
    expect((await ask()).allegation).toEqual({
      suggestion: "sta-1",
      words: "Yerlan Testuly was held in the camp at Birinchi without a charge",
    });
    const became = await vault.statement(source, "asserts", {
      content: "invented words of another kind",
    });
    const asked = await ask({ decisions: { "sta-1": { became } } });
    expect(asked.allegation).toMatchObject({ statement: became });
    expect(asked.statements[0]).toMatchObject({ id: became, why: { kind: "answered" } });
  });

  it("names the person it denies something of, never its speaker", async () => {
    await vault.person(source, "Hao Testing");
    const { people } = await ask();
    expect(people).toMatchObject([{ record: yerlan, words: "Yerlan Testuly" }]);
    expect(text.slice(people[0]?.start, people[0]?.end)).toBe("Yerlan Testuly");
  });

  it("finds what was said of it elsewhere: in what the source repeats, and of the person anywhere", async () => {
    const wire = await vault.source("Invented wire");
    const repeating = await vault.source("Invented digest", { text, relays: [wire] });
    const inWire = await vault.statement(wire, "asserts", {
      content: "the men were held in a camp at Birinchi",
    });
    const other = await vault.source("Invented radio");
    const ofHim = await vault.statement(other, "asserts", {
      content: "something else entirely",
      targets: [{ record: yerlan }],
    });
    const elsewhere = await vault.statement(other, "asserts", {
      content: "held in a camp at Birinchi",
    });
    const against = await vault.statement(other, "denies", {
      content: "held in a camp at Birinchi",
      targets: [{ record: yerlan }],
    });
    const { statements } = await ask({ source: repeating });
    const ids = statements.map((s) => s.id);
    expect(ids).toContain(inWire);
    expect(ids).toContain(ofHim);
    expect(ids).not.toContain(elsewhere);
    expect(ids).not.toContain(against);
    expect(statements.find((s) => s.id === inWire)?.why).toEqual({
      kind: "words",
      words: ["held", "camp", "Birinchi"],
    });
    expect(statements.find((s) => s.id === ofHim)?.why).toEqual({
      kind: "names",
      person: "Yerlan Testuly",
    });
  });

  it("finds questions by their words, by the people they are about, and no others", async () => {
    const byWords = await question("Were people held in the camp at Birinchi");
    const byName = await question("Where is he now", yerlan);
    const neither = await question("How many factories were built");
    const { questions } = await ask();
    const why = new Map(questions.map((q) => [q.id, q.why.kind]));
    expect(why.get(byWords)).toBe("words");
    expect(why.get(byName)).toBe("names");
    expect(why.has(neither)).toBe(false);
  });

  it("waits to be linked where one of the two was accepted before the other, until somebody links them", async () => {
    const denying = await vault.statement(source, "denies", { content: "never held" });
    const said = await vault.statement(source, "asserts", { content: "was held" });
    const waiting = async (...accepted: string[]) =>
      waitingAnswers(vault.deps, {
        reading,
        decisions: {
          ...(accepted.includes("sta-1") ? { "sta-1": { became: said } } : {}),
          ...(accepted.includes("sta-2") ? { "sta-2": { became: denying } } : {}),
        },
      });
    expect(await waiting("sta-2")).toEqual([]);
    expect(await waiting("sta-1")).toEqual([]);
    expect(await waiting("sta-1", "sta-2")).toMatchObject([
      { denial: { statement: denying }, answered: { statement: said, content: "was held" } },
    ]);
    const link = async () =>
      linkAnswer(vault.deps, vault.everyone, { statement: denying, answers: said });
    const { claim } = await link();
    expect(await waiting("sta-1", "sta-2")).toEqual([]);
    const [first, second] = await statementViews(vault.deps.db, [denying, said]);
    expect(first?.answers).toEqual([{ id: said, label: "was held", claim }]);
    expect(second?.answeredBy).toMatchObject([{ id: denying, stance: "denies" }]);
    // A second time it writes nothing, and taken back it waits again.
    expect(await link()).toEqual({ claim: null });
    const taken = { target: claim ?? "", subject: denying, back: false, reason: "invented" };
    await withdraw(vault.deps, vault.everyone, taken);
    expect(await waiting("sta-1", "sta-2")).toHaveLength(1);
    expect((await statementViews(vault.deps.db, [said]))[0]?.answeredBy).toEqual([]);
  });

  it("cannot be itself, or a statement nobody made, nor be linked by who may only read", async () => {
    const said = await vault.statement(source, "asserts", { content: "was held" });
    const other = await vault.statement(source, "denies", { content: "never" });
    const link = async (answers: RecordId, actor = vault.everyone) =>
      linkAnswer(vault.deps, actor, { statement: other, answers });
    await expect(link(other)).rejects.toMatchObject({ code: "weigh/no-such-statement" });
    await expect(link(yerlan)).rejects.toMatchObject({ code: "weigh/no-such-statement" });
    await expect(link(said, vault.as("publisher"))).rejects.toMatchObject({
      code: "access/not-allowed",
    });
  });

  it("is nothing for a statement that denies nothing, and an error for one that is not there", async () => {
    expect(await ask({ suggestion: "sta-1" })).toEqual({
      allegation: null,
      statements: [],
      questions: [],
      people: [],
    });
    await expect(ask({ suggestion: "sta-9" })).rejects.toMatchObject({
      code: "weigh/no-such-suggestion",
    });
  });
});

describe("words in common", () => {
  const shared = (a: string, b: string): string[] => sharedWords(wordsOf(a), wordsOf(b));

  it("do not mind endings, case or letters with marks, in any script", () => {
    expect(shared("Prisoners were beaten", "a PRISONER beat")).toEqual(["Prisoners"]);
    expect(shared("Задержанных били", "задержаны")).toEqual(["Задержанных"]);
    expect(shared("他在教培中心", "教培学校")).toEqual(["教培"]);
  });

  it("are not small words", () => {
    expect(shared("they said that there were some", "some said that they were there")).toEqual([]);
  });
});
