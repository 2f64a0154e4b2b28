// Sentences are our own.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText } from "../read-text.ts";
import { edtfDay, isoDateIn } from "./iso-date.ts";
import { writtenDates } from "./written-date.ts";

function dates(text: string, published?: string, language = "en"): [string, string | null][] {
  return readText(text, { language, ...(published ? { published } : {}) }).dates.map(
    ({ start, end, edtf }) => [text.slice(start, end), edtf],
  );
}

test.each([
  ["He left on 14 March 2017 by boat.", [["14 March 2017", "2017-03-14"]]],
  ["He left on March 14, 2017.", [["March 14, 2017", "2017-03-14"]]],
  ["It began in early 2018 there.", [["early 2018", "2018-01/2018-04"]]],
  ["It ended in late March 2018 there.", [["late March 2018", "2018-03-21/2018-03-28"]]],
  ["She was held from 2015 to 2017 there.", [["from 2015 to 2017", "2015/2017"]]],
  ["She has lived here since 2015.", [["2015", "2015/.."]]],
  ["It was built before 1990.", [["1990", "../1990"]]],
  ["In the summer of 2016 the road was open.", [["summer of 2016", "2016-22"]]],
  ["In the 1990s the school was new.", [["the 1990s", "199X"]]],
  ["The list is from March 2016.", [["March 2016", "2016-03"]]],
] as [string, [string, string][]][])("%s", (text, expected) => {
  expect(dates(text)).toEqual(expected);
});

test.each([
  ["They met last month.", "last month", "2021-02"],
  ["They met three days ago.", "three days ago", "2021-03-11"],
  ["They met in January last year.", "January last year", "2020-01"],
  ["They met on March 3 there.", "March 3", "2021-03-03"],
  ["They met on December 30 there.", "December 30", "2020-12-30"],
  ["They met on Friday.", "Friday", "2021-03-12"],
  ["They met yesterday.", "yesterday", "2021-03-13"],
  ["Earlier this year they met.", "Earlier this year", "2021"],
])("%s is resolved against a known day only", (text, words, edtf) => {
  expect(dates(text, "2021-03-14")).toEqual([[words, edtf]]);
  expect(dates(text)).toEqual([[words, null]]);
});

test.each([
  "They waited for several days.",
  "He may come in.",
  "They march at night.",
  "It took two years.",
  "Room 2017 was empty.",
])("%s holds no date", (text) => {
  expect(dates(text, "2021-03-14")).toEqual([]);
});

test("full dates are read in the other languages", () => {
  expect(
    dates("Его увезли 14 марта 2017 года из дома.", undefined, "ru").map(([, edtf]) => edtf),
  ).toEqual(["2017-03-14"]);
  expect(
    dates("2017年3月14日，他被带走，家人没有消息。", undefined, "zh").map(([, edtf]) => edtf),
  ).toEqual(["2017-03-14"]);
  expect(
    dates("Оны 2017 жылғы 14 наурызда алып кетті.", undefined, "kk").map(([, edtf]) => edtf),
  ).toEqual(["2017-03-14"]);
  expect(
    dates("14 Mart 2017 tarihinde götürüldü.", undefined, "tr").map(([, edtf]) => edtf),
  ).toEqual(["2017-03-14"]);
});

describe("days that exist", () => {
  test("every real day survives, no other does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1850, max: 2099 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const real = new Date(Date.UTC(year, month - 1, day));
          const exists =
            month >= 1 &&
            month <= 12 &&
            day >= 1 &&
            real.getUTCMonth() === month - 1 &&
            real.getUTCDate() === day;
          expect(edtfDay(year, month, day) !== null).toBe(exists);
        },
      ),
    );
  });

  test("a day written in words is read back", () => {
    const months = [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
          const iso = date.toISOString().slice(0, 10);
          expect(
            writtenDates(`Seen on ${day} ${months[month]} ${year}.`).map(({ edtf }) => edtf),
          ).toEqual([iso]);
          expect(isoDateIn(date.toISOString())).toBe(iso);
        },
      ),
    );
  });
});

test.each([
  ["Её увезли 27 ноября ночью.", "27 ноября ночью", "2020-11-27"],
  ["В прошлом месяце суд отложили.", "В прошлом месяце", "2021-02"],
  ["Три дня назад она приехала.", "Три дня назад", "2021-03-11"],
  ["Её отпустили в августе прошлого года из лагеря.", "в августе прошлого года", "2020-08"],
  ["Вчера он звонил.", "Вчера", "2021-03-13"],
])("%s is resolved against a known day only", (text, words, edtf) => {
  expect(dates(text, "2021-03-14", "ru")).toEqual([[words, edtf]]);
  expect(dates(text, undefined, "ru")).toEqual([[words, null]]);
});

test.each([
  ["Это было в марте 2018 года в городе.", "в марте 2018 года", "2018-03"],
  ["Она живёт здесь с 2015 года одна.", "2015 года", "2015/.."],
  ["Это было осенью 2017 года в городе.", "осенью 2017 года", "2017-23"],
])("%s needs no known day", (text, words, edtf) => {
  expect(dates(text, undefined, "ru")).toEqual([[words, edtf]]);
});

test("a length of time is no date in Russian either", () => {
  expect(dates("Они ждали несколько дней, а сейчас ушли.", "2021-03-14", "ru")).toEqual([]);
});

describe("Kazakh, Turkish and Chinese", () => {
  test.each([
    ["kk", "Бұл 2018 жылғы наурызда болды.", "2018 жылғы наурызда", "2018-03"],
    ["kk", "Бұл 2017 жылдың күзінде болды.", "2017 жылдың күзінде", "2017-23"],
    ["kk", "Ол 2015 жылдан бері осында.", "2015 жылдан бері", "2015/.."],
    ["kk", "Ол 2015 жылы келді.", "2015 жылы", "2015"],
    ["tr", "Olay Mart 2018'de oldu.", "Mart 2018'de", "2018-03"],
    ["tr", "Olay 2017 sonbaharında oldu.", "2017 sonbaharında", "2017-23"],
    ["tr", "2015'ten beri burada.", "2015'ten beri", "2015/.."],
    ["tr", "2015 yılında geldi.", "2015 yılında", "2015"],
    ["zh", "事情发生在2018年3月。", "2018年3月", "2018-03"],
    ["zh", "她自2015年以来住在这里。", "自2015年以来", "2015/.."],
    ["zh", "他2016年秋天回来。", "2016年秋天", "2016-23"],
    ["zh", "他2016年回来。", "2016年", "2016"],
  ])("%s: %s needs no known day", (language, text, words, edtf) => {
    expect(dates(text, undefined, language)).toEqual([[words, edtf]]);
  });

  test.each([
    ["kk", "Ол кеше келді.", "кеше", "2021-03-13"],
    ["kk", "Ол өткен айда келді.", "өткен айда", "2021-02"],
    ["kk", "Ол үш күн бұрын келді.", "үш күн бұрын", "2021-03-11"],
    ["kk", "Ол былтыр тамызда келді.", "былтыр тамызда", "2020-08"],
    ["kk", "Ол 27 қарашада келді.", "27 қарашада", "2020-11-27"],
    ["tr", "Dün geldi.", "Dün", "2021-03-13"],
    ["tr", "O geçen ay geldi.", "geçen ay", "2021-02"],
    ["tr", "O üç gün önce geldi.", "üç gün önce", "2021-03-11"],
    ["tr", "O 27 Kasım'da geldi.", "27 Kasım'da", "2020-11-27"],
    ["zh", "他昨天回来。", "昨天", "2021-03-13"],
    ["zh", "他三天前回来。", "三天前", "2021-03-11"],
    ["zh", "他去年8月回来。", "去年8月", "2020-08"],
    ["zh", "他11月27日回来。", "11月27日", "2020-11-27"],
  ])("%s: %s is resolved against a known day only", (language, text, words, edtf) => {
    expect(dates(text, "2021-03-14", language)).toEqual([[words, edtf]]);
    expect(dates(text, undefined, language)).toEqual([[words, null]]);
  });

  test.each([
    ["kk", "Олар үш күн күтті."],
    ["kk", "Лагерьде 2017 адам болды."],
    ["tr", "Üç gün beklediler."],
    ["zh", "他们等了三天。"],
  ])("%s: %s holds no date", (language, text) => {
    expect(dates(text, "2021-03-14", language)).toEqual([]);
  });
});
