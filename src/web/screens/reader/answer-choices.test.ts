// What is ticked from the start, and what a tick attaches. Everyone here is invented.
import { describe, expect, it } from "vitest";
import type { AnswerProposals } from "../../api/views.ts";
import { attachedBy, choicesOf, tickedOf, withTicked } from "./answer-choices.ts";
import type { Told } from "./items.ts";
import { emptyStatement } from "./statement-draft.ts";

const told = {
  lane: "statements",
  suggestion: { stance: "denies", answers: { statement: "women", span: { start: 0, end: 1 } } },
  answers: { who: "Two women", what: "they were made to kneel" },
} as unknown as Told;
const proposals: AnswerProposals = {
  allegation: null,
  statements: [
    {
      id: "rec_1",
      speaker: "Two women",
      content: "they were made to kneel",
      source: "src_1",
      sourceTitle: "Invented article",
      why: { kind: "answered" },
    },
    {
      id: "rec_2",
      speaker: "A driver",
      content: "he saw them kneel",
      source: "src_2",
      sourceTitle: "Invented wire",
      why: { kind: "words", words: ["kneel", "made"] },
    },
  ],
  questions: [{ id: "rec_3", label: "Who knelt?", why: { kind: "names", person: "Aliya" } }],
  people: [{ record: "rec_4", label: "Aliya", words: "Aliya", start: 0, end: 5 }],
};
const accepted = { women: { state: "accepted", became: "rec_1" } } as const;

describe("what a denial may answer", () => {
  it("is ticked only where the text itself sets it against an accepted statement", () => {
    expect(tickedOf(choicesOf(told, {}, proposals), {})).toEqual([]);
    const choices = choicesOf(told, accepted, proposals);
    expect(choices.map(({ id }) => id)).toEqual(["rec_1", "rec_2", "rec_3", "rec_4"]);
    expect(tickedOf(choices, {}).map(({ id }) => id)).toEqual(["rec_1"]);
    // It is there before the vault has answered, and its tick can be taken off.
    expect(tickedOf(choicesOf(told, accepted, undefined), {})).toHaveLength(1);
    expect(tickedOf(choices, { rec_1: false })).toEqual([]);
  });

  it("is attached as an answer, a person as one it is about, in one key and in the form", () => {
    const choices = choicesOf(told, accepted, proposals);
    const ticked = tickedOf(choices, { rec_3: true, rec_4: true });
    expect(attachedBy(ticked)).toEqual({
      answers: ["rec_1", "rec_3"],
      targets: [{ record: "rec_4" }],
    });
    expect(attachedBy([])).toEqual({});
    const own = { id: "rec_9", label: "A teacher: nothing happened" };
    const draft = withTicked({ ...emptyStatement, answers: [own] }, choices, ticked);
    expect(draft.answers.map(({ id }) => id)).toEqual(["rec_9", "rec_1", "rec_3"]);
    expect(draft.targets).toEqual([{ id: "rec_4", label: "Aliya" }]);
    expect(withTicked(draft, choices, []).answers).toEqual([own]);
  });
});
