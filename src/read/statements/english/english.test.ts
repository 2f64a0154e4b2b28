// Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { match, saidIn, type Row } from "../../testing.ts";

const ROWS: readonly Row[] = [
  ["Ana Lind said the road was closed.", "Ana Lind", "the road was closed", "asserts"],
  ["“We waited all night,” said Ana Lind, a nurse.", "Ana Lind", "We waited all night", "asserts"],
  [
    "“We waited all night,” Ana Lind said after the hearing ended.",
    "Ana Lind",
    "We waited all night",
    "asserts",
  ],
  [
    "The road was closed, the mayor told reporters on Monday.",
    "the mayor",
    "The road was closed",
    "asserts",
  ],
  ["According to Ana Lind, the road was closed.", "Ana Lind", "the road was closed", "asserts"],
  ["The road was closed, according to Ana Lind.", "Ana Lind", "The road was closed", "asserts"],
  ["Officials have denied that anyone was hurt.", "Officials", "anyone was hurt", "denies"],
  [
    "The ministry rejected the accusations, but gave no names.",
    "The ministry",
    "the accusations",
    "denies",
  ],
  [
    "The governor admitted that the list had been lost.",
    "The governor",
    "the list had been lost",
    "admits",
  ],
  ["Relatives demanded that the gate be opened.", "Relatives", "the gate be opened", "demands"],
  ["The union urged the court to hear her.", "The union", "the court to hear her", "demands"],
  [
    "Researchers estimate that 900 people are held there.",
    "Researchers",
    "900 people are held there",
    "estimates",
  ],
  [
    "Ana Lind, who left the valley in 2015, said she was never charged.",
    "Ana Lind, who left the valley in 2015",
    "she was never charged",
    "asserts",
  ],
  [
    "Ana Lind, 59, the head of the union, said nobody came.",
    "Ana Lind, 59, the head of the union",
    "nobody came",
    "asserts",
  ],
  [
    "She stood up and asked the guard to open the door.",
    "She",
    "the guard to open the door",
    "demands",
  ],
  [
    "The report, released on Friday, shows that the school was empty.",
    "The report, released on Friday",
    "the school was empty",
    "asserts",
  ],
  ["In a letter, Tam Berrick wrote that he was well.", "Tam Berrick", "he was well", "asserts"],
  ["The village, he added, has no doctor.", "he", "The village", "asserts"],
  ["OFFICER: Where were you on Sunday?", "OFFICER", "Where were you on Sunday", "asserts"],
  [
    "The minister accused the group of spreading rumours.",
    "The minister",
    "of spreading rumours",
    "asserts",
  ],
  [
    "His claim that the camp is closed was not tested.",
    "His",
    "that the camp is closed",
    "asserts",
  ],
  ["Neighbours were convinced that he had left.", "Neighbours", "he had left", "asserts"],
  [
    "The spokesman said that the stories are lies.",
    "The spokesman",
    "the stories are lies",
    "denies",
  ],
  ["The clerk refused to give a copy.", "The clerk", "to give a copy", "declines"],
];

test.each(ROWS)("%s", (...row) => {
  expect(match(row, "en")).toBe(true);
});

describe("what is not an attribution", () => {
  test.each([
    "The report was long and the room was cold.",
    "She moved to the United States in 2003.",
    "The alleged thief ran away.",
    "They live in three states along the river.",
    "The new claims office opens at nine.",
    "He has a plan and a map.",
  ])("%s", (sentence) => {
    expect(saidIn(sentence, { language: "en" })).toEqual([]);
  });
});

describe("quotations", () => {
  test("one that goes on after its speaker belongs to the same statement", () => {
    const [found] = saidIn("“We waited,” Ana Lind said. “Nobody came to the gate.”");
    expect(found?.content).toBe("“We waited,” … “Nobody came to the gate.”");
    expect(found?.suggestion.mode).toBe("direct");
  });

  test("one opened again in the next paragraph goes on", () => {
    const [found] = saidIn("Ana Lind said: “We waited all night.\n\n“Nobody came to the gate.”");
    expect(found?.content).toContain("Nobody came to the gate");
  });

  test("its mode says how much of it is quoted", () => {
    const mode = (text: string): string | undefined => saidIn(text)[0]?.suggestion.mode;
    expect(mode("Ana Lind said the road was closed.")).toBe("paraphrase");
    expect(mode("Ana Lind said the road was “closed for good.”")).toBe("mixed");
    expect(mode("“The road is closed for good,” said Ana Lind.")).toBe("direct");
  });

  test("a verb inside a quotation speaks for nobody outside it", () => {
    expect(
      saidIn("“He said he would come back soon,” Ana Lind recalled.").map(({ source }) => source),
    ).toEqual(["Ana Lind"]);
  });
});

describe("who stands behind a statement", () => {
  test("an attribution inside another knows its parent", () => {
    const found = saidIn("Ana Lind said the mayor told her that the road was closed.");
    const [outer, inner] = found;
    expect(inner?.source).toBe("the mayor");
    expect(inner?.suggestion.parent).toBe(outer?.suggestion.id);
  });

  test("reportedly names nobody", () => {
    const [found] = saidIn("The teacher was reportedly released in June.");
    expect(found).toMatchObject({ source: "", suggestion: { evidential: true } });
  });

  test("a pronoun and a surname point to the fuller name before them", () => {
    const text =
      "Ana Lind said the road was closed. She said nobody was told. Lind added that it was cold.";
    const found = saidIn(text);
    const behind = found.map(
      ({ suggestion: { sourceOf } }) => sourceOf && text.slice(sourceOf.start, sourceOf.end),
    );
    expect(behind).toEqual([undefined, "Ana Lind", "Ana Lind"]);
  });
});

describe("denials", () => {
  test("answer the allegation that stands before them", () => {
    const text =
      "Ana Lind said pupils were locked in the school cellar. The ministry denied that pupils were locked in any cellar.";
    const [allegation, denial] = saidIn(text);
    expect(denial?.stance).toBe("denies");
    expect(denial?.suggestion.answers?.statement).toBe(allegation?.suggestion.id);
  });

  test("“the allegations” answer the nearest statement by somebody else", () => {
    const [allegation, denial] = saidIn(
      "Ana Lind said pupils were beaten. The ministry denied the allegations.",
    );
    expect(denial?.suggestion.answers?.statement).toBe(allegation?.suggestion.id);
  });

  test("a denial that is itself denied is no denial", () => {
    expect(saidIn("The ministry did not deny that pupils were beaten.")[0]?.stance).toBe("asserts");
  });
});
