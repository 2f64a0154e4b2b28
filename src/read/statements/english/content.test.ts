// Where English content begins and ends. Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { match, saidIn, type Row } from "../../testing.ts";

/** Content of the statement by a speaker, without the mark that ends the sentence. */
function contentBy(speaker: string, text: string): string | undefined {
  const found = saidIn(text, { language: "en" }).find(({ source }) => source === speaker);
  return found?.content.replace(/[.,]$/, "");
}

describe("content ends where its grammar ends", () => {
  test.each([
    // A list goes on over its commas, a clause of its own does not belong to it.
    [
      "Lind",
      "Lind described the cold, the hunger and the noise.",
      "the cold, the hunger and the noise",
    ],
    [
      "Lind",
      "Lind wants to open the gate, free the men and close the mill.",
      "to open the gate, free the men and close the mill",
    ],
    [
      "The board",
      "The board promised to pay the men, and the union called off its march.",
      "to pay the men",
    ],
    ["Lind", "Lind denied the theft and left the room.", "the theft"],
    ["The mayor", "The mayor acknowledged the damage, which reached the river.", "the damage"],
    // When and where it was said.
    ["Lind", "Lind mentioned the mill in a letter to the board.", "the mill"],
    ["The court", "The court rejected that argument in a ruling on Friday.", "that argument"],
    // What a thing is called belongs to it.
    ["Lind", "Lind cited the fire as a reason to leave.", "the fire as a reason to leave"],
    ["Lind", "When Lind said the road was closed, Berrick laughed.", "the road was closed"],
    ["Lind", "While Lind admitted that nobody came ― Berrick said it had rained.", "nobody came"],
    ["Lind", "Lind said the road was closed, but Berrick said it was open.", "the road was closed"],
    ["Berrick", "Lind said the road was closed, but Berrick said it was open.", "it was open"],
  ])("%s: %s", (speaker, text, content) => {
    expect(contentBy(speaker, text)).toBe(content);
  });
});

const ROWS: readonly Row[] = [
  // `that` as a pronoun.
  ["Lind said that was no answer.", "Lind", "that was no answer", "asserts"],
  // Asides between verb and content.
  ["Lind said after the vote that she would leave.", "Lind", "she would leave", "asserts"],
  [
    "Lind warned, as did her sister, that the bridge was weak.",
    "Lind",
    "the bridge was weak",
    "asserts",
  ],
  [
    "Lind told a meeting of shepherds that the spring was dry.",
    "Lind",
    "the spring was dry",
    "asserts",
  ],
  ["Lind told the hall people that the spring was dry.", "Lind", "the spring was dry", "asserts"],
  ["Lind told her brother to sell the mill.", "Lind", "her brother to sell the mill", "asserts"],
  // Speech on both sides of its speaker.
  [
    "“If it rains,” Lind said, “we shall stay at home.”",
    "Lind",
    "we shall stay at home",
    "asserts",
  ],
  ["“If it rains,” Lind said, “we shall stay at home.”", "Lind", "If it rains", "asserts"],
  ["As Lind has pointed out, the bridge is weak.", "Lind", "the bridge is weak", "asserts"],
  ["The bridge is weak, as Lind has pointed out.", "Lind", "The bridge is weak", "asserts"],
  [
    "In the film “The Long Night,” Lind said the bridge was weak.",
    "Lind",
    "the bridge was weak",
    "asserts",
  ],
  ["“Who closed the road?” Lind asked.", "Lind", "Who closed the road", "demands"],
  ["“Who closed the road?” Lind asked. “And why?”", "Lind", "And why", "demands"],
  [
    "It rained for six days in the valley and the carts stood still. Lind added:\n\nThe bridge is weak and the road is closed to carts.",
    "Lind",
    "the road is closed to carts",
    "asserts",
  ],
  // Speakers with something between them and the verb.
  [
    "The film ― which took six years ― argues that the dam was built in haste.",
    "The film ― which took six years",
    "the dam was built in haste",
    "asserts",
  ],
  [
    "People who left the valley said the wells were dry.",
    "People who left the valley",
    "the wells were dry",
    "asserts",
  ],
  [
    "Relatives quoted by the Hill Review said the wells were dry.",
    "Relatives quoted by the Hill Review",
    "the wells were dry",
    "asserts",
  ],
  [
    "“The wells are dry,” Bo Lind, R-Sarn., said Tuesday.",
    "Bo Lind, R-Sarn.",
    "The wells are dry",
    "asserts",
  ],
  ["Lind left the room at noon, saying she was tired.", "Lind", "she was tired", "asserts"],
  [
    "Lind said he was late, adding that the bus broke down.",
    "Lind",
    "the bus broke down",
    "asserts",
  ],
  ["The bus was late, Lind said, adding that it rained.", "Lind", "it rained", "asserts"],
  ["Lind was able to promise that nobody would pay.", "Lind", "nobody would pay", "asserts"],
  [
    "Berrick, citing two guards, reported that the gate was open.",
    "Berrick, citing two guards",
    "the gate was open",
    "asserts",
  ],
];

test.each(ROWS)("%s", (...row) => {
  expect(match(row, "en")).toBe(true);
});

describe("reports from the field", () => {
  test.each<Row>([
    [
      "Former detainees described being beaten, shackled and forced to kneel for hours.",
      "Former detainees",
      "forced to kneel for hours",
      "asserts",
    ],
    [
      "Satellite images show that two halls were built, the Forum said in a report released on Tuesday.",
      "the Forum",
      "two halls were built",
      "asserts",
    ],
    [
      "An official who asked not to be named said the camp was full.",
      "An official who asked not to be named",
      "the camp was full",
      "asserts",
    ],
    [
      "Berrick’s lawyer said that his client had been beaten and denied food.",
      "Berrick’s lawyer",
      "denied food",
      "asserts",
    ],
    [
      "Witnesses say, and documents confirm, that the men were moved at night.",
      "Witnesses",
      "the men were moved at night",
      "asserts",
    ],
    [
      "“I never signed anything,” insisted Olen, whose son is held. “They made it up.”",
      "Olen",
      "They made it up",
      "asserts",
    ],
  ])("%s", (...row) => {
    expect(match(row, "en")).toBe(true);
  });

  test("food denied to somebody is no denial", () => {
    const found = saidIn("Berrick’s lawyer said that his client had been beaten and denied food.");
    expect(found.map(({ stance }) => stance)).toEqual(["asserts"]);
  });

  test("who asked not to be named asked for nothing that is reported", () => {
    const found = saidIn("An official who asked not to be named said the camp was full.");
    expect(found).toHaveLength(1);
  });
});

describe("a verb inside a name, or a noun that looks like one", () => {
  test.each([
    "The Valley Review States edition is sold out.",
    "Eighteen states lie along the river.",
    "A crucial court hearing was held at noon.",
    "The first attack was in June.",
    "A widely read column was cut.",
    "Of the ten judges who sat, six were old.",
    "Regarding the well, nothing was done.",
  ])("%s", (sentence) => {
    expect(saidIn(sentence, { language: "en" })).toEqual([]);
  });
});

test("a transcript gives each speaker the paragraph that is his", () => {
  const text =
    "“OFFICER: Where were you on Sunday? Who was there?\n\n“LIND: At home. Nobody came.”";
  expect(saidIn(text, { language: "en" }).map(({ source, content }) => [source, content])).toEqual([
    ["OFFICER", "Where were you on Sunday? Who was there?"],
    ["LIND", "At home. Nobody came.”"],
  ]);
});
