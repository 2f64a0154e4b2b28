// Sentences are our own; the counts in them are invented.
import { describe, expect, test } from "vitest";
import { readText } from "../read-text.ts";
import { wordsOf } from "../testing.ts";

function figure(text: string): Record<string, unknown> | undefined {
  const [found] = readText(text, { language: "en" }).figures;
  if (!found) return undefined;
  return {
    words: wordsOf(text, [found]),
    hedge: found.hedge,
    low: found.low,
    high: found.high,
    unit: found.unit,
    of: found.of ? wordsOf(text, [found.of]) : undefined,
    by: wordsOf(text, found.asserter),
  };
}

test.each([
  [
    "An estimated 4,000 pupils were held.",
    { words: "An estimated 4,000 pupils", hedge: "about", low: 4000, high: 4000 },
  ],
  [
    "At least 12 detainees were moved.",
    { words: "At least 12 detainees", hedge: "at-least", low: 12, high: null, unit: "persons" },
  ],
  [
    "Up to 3 million people live there.",
    { words: "Up to 3 million people", hedge: "at-most", low: null, high: 3e6, unit: "persons" },
  ],
  ["More than two hundred families left.", { hedge: "more-than", low: 200, high: null }],
  [
    "Between 900 and 1,200 prisoners were counted.",
    { hedge: "range", low: 900, high: 1200, unit: "persons" },
  ],
  ["Some 1 to 3 million villagers moved.", { hedge: "range", low: 1e6, high: 3e6 }],
  [
    "Dozens of women waited.",
    { words: "Dozens of women", hedge: "vague", low: 24, high: null, unit: "persons" },
  ],
  ["Tens of thousands of letters came.", { hedge: "vague", low: 20_000, high: null }],
  [
    "About 30 percent of the 12- thousand population left.",
    {
      words: "About 30 percent of the 12- thousand population",
      hedge: "about",
      low: 30,
      high: 30,
      unit: "percent",
      of: "12- thousand population",
    },
  ],
  [
    "Forty-two boats were turned back.",
    { words: "Forty-two boats", low: 42, high: 42, unit: "boats" },
  ],
  ["They paid $2.5 million.", { words: "$2.5 million", low: 2.5e6, unit: "USD" }],
  ["Twenty-one teachers were named.", { low: 21, unit: "persons" }],
])("%s", (text, expected) => {
  expect(figure(text)).toMatchObject(expected);
});

test.each([
  "The school was closed in 2017 and opened again on 14 March.",
  "He left at 10:30 and took room 12.",
  "One of them came back.",
])("%s holds no figure", (text) => {
  expect(figure(text)).toBeUndefined();
});

describe("who asserts a figure", () => {
  test("the speaker it stands under", () => {
    expect(figure("Lawyers for the centre said about 900 pupils were held.")).toMatchObject({
      by: "Lawyers for the centre",
      low: 900,
    });
  });

  test("nobody but the text when no statement is around it", () => {
    expect(figure("About 900 pupils were held.")).toMatchObject({ by: "" });
  });
});

describe("other languages", () => {
  test.each([
    [
      "Под стражей около 1 200 человек, сказал адвокат.",
      "ru",
      { words: "около 1 200 человек", hedge: "about", low: 1200, high: 1200 },
    ],
    ["Более 3 млн мусульман живут в области.", "ru", { hedge: "more-than", low: 3e6, high: null }],
    ["Сотни людей ждали у ворот.", "ru", { hedge: "vague", low: 200, high: null }],
    ["Около 30 процентов жителей уехали.", "ru", { unit: "percent", low: 30 }],
    ["Лагерьде кемінде 40 адам отыр.", "kk", { hedge: "at-least", low: 40, high: null }],
    ["Мыңдаған адам күтті.", "kk", { hedge: "vague", low: 2000 }],
    ["Kampta yaklaşık 40 kişi var.", "tr", { hedge: "about", low: 40, high: 40 }],
    ["Yüzlerce aile bekledi.", "tr", { hedge: "vague", low: 200 }],
    [
      "律师说，约1200名妇女被关押。",
      "zh",
      { words: "约1200名妇女", hedge: "about", low: 1200, high: 1200, unit: "persons", by: "律师" },
    ],
    ["至少三百人失踪。", "zh", { hedge: "at-least", low: 300, high: null, unit: "persons" }],
    ["超过100万人被关押。", "zh", { hedge: "more-than", low: 1e6, high: null }],
  ])("%s", (text, language, expected) => {
    const [found] = readText(text, { language }).figures;
    expect(
      found && { ...found, words: wordsOf(text, [found]), by: wordsOf(text, found.asserter) },
    ).toMatchObject(expected);
  });

  test.each([
    ["Его увезли 14 марта 2017 года.", "ru"],
    ["Оны 2017 жылы алып кетті.", "kk"],
    ["2017 yılında götürüldü.", "tr"],
    ["2017年3月14日，他被带走。", "zh"],
  ])("%s holds no figure", (text, language) => {
    expect(readText(text, { language }).figures).toEqual([]);
  });
});
