import { describe, expect, it } from "vitest";
import { propertyOf } from "../../../model/index.ts";
import type { SourceView } from "../../api/views.ts";
import { prefilled, understood, withWords } from "./claim-value.ts";
import { acceptedAs, sureIn } from "./describe.ts";
import { entitiesOf } from "./name-entities.ts";
import type { MentionSuggestion, Reading, StatementSuggestion } from "./spans.ts";
import { changesOf, emptyStatement } from "./statement-draft.ts";
import type { Told } from "./items.ts";
import { answeredBy, draftOf, nested, toldIn } from "./told.ts";
import type { Nested } from "./told.ts";

const text = "Two women said they were made to kneel. A consul called it invented.";
const spanOf = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const said = (
  id: string,
  who: string,
  what: string,
  more: Partial<StatementSuggestion> = {},
): StatementSuggestion => ({
  id,
  source: [spanOf(who)],
  cue: [],
  content: [spanOf(what)],
  mode: "paraphrase",
  stance: "asserts",
  act: "say",
  rule: "speaker first",
  confidence: 0.8,
  band: "A",
  ...more,
});
const reading = {
  statements: [
    said("consul", "A consul", "it invented", {
      stance: "denies",
      answers: { statement: "women", span: spanOf("they were made to kneel") },
    }),
    said("women", "Two women", "they were made to kneel"),
  ],
} as unknown as Reading;

describe("suggestions in words", () => {
  const [women, consul] = toldIn(text, reading);

  it("tells what a denial answers, in the words of the one it answers", () => {
    expect(women?.who).toBe("Two women");
    expect(consul?.answers).toEqual({ who: "Two women", what: "they were made to kneel" });
  });

  it("links a denial to the statement its allegation became, and only to an accepted one", () => {
    if (consul === undefined) throw new Error("the consul is told");
    expect(answeredBy(consul, {})).toBeUndefined();
    expect(answeredBy(consul, { women: { state: "rejected" } })).toBeUndefined();
    expect(answeredBy(consul, { women: { state: "accepted", became: "rec_1" } })).toBe("rec_1");
    expect(draftOf(consul, { women: { state: "accepted", became: "rec_1" } }).answers).toEqual([
      { id: "rec_1", label: "Two women: they were made to kneel" },
    ]);
  });
});

describe("quotations inside quotations", () => {
  const told = (id: string, inside?: string) =>
    ({ id, ...(inside === undefined ? {} : { inside: { id: inside, who: "" } }) }) as Told;
  const shape = (all: readonly Nested[]): unknown =>
    all.map(({ told: { id }, children }) => (children.length === 0 ? id : [id, shape(children)]));

  it("stand inside the one they are quoted in, at any depth", () => {
    expect(shape(nested([told("a"), told("b", "a"), told("c", "b"), told("d", "a")]))).toEqual([
      ["a", [["b", ["c"]], "d"]],
    ]);
  });

  it("stand alone where that one is hidden, and lose none where a damaged reading turns in a circle", () => {
    expect(shape(nested([told("b", "gone")]))).toEqual(["b"]);
    expect(nested([told("a", "b"), told("b", "a")])).toHaveLength(2);
  });

  it("come right after it in the order of the keys", () => {
    const outer = said(
      "outer",
      "Two women",
      "they were made to kneel. A consul called it invented",
    );
    const inner = said("inner", "A consul", "it invented", { parent: "outer" });
    const later = said("later", "consul", "called");
    const all = { statements: [inner, later, outer] } as unknown as Reading;
    expect(toldIn(text, all).map(({ id }) => id)).toEqual(["outer", "inner", "later"]);
  });
});

it("names nobody where the speaker was lost, not even by the pronoun that is left", () => {
  const lost = said("lost", "Two women", "they were made to kneel", { speakerLost: true });
  expect(toldIn(text, { statements: [lost] } as unknown as Reading)[0]?.who).toBe("");
});

describe("an edited suggestion", () => {
  const suggested = {
    ...emptyStatement,
    speaker: "A consul",
    content: "it invented",
    stance: "denies",
  };

  it("sends only what was changed, so that the rest keeps the passages the rule found", () => {
    expect(changesOf(suggested, suggested)).toEqual({ targets: [], answers: [] });
    expect(changesOf({ ...suggested, speaker: "Mr. Hao, a consul" }, suggested)).toEqual({
      speaker: "Mr. Hao, a consul",
      targets: [],
      answers: [],
    });
  });

  it("names the people it is about by their records", () => {
    const about = { ...suggested, targets: [{ id: "rec_2", label: "Gülmira" }] };
    expect(changesOf(about, suggested).targets).toEqual([{ record: "rec_2" }]);
  });
});

describe("a description", () => {
  const source = {
    publisher: {
      value: "Steppe Courier",
      state: "proposed",
      rule: "masthead",
      confidence: 0.85,
      passage: { start: 0, end: 14 },
    },
    author: { value: "Aida", state: "proposed", rule: "by", confidence: 0.84 },
    published: { value: "2019-05-11", state: "accepted" },
  } as unknown as SourceView;

  it("accepts together what is sure, with the passage and the rule it came from", () => {
    expect(sureIn(source)).toEqual(["publisher"]);
    expect(acceptedAs(source, ["publisher", "headline"])).toEqual({
      publisher: { value: "Steppe Courier", rule: "masthead", passage: { start: 0, end: 14 } },
    });
  });
});

describe("a value from a passage", () => {
  const birth = propertyOf("Person", "birthDate");
  const sex = propertyOf("Person", "sex");

  it("says how a date was understood, and that words are no date", () => {
    if (birth === undefined) throw new Error("a person has a date of birth");
    expect(understood(birth, prefilled(birth, "11.05.1979"))).toMatch(/1979/);
    expect(understood(birth, prefilled(birth, "before the harvest feast"))).toBe(false);
  });

  it("begins with a term only where the words are one", () => {
    if (sex === undefined) throw new Error("a person has a sex as stated");
    expect(prefilled(sex, "female").words).not.toBe("");
    expect(prefilled(sex, "a neighbour").words).toBe("");
  });

  it("keeps the source's words beside a chosen term", () => {
    expect(
      withWords({ value: { kind: "code", vocabulary: "sex", code: "other" } }, "a neighbour"),
    ).toEqual({
      value: { kind: "code", vocabulary: "sex", code: "other", words: "a neighbour" },
    });
    expect(withWords({ words: "1979" }, "born in 1979")).toEqual({ words: "1979" });
  });
});

it("shows each name once, by its fullest form", () => {
  const mention = (name: string, start: number, entity: number): MentionSuggestion => ({
    id: `m${start}`,
    type: "person",
    text: name,
    start,
    end: start + name.length,
    entity,
    rule: "capitals",
    confidence: 0.7,
  });
  const found = entitiesOf([
    mention("Gülmira", 40, 1),
    mention("Aybek", 20, 2),
    mention("Gülmira Sadıqqızı", 60, 1),
  ]);
  expect(found.map(({ first, all }) => [first.text, all.length])).toEqual([
    ["Aybek", 1],
    ["Gülmira Sadıqqızı", 2],
  ]);
});
