// An allegation that is denied must never come out as asserted, however the denial is built.
// Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { readText } from "../../read-text.ts";
import { saidIn } from "../../testing.ts";

/** Stances under which the words that hold the allegation are not the speaker's claim. */
const NOT_ASSERTED = new Set(["denies", "declines"]);

describe("an allegation inside a denial", () => {
  test.each([
    ["The ministry rejected claims that pupils were beaten in the cellar.", "beaten"],
    ["The governor dismissed as lies reports that pupils were beaten.", "beaten"],
    ["The governor dismissed the claim that anyone was tortured as slander.", "tortured"],
    ["She called the allegations of beatings fabricated.", "beatings"],
    ["The ministry called reports that women were sterilised “a lie.”", "sterilised"],
    ["The director denied having tortured the men.", "tortured"],
    ["Officials have rejected accusations of torture.", "torture"],
    ["The deputy refuted a report that the men were tortured.", "tortured"],
    ["The embassy said it was not true that pupils were beaten.", "beaten"],
    ["The spokesman said that reports of forced labour were completely false.", "forced labour"],
    ["There is no evidence that the men were beaten, the ministry said.", "beaten"],
    ["The governor said there was no truth in reports that pupils were beaten.", "beaten"],
    ["The ministry’s denial that pupils were beaten came on Monday.", "beaten"],
    ["The council rejected Lind’s claim that the men were tortured.", "tortured"],
    ["The embassy denied that Lind had said the men were tortured.", "tortured"],
    ["Ana Lind said the mayor denied that pupils were beaten.", "beaten"],
    ["The mayor neither confirmed nor denied that pupils were beaten.", "beaten"],
    ["The mayor did not confirm that pupils were beaten.", "beaten"],
    ["The governor does not believe that pupils were beaten.", "beaten"],
    ["The guards, who deny that pupils were beaten, kept their posts.", "beaten"],
    ["The union disputed a claim that pupils were beaten.", "beaten"],
    ["Both men strongly denied the accusation that pupils were beaten.", "beaten"],
  ])("%s", (sentence, allegation) => {
    const at = sentence.indexOf(allegation);
    const holding = readText(sentence, { language: "en" }).statements.filter(({ content }) =>
      content.some(({ start, end }) => start <= at && at < end),
    );
    const innermost = holding.toSorted(
      (a, b) =>
        (a.content[0]?.end ?? 0) -
        (a.content[0]?.start ?? 0) -
        ((b.content[0]?.end ?? 0) - (b.content[0]?.start ?? 0)),
    )[0];
    expect(innermost?.stance).toSatisfy((stance: string) => NOT_ASSERTED.has(stance));
  });

  test("its act is marked as denied", () => {
    for (const sentence of [
      "The ministry rejected claims that pupils were beaten.",
      "There is no evidence that pupils were beaten, the ministry said.",
      "She called the stories that pupils were beaten inventions and lies.",
    ]) {
      const acts = readText(sentence, { language: "en" }).acts;
      expect(acts.map(({ act, denied }) => [act, denied])).toEqual([["beating", true]]);
    }
  });

  test("does not speak for another inside it", () => {
    expect(
      saidIn("The embassy denied that Lind had said the camps exist.").map(({ source }) => source),
    ).toEqual(["The embassy"]);
  });
});

describe("what only looks like a denial", () => {
  test.each([
    ["Berrick was accused of spreading rumours.", "asserts"],
    ["The ministry did not deny that pupils were beaten.", "asserts"],
    ["Ana Lind said the report was not false.", "asserts"],
    ["Ana Lind said that lies are told in the valley.", "asserts"],
    ["Ana Lind did not call the report false.", "declines"],
  ])("%s", (sentence, stance) => {
    expect(saidIn(sentence, { language: "en" })[0]?.stance).toBe(stance);
  });
});

describe("other stances", () => {
  test.each([
    ["He pleaded not guilty.", "denies"],
    ["The clerk did not respond to requests for comment.", "declines"],
    ["The ministry declined to say how many were held.", "declines"],
    ["The warden regretted that nobody was told.", "admits"],
    ["Researchers predicted that 40 villages would be flooded.", "estimates"],
    ["It was not immediately clear how many were hurt.", "estimates"],
    ["Relatives appealed for help.", "demands"],
    ["Their refusal to open the gate angered the town.", "declines"],
  ])("%s", (sentence, stance) => {
    expect(saidIn(sentence, { language: "en" })[0]?.stance).toBe(stance);
  });
});
