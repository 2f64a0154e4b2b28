// What becomes of answers, honest and hostile. Sentences are our own; everyone in them is invented.
import { describe, expect, it } from "vitest";
import { readText } from "../../read/index.ts";
import { type Answer, readAnswer } from "./answer.ts";
import { type Checked, checkAnswer } from "./check-answer.ts";
import { withSuggestions } from "./merge-readings.ts";

const text = `Ana Lind came to the gate on 3 April 2017. “My son was taken,” Ana Lind told the guard.

The ministry denied that pupils were beaten. Some 1,200 families wait. Olen spoke. “We wait,” said Olen.`;
const part = { text, pieces: [{ at: 0, start: 0, end: text.length }] };

const completion = (content: unknown): string =>
  JSON.stringify({
    choices: [
      { message: { content: typeof content === "string" ? content : JSON.stringify(content) } },
    ],
  });
const check = (content: unknown): Checked & { readonly malformed: number } => {
  const answer = readAnswer(completion(content));
  return {
    ...checkAnswer(answer, part, "tester", { language: "en" }),
    malformed: answer.malformed,
  };
};
const words = (spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe("an honest answer", () => {
  it("becomes suggestions in the shapes of a reading, marked with the model's name and never sure", () => {
    const { found, notFound } = check({
      statements: [
        { speaker: "Ana Lind", cue: "told", content: ["My son was taken"], stance: "asserts" },
      ],
      figures: [{ words: "Some 1,200 families", population: null, asserter: null }],
      names: [{ words: "Olen", type: "person" }],
      dates: [{ words: "3 April 2017" }],
      acts: [{ words: "taken", act: "detention", person: "My son", negated: false }],
    });
    expect(notFound).toBe(0);
    const [said] = found.statements;
    expect(said).toMatchObject({
      rule: "model tester",
      band: "C",
      mode: "direct",
      stance: "asserts",
    });
    expect(words(said?.content ?? [])).toEqual(["My son was taken"]);
    // Of the two places of the name, the one beside the words.
    expect(said?.source).toEqual([
      { start: text.lastIndexOf("Ana Lind"), end: text.lastIndexOf("Ana Lind") + 8 },
    ]);
    expect(found.figures[0]).toMatchObject({
      low: 1200,
      high: 1200,
      hedge: "about",
      rule: "model tester",
    });
    expect(found.dates[0]).toMatchObject({ edtf: "2017-04-03" });
    expect(words(found.acts[0]?.person ?? [])).toEqual(["My son"]);
    expect(words(found.mentions)).toEqual(["Olen"]);
  });

  it("may come in a fence, after thinking aloud", () => {
    const content =
      '<think>Is it {so}?</think>\n```json\n{"names":[{"words":"Olen","type":"person"}]}\n```';
    expect(check(content).found.mentions).toHaveLength(1);
  });
});

describe("a hostile answer", () => {
  it("has every word thrown away that does not stand in the text", () => {
    const { found, notFound } = check({
      statements: [
        { speaker: "Ana Lind", content: ["My daughter was taken"], stance: "asserts" },
        { speaker: "Bela Lind", content: ["My son was taken"], stance: "asserts" },
        { speaker: "Ana Lind", cue: "screamed", content: ["My son was taken"], stance: "asserts" },
        { speaker: "Ana Lind", content: ["My son was taken", "by night"], stance: "asserts" },
      ],
      figures: [{ words: "12,000 families" }, { words: "wait" }],
      names: [
        { words: "<img src=x onerror=alert(1)>", type: "person" },
        { words: "Lin", type: "person" },
      ],
      dates: [{ words: "4 April 2017" }],
      acts: [{ words: "were tortured", act: "torture" }],
    });
    expect(Object.values(found).flat()).toEqual([]);
    expect(notFound).toBe(10);
  });

  it("has everything refused that is outside the vocabularies or not of the form", () => {
    const { found, malformed } = check({
      statements: [
        { speaker: null, content: ["My son was taken"], stance: "proves" },
        { speaker: 7, content: ["My son was taken"], stance: "asserts" },
        { content: [], stance: "asserts" },
        "My son was taken",
        null,
      ],
      acts: [{ words: "were beaten", act: "__proto__" }],
      names: [{ words: "Olen", type: "victim" }],
    });
    expect(Object.values(found).flat()).toEqual([]);
    expect(malformed).toBe(7);
  });

  it("is never believed about a value: numbers and dates are read from the text", () => {
    const { found } = check({
      figures: [{ words: "1,200 families", low: 9_000_000, high: 9_000_000, unit: "<b>" }],
      dates: [{ words: "3 April 2017", edtf: "1917-01-01" }],
    });
    expect(found.figures[0]).toMatchObject({ low: 1200, high: 1200 });
    expect(found.dates[0]?.edtf).toBe("2017-04-03");
    expect(JSON.stringify(found)).not.toContain("<b>");
  });

  it("gives no value to a number the rules cannot read", () => {
    const answer = readAnswer(completion({ figures: [{ words: "1,200" }] }));
    const { found } = checkAnswer(answer, part, "tester", { language: "xx" });
    expect(found.figures).toMatchObject([{ low: null, high: null, hedge: "vague" }]);
  });

  it("that could mean several places means none", () => {
    const { notFound } = check({ acts: [{ words: "Olen", act: "detention" }] });
    expect(notFound).toBe(1);
  });

  it.each<[string, string]>([
    ["a page", "<html><body>My son was taken</body></html>"],
    ["no JSON inside", completion("I cannot help with that.")],
    ["a list", completion("[1,2]")],
    ["another form", JSON.stringify({ error: "My son was taken" })],
    ["lists that are none", completion({ statements: "My son was taken" })],
    ["brackets without end", "[".repeat(500_000)],
    ["brackets without end inside", completion(`{"names":${"[".repeat(200_000)}`)],
    ["nothing", ""],
  ])("of %s is refused with a code and none of its words", (_, raw) => {
    expect(() => readAnswer(raw)).toThrow(expect.objectContaining({ code: "model-answer" }));
    expect(() => readAnswer(raw)).not.toThrow(/My son/);
  });

  it("of a hundred thousand items is cut off", () => {
    const names = Array.from({ length: 100_000 }, () => ({ words: "Olen", type: "person" }));
    const answer: Answer = readAnswer(completion({ names }));
    expect(answer.names).toHaveLength(200);
    expect(answer.malformed).toBe(99_800);
  });
});

describe("beside what the rules found", () => {
  const reading = readText(text, { language: "en" });
  const merged = (content: unknown) => withSuggestions(reading, [check(content).found]);

  it("each thing stands once, and the rules' own stay as they are", () => {
    const after = merged({
      statements: [
        { speaker: "Ana Lind", cue: "told", content: ["My son was taken"], stance: "asserts" },
        { speaker: null, content: ["My son was taken"], stance: "demands" },
        { speaker: "Olen", content: ["Some 1,200 families wait."], stance: "asserts" },
      ],
      figures: [{ words: "1,200 families" }],
      dates: [{ words: "3 April 2017" }],
    });
    expect(after.statements.slice(0, reading.statements.length)).toEqual(reading.statements);
    expect(after.statements.slice(reading.statements.length).map((s) => words(s.content))).toEqual([
      ["Some 1,200 families wait."],
    ]);
    expect(after.figures).toHaveLength(reading.figures.length);
    expect(after.dates).toHaveLength(reading.dates.length);
    expect(withSuggestions(after, [check({ names: [] }).found])).toEqual(after);
  });

  it("what is denied is not made asserted", () => {
    expect(reading.statements.some((s) => s.stance === "denies")).toBe(true);
    const after = merged({
      statements: [
        { speaker: "families", cue: null, content: ["pupils were beaten"], stance: "asserts" },
      ],
      acts: [{ words: "pupils were beaten", act: "beating", negated: false }],
    });
    expect(after.statements).toEqual(reading.statements);
    const without = withSuggestions({ ...reading, acts: [] }, [
      check({ acts: [{ words: "beaten", act: "beating", negated: false }] }).found,
    ]);
    expect(without.acts).toMatchObject([{ act: "beating", denied: true }]);
  });

  it("the same name keeps its number", () => {
    const after = withSuggestions({ ...reading, mentions: [] }, [
      check({
        names: [
          { words: "Olen", type: "person" },
          { words: "Ana Lind", type: "person" },
        ],
      }).found,
    ]);
    expect(after.mentions.map((m) => m.entity)).toEqual([0, 1]);
  });
});
