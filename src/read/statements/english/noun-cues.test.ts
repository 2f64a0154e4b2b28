// Statements carried by a noun, and passives that name nobody. Sentences are our own; everyone is invented.
import { describe, expect, test } from "vitest";
import { match, saidIn, type Row } from "../../testing.ts";

const ROWS: readonly Row[] = [
  [
    "Lind’s claim that the mill is closed was not tested.",
    "Lind",
    "that the mill is closed",
    "asserts",
  ],
  ["The council voiced doubts about the new road.", "The council", "the new road", "denies"],
  ["Both unions have expressed deep concern over the dam.", "Both unions", "the dam", "asserts"],
  [
    "The clerk tried to make the case that the list was lost.",
    "The clerk",
    "that the list was lost",
    "asserts",
  ],
  ["Their refusal to open the gate angered the town.", "Their", "to open the gate", "declines"],
  ["Berrick will not drop his attacks on the board.", "his", "the board", "asserts"],
  [
    "The mayor sounded a call for calm in the valley.",
    "The mayor",
    "calm in the valley",
    "demands",
  ],
  ["Her belief that the well is safe has faded.", "Her", "that the well is safe", "asserts"],
];

test.each(ROWS)("%s", (...row) => {
  expect(match(row, "en")).toBe(true);
});

test("a noun that is the subject gives its clause and not the sentence’s verb", () => {
  const [found] = saidIn("Lind’s claim that the mill is closed was not tested.");
  expect(found?.content).toBe("that the mill is closed");
});

test("a relative clause after such a noun is no content", () => {
  expect(saidIn("The charge that might follow is small.")).toEqual([]);
});

describe("a passive that names nobody", () => {
  test.each([
    [
      "Forty men are believed to be held in the old mill.",
      "Forty men … to be held in the old mill.",
    ],
    ["It is feared that the wells are dry.", "the wells are dry."],
    ["The brothers were told that their father had died.", "their father had died."],
    ["Berrick was accused of theft.", "Berrick … theft."],
    ["It is unclear whether the wells are dry.", "whether the wells are dry."],
  ])("%s", (sentence, content) => {
    const [found] = saidIn(sentence, { language: "en" });
    expect(found).toMatchObject({ source: "", content, suggestion: { evidential: true } });
    expect(found?.suggestion.speakerLost).toBeUndefined();
  });

  test("with its agent it has a speaker", () => {
    const [found] = saidIn("A claim rejected by the board was printed.", { language: "en" });
    expect(found).toMatchObject({ source: "the board", content: "A claim", stance: "denies" });
  });
});
