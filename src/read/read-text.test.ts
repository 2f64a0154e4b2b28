// The two invented articles of testing-articles.ts, read whole.
import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";
import type { MaskKind } from "./reading.ts";
import { CROSSING_TEXT, VALLEY_TEXT } from "./testing-articles.ts";
import { saidIn, wordsOf } from "./testing.ts";

function masked(text: string, kind: MaskKind): string[] {
  return readText(text)
    .mask.filter((span) => span.kind === kind)
    .map(({ start, end }) => text.slice(start, end));
}

describe("an article without date or footer", () => {
  const options = { name: "press-rferl-2021-03-14.txt" };

  test("its headline, caption and dateline stand apart from the body", () => {
    expect(masked(VALLEY_TEXT, "headline")).toEqual([
      "Valley Families Ask Ministry To Find Missing Sons In 'Training Schools'",
    ]);
    expect(masked(VALLEY_TEXT, "caption")).toEqual([
      "Families wait outside a closed gate in the town of Ostrava Dol.",
    ]);
    expect(masked(VALLEY_TEXT, "dateline")).toEqual(["KARAGOL -- "]);
    expect(masked(VALLEY_TEXT, "boilerplate")).toEqual(["Accessibility links", "Breaking News"]);
  });

  test("publisher and date are proposals that say where they come from", () => {
    const { meta } = readText(VALLEY_TEXT, options);
    expect(meta.publisher).toMatchObject({
      value: "RFE/RL",
      rule: "file name, also told the outlet",
    });
    expect(meta.date).toMatchObject({
      value: "2021-03-14",
      rule: "file name, also the same day in the text",
    });
    expect(meta.date?.confidence).toBeLessThan(0.85);
    expect(readText(VALLEY_TEXT).meta.date).toBeUndefined();
  });

  test("relative dates stay words when the publication date is only a guess", () => {
    const dates = readText(VALLEY_TEXT, options).dates;
    expect(
      dates.find(({ start, end }) => VALLEY_TEXT.slice(start, end) === "January last year")?.edtf,
    ).toBeNull();
    const known = readText(VALLEY_TEXT, { published: "2021-03-14" }).dates;
    expect(
      known.find(({ start, end }) => VALLEY_TEXT.slice(start, end) === "January last year")?.edtf,
    ).toBe("2020-01");
  });

  test.each([
    ["Dozens of families from the northern valley of Tesk", "to find their sons", "demands"],
    ["three former pupils", "about the months they spent", "asserts"],
    ["They", "they were beaten, kept in metal cages", "asserts"],
    ["The head of the Tesk Families Union, Marat Olen", "refusal to open a single door", "asserts"],
    ["The deputy governor of Tesk, Ilan Voss", "the stories about pupils", "denies"],
    ["Lawyers for the Open Gate Centre", "an estimated 4,000 pupils", "asserts"],
    ["The ministry", "the schools are prisons", "denies"],
    ["The ministry", "craft and language program", "asserts"],
  ])("%s is heard", (source, content, stance) => {
    expect(saidIn(VALLEY_TEXT, options)).toContainEqual(
      expect.objectContaining({ source, content: expect.stringContaining(content), stance }),
    );
  });

  test("an outlet told something is the addressee", () => {
    const told = saidIn(VALLEY_TEXT).find(({ source }) => source.includes("Ilan Voss"));
    expect(told?.suggestion.addressee && wordsOf(VALLEY_TEXT, [told.suggestion.addressee])).toBe(
      "RFE/RL",
    );
  });

  test("an act inside a denial is never left asserted", () => {
    const acts = readText(VALLEY_TEXT).acts;
    const inDenial = acts.filter(
      ({ start }) =>
        start > VALLEY_TEXT.indexOf("The deputy governor") &&
        start < VALLEY_TEXT.indexOf("Lawyers for"),
    );
    expect(inDenial.length).toBeGreaterThan(0);
    expect(inDenial.every(({ denied }) => denied)).toBe(true);
    const beaten = acts.find(({ start, end }) => VALLEY_TEXT.slice(start, end) === "beaten");
    expect(beaten).toMatchObject({ act: "beating", denied: false, negated: false });
  });
});

describe("an article inside its page's furniture", () => {
  test("metadata comes out whole", () => {
    const { meta } = readText(CROSSING_TEXT);
    expect(meta.headline?.value).toBe("The Quiet Crossing at Lake Sarn");
    expect(meta.publisher?.value).toBe("Hill Lake Review");
    expect(meta.date).toMatchObject({ value: "2017-04-03", rule: "date line" });
    expect(meta.author?.value).toBe("Kit Brandt");
  });

  test("the body is the article and nothing else", () => {
    const body = masked(CROSSING_TEXT, "body").join("\n");
    expect(body.startsWith("Fishermen are increasingly")).toBe(true);
    expect(body.endsWith("The Harbour Post writes.")).toBe(true);
    expect(body).not.toMatch(/Photo by|Donate|Pier Diaries|newsletter/);
    expect(masked(CROSSING_TEXT, "standfirst")).toEqual([
      "A small town weighs its trade with the far shore against its own missing people.",
    ]);
  });

  test("no suggestion touches boilerplate", () => {
    const reading = readText(CROSSING_TEXT);
    const furniture = reading.mask.filter(({ kind }) => kind === "boilerplate");
    const spans = [
      ...reading.statements.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
      ...reading.mentions,
      ...reading.figures,
      ...reading.acts,
      ...reading.dates,
    ];
    expect(spans.length).toBeGreaterThan(20);
    expect(
      spans.filter((span) =>
        furniture.some(({ start, end }) => span.start < end && start < span.end),
      ),
    ).toEqual([]);
  });

  test.each([
    ["the Far Shore Watch", "Fishermen are increasingly being turned back", "asserts"],
    ["the Port Authority", "the accounts", "denies"],
    ["harbour officials", "the existence of “waiting houses”", "admits"],
    ["the Lake Courier", "The Port Authority today dismissed a call", "asserts"],
    ["The Port Authority", "a call by envoy Lena Harrow", "denies"],
    ["The authority", "smugglers are trying to frighten", "asserts"],
    ["FSW", "the main targets are students", "asserts"],
    [
      "Petra Nils, director of the Lake Studies Centre at Sarn College in Old Pier",
      "I was told the question",
      "asserts",
    ],
    ["a court in Sarn", "to return a boatman", "declines"],
  ])("%s is heard", (source, content, stance) => {
    expect(saidIn(CROSSING_TEXT)).toContainEqual(
      expect.objectContaining({ source, content: expect.stringContaining(content), stance }),
    );
  });

  test("a speaker lost on the way is flagged and never guessed", () => {
    const lost = saidIn(CROSSING_TEXT).filter(({ suggestion }) => suggestion.speakerLost);
    expect(lost.map(({ source, cue }) => [source, cue])).toEqual([
      ["", "writes"],
      ["which", "notes"],
    ]);
  });

  test("every statement names its rule and lies in a band that fits its confidence", () => {
    for (const { rule, confidence, band } of readText(CROSSING_TEXT).statements) {
      expect(rule).not.toBe("");
      expect(band).toBe(confidence >= 0.85 ? "A" : confidence >= 0.5 ? "B" : "C");
    }
  });

  test("the same text gives the same ids", () => {
    const ids = (): string[] => {
      const { statements, mentions, figures, dates, acts } = readText(CROSSING_TEXT);
      return [statements, mentions, figures, dates, acts].flat().map(({ id }) => id);
    };
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
  });
});

test("a language without a pack is not analysed, which is not nothing said", () => {
  const reading = readText(
    "Le ministre a déclaré que les routes de la vallée étaient fermées depuis lundi. Les habitants attendent encore des nouvelles de leurs proches.",
  );
  expect(reading.language).toBe("fr");
  expect(reading.pack).toBeNull();
  expect(reading.statements).toEqual([]);
});
