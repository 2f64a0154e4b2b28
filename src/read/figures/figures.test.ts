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
  [
    "Between 800,000 and 2 million people were held.",
    {
      words: "Between 800,000 and 2 million people",
      hedge: "range",
      low: 800_000,
      high: 2e6,
      unit: "persons",
    },
  ],
  [
    "Between 900 and possibly more than 1,200 pupils were held.",
    {
      words: "Between 900 and possibly more than 1,200 pupils",
      hedge: "range",
      low: 900,
      high: 1200,
    },
  ],
  ["No fewer than 40 women came.", { words: "No fewer than 40 women", hedge: "at-least", low: 40 }],
  ["Some 1.5m people left.", { hedge: "about", low: 1.5e6, high: 1.5e6 }],
  ["Several hundred villagers left.", { hedge: "vague", low: 300, high: null, unit: "persons" }],
  ["Hundreds of thousands of villagers left.", { hedge: "vague", low: 200_000, high: null }],
  ["Millions more were moved.", { words: "Millions more", hedge: "vague", low: 2e6, high: null }],
  ["A dozen men came.", { words: "A dozen men", low: 12, high: 12 }],
  ["About two dozen men came.", { hedge: "about", low: 24, high: 24 }],
  ["A 22- million population lives there.", { words: "22- million population", low: 22e6 }],
  ["40 or so villagers left.", { words: "40 or so villagers", hedge: "about", low: 40 }],
  ["40 or more villagers left.", { hedge: "at-least", low: 40, high: null }],
  ["Two-thirds of the pupils left.", { low: 66.7, unit: "percent", of: "pupils" }],
  ["Half of the villagers left.", { low: 50, unit: "percent", of: "villagers" }],
  ["One in four villagers left.", { words: "One in four villagers", low: 25, unit: "percent" }],
  [
    "A quarter of the 4,000-strong population left.",
    { low: 25, unit: "percent", of: "4,000-strong population" },
  ],
  ["They are 45 percent of Sarn's 24 million people.", { of: "Sarn's 24 million people" }],
  ["The road is on a 1,000-kilometer border.", { low: 1000, unit: "kilometer" }],
  ["It cost 12 million yuan.", { low: 12e6, unit: "CNY" }],
  ["The town has a population of 40,000.", { words: "population of 40,000", unit: "persons" }],
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

test("reports without an author have a name of their own", () => {
  expect(figure("Reports of guards detaining large numbers of pupils have spread.")).toMatchObject({
    words: "large numbers of pupils",
    low: null,
    high: null,
    by: "Reports",
  });
});

describe("where and when a figure holds", () => {
  function held(text: string, language = "en", published?: string): [string, string | undefined] {
    const [found] = readText(text, { language, ...(published ? { published } : {}) }).figures;
    return [found?.place ? wordsOf(text, [found.place]) : "", found?.asOf];
  }

  test.each([
    ["As of March 2018, 12,000 pupils were held in Kashgar.", "Kashgar", "2018-03"],
    ["In 2017 about 900 villagers were moved.", "", "2017"],
    ["About 900 villagers were moved from Kashgar to Almaty.", "Kashgar", undefined],
    ["About 900 villagers were moved. In 2017 they left Kashgar.", "", undefined],
    ["Since 2015 about 900 villagers were moved.", "", undefined],
    ["He got a 10-year sentence in Kashgar in 2017.", "", undefined],
  ])("%s", (text, place, asOf) => {
    expect(held(text)).toEqual([place, asOf]);
  });

  test("a relative date counts only when it is resolved", () => {
    const text = "Last month 900 pupils were held in Kashgar.";
    expect(held(text, "en", "2019-11-27")).toEqual(["Kashgar", "2019-10"]);
    expect(held(text)).toEqual(["Kashgar", undefined]);
  });

  test("in Russian the one place and date of the sentence", () => {
    expect(held("В марте 2018 года в Кашгаре держали 900 человек.", "ru")).toEqual([
      "Кашгаре",
      "2018-03",
    ]);
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
    [
      "Под стражей от 800 тысяч до 2 миллионов человек.",
      "ru",
      { words: "от 800 тысяч до 2 миллионов человек", hedge: "range", low: 800_000, high: 2e6 },
    ],
    ["Не менее 40 женщин пропали.", "ru", { hedge: "at-least", low: 40, high: null }],
    ["Не более 40 женщин пришли.", "ru", { hedge: "at-most", low: null, high: 40 }],
    ["В лагерях 10–15 тысяч человек.", "ru", { hedge: "range", low: 10_000, high: 15_000 }],
    ["Десятки тысяч людей ждали.", "ru", { hedge: "vague", low: 20_000, high: null }],
    ["Ждали двадцать пять человек.", "ru", { low: 25, unit: "persons" }],
    ["Полтора миллиона человек ждали.", "ru", { low: 1.5e6 }],
    ["Треть жителей уехала.", "ru", { low: 33.3, unit: "percent" }],
    ["40 мыңға жуық адам ұсталды.", "kk", { hedge: "about", low: 40_000, unit: "persons" }],
    [
      "Лагерьде 800 мыңнан 2 миллионға дейін адам отыр.",
      "kk",
      { hedge: "range", low: 800_000, high: 2e6 },
    ],
    ["Жүзден астам әйел жоғалды.", "kk", { hedge: "more-than", low: 100 }],
    ["Жиырма бес адам ұсталды.", "kk", { low: 25 }],
    ["Халықтың 40 пайызы кетті.", "kk", { low: 40, unit: "percent" }],
    [
      "Kampta 800 bin ile 2 milyon arasında kişi var.",
      "tr",
      { hedge: "range", low: 800_000, high: 2e6 },
    ],
    ["40 binden fazla kişi geldi.", "tr", { hedge: "more-than", low: 40_000, high: null }],
    ["En az 40 kadın kayboldu.", "tr", { hedge: "at-least", low: 40 }],
    ["Yirmi beş kişi geldi.", "tr", { low: 25, unit: "persons" }],
    ["On binlerce kişi geldi.", "tr", { hedge: "vague", low: 10_000 }],
    ["Nüfusun yüzde 40’ı gitti.", "tr", { low: 40, unit: "percent" }],
    ["有80万至200万人被关押。", "zh", { hedge: "range", low: 800_000, high: 2e6 }],
    ["数十万人被关押。", "zh", { hedge: "vague", low: 200_000, high: null }],
    ["二十五名妇女失踪。", "zh", { low: 25, unit: "persons" }],
    ["三分之一的居民离开。", "zh", { low: 33.3, unit: "percent" }],
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
    ["Ей двадцать пять лет.", "ru"],
    ["Один человек ждал.", "ru"],
    ["Bir kişi geldi.", "tr"],
    ["Ол жиырма бес жаста.", "kk"],
  ])("%s holds no figure", (text, language) => {
    expect(readText(text, { language }).figures).toEqual([]);
  });
});
