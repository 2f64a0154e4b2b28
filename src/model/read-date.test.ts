import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDates, formatDate, overlaps, parseDate } from "./date.ts";
import { readDate } from "./read-date.ts";
import { present } from "./testing.ts";

const edtfs = (words: string, lang?: string) => readDate(words, lang).map((p) => p.edtf);

const cases: readonly [string, string][] = [
  ["2018", "2018"],
  ["2018-03-05", "2018-03-05"],
  ["05.03.2018", "2018-03-05"],
  ["5.3.18", "2018-03-05"],
  ["5.3.1961", "1961-03-05"],
  ["2018.03.05", "2018-03-05"],
  ["2018/3/5", "2018-03-05"],
  ["20180305", "2018-03-05"],
  ["03.2018", "2018-03"],
  ["2018.03", "2018-03"],
  ["25/03/2018", "2018-03-25"],
  ["03/25/2018", "2018-03-25"],
  ["March 2018", "2018-03"],
  ["5 March 2018", "2018-03-05"],
  ["March 5th, 2018", "2018-03-05"],
  ["05-Mar-2018", "2018-03-05"],
  ["Mar-18", "2018-03"],
  ["in the summer of 2018", "2018-22"],
  ["early 2018", "2018-37"],
  ["mid-2018", "2018-38"],
  ["late 2018", "2018-39"],
  ["the end of March 2018", "[2018-03-21..2018-03-31]"],
  ["early March 2018", "[2018-03-01..2018-03-10]"],
  ["second quarter of 2018", "2018-34"],
  ["Q2 2018", "2018-34"],
  ["2018 Q4", "2018-36"],
  ["first half of 2018", "2018-40"],
  ["about 2018", "2018~"],
  ["c. 1961", "1961~"],
  ["2018?", "2018?"],
  ["perhaps March 2018", "2018-03?"],
  ["before March 2018", "[..2018-02]"],
  ["before 1 March 2020", "[..2020-02-29]"],
  ["prior to 2018", "[..2017]"],
  ["no later than March 2018", "[..2018-03]"],
  ["after 2018", "[2019..]"],
  ["after December 2018", "[2019-01..]"],
  ["after spring 2018", "[2018-06..]"],
  ["since March 2018", "2018-03/.."],
  ["until 2018", "../2018"],
  ["between March and May 2018", "[2018-03..2018-05]"],
  ["between 5 and 10 March 2018", "[2018-03-05..2018-03-10]"],
  ["between late 2017 and early 2018", "[2017-09..2018-04]"],
  ["from March 2018 to May 2019", "2018-03/2019-05"],
  ["March-May 2018", "2018-03/2018-05"],
  ["2017-2018", "2017/2018"],
  ["2017–2018", "2017/2018"],
  ["May or June 2018", "[2018-05,2018-06]"],
  ["late September or early October 2018", "[2018-09-21..2018-09-30,2018-10-01..2018-10-10]"],
  ["mid-March 2018", "[2018-03-11..2018-03-20]"],
  ["Oct 10-15, 2017", "2017-10-10/2017-10-15"],
  ["Winter 2017-2018", "[2017-12..2018-02]"],
  ["зима 2017/18", "[2017-12..2018-02]"],
  ["Thu, 5 April 2018", "2018-04-05"],
  ["2018-03-01 00:00:00", "2018-03-01"],
  ["2018-03-01T00:00:00Z", "2018-03-01"],
  ["17 мая 2017-го года", "2017-05-17"],
  ["the 1960s", "196X"],
  ["unknown", "XXXX"],
  ["март 2018", "2018-03"],
  ["5 марта 2018 г.", "2018-03-05"],
  ["5 мая 2018 года", "2018-05-05"],
  ["в начале 2018 года", "2018-37"],
  ["конец марта 2018", "[2018-03-21..2018-03-31]"],
  ["летом 2018", "2018-22"],
  ["весной 2018 года", "2018-21"],
  ["до марта 2018", "[..2018-02]"],
  ["после 2018 года", "[2019..]"],
  ["около 2018", "2018~"],
  ["между мартом и маем 2018", "[2018-03..2018-05]"],
  ["с марта по май 2018", "2018-03/2018-05"],
  ["с марта 2018 до мая 2019", "2018-03/2019-05"],
  ["второй квартал 2018", "2018-34"],
  ["II квартал 2018", "2018-34"],
  ["не позднее мая 2018", "[..2018-05]"],
  ["1960-е", "196X"],
  ["неизвестно", "XXXX"],
  ["наурыз 2018", "2018-03"],
  ["2018 жылғы 5 наурыз", "2018-03-05"],
  ["2018 жылдың наурызында", "2018-03"],
  ["2018 жылдың басында", "2018-37"],
  ["2018 жылға дейін", "[..2017]"],
  ["2018 жылдан кейін", "[2019..]"],
  ["шамамен 2018 жыл", "2018~"],
  ["2018 жылдың көктемінде", "2018-21"],
  ["2018 жылдың екінші тоқсаны", "2018-34"],
  ["белгісіз", "XXXX"],
  ["2018年", "2018"],
  ["2018年3月", "2018-03"],
  ["2018年3月5日", "2018-03-05"],
  ["二〇一八年三月十五日", "2018-03-15"],
  ["2018年初", "2018-37"],
  ["2018年3月底", "[2018-03-21..2018-03-31]"],
  ["2018年3月中旬", "[2018-03-11..2018-03-20]"],
  ["2018年上半年", "2018-40"],
  ["2018年第二季度", "2018-34"],
  ["2018年春天", "2018-21"],
  ["2018年3月左右", "2018-03~"],
  ["2018年以前", "[..2017]"],
  ["2018年3月以后", "[2018-04..]"],
  ["2018年3月到5月", "2018-03/2018-05"],
  ["1980年代", "198X"],
  ["不详", "XXXX"],
  ["2018-يىلى 3-ئاينىڭ 5-كۈنى", "2018-03-05"],
  ["2018-يىلى 3-ئاي", "2018-03"],
];

describe("dates in words", () => {
  it.each(cases)("%s", (words, edtf) => {
    expect(edtfs(words)[0]).toBe(edtf);
  });

  it("keeps both readings where day and month could change places", () => {
    expect(edtfs("03/04/2018")).toEqual(["2018-04-03", "2018-03-04"]);
    expect(edtfs("03/04/2018", "en-US")).toEqual(["2018-03-04", "2018-04-03"]);
    expect(edtfs("03.04.2018")).toEqual(["2018-04-03"]);
    expect(edtfs("04/04/2018")).toEqual(["2018-04-04"]);
  });

  it.each([
    "",
    "soon",
    "31.02.2018",
    "2018-02-30",
    "13.13.2018",
    "March",
    "5",
    "the 45th of May 2018",
    "2018 2019",
    "between 2018",
    "summer 1980s",
    "summer 2018 5 day",
    "5 2018",
    "summer 2017-2018",
    "12:30",
    "март мая",
    "2018年13月",
    "99999",
    "after before 2018",
    "May 2019 to May 2018",
    "10 2017",
  ])("says nothing to what it does not understand: %s", (words) =>
    expect(edtfs(words)).toEqual([]),
  );
});

describe("for every text", () => {
  const pieces = fc.constantFrom(
    ...cases.flatMap(([words]) => words.split(/(?<=[\s年月-])/u)),
    "-",
    "/",
    "..",
    "X",
    "~",
    "[",
    "]",
    "٣",
    "\u202e",
  );
  const mixed = fc.array(pieces, { maxLength: 8 }).map((p) => p.join(""));

  it("what is proposed is valid, and reading it again proposes the same", () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string()), (words) => {
        for (const { edtf, label } of readDate(words)) {
          expect(present(parseDate(edtf)).label).toBe(label);
          expect(edtfs(edtf)).toEqual([edtf]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("checking, wording, comparing and overlapping never throw", () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string()), fc.oneof(mixed, fc.string()), (a, b) => {
        expect(typeof formatDate(a)).toBe("string");
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  it("the words of an exact date read back as that date", () => {
    const days = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2100-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom(4, 7, 10), (date, length) => {
        const edtf = date.toISOString().slice(0, length);
        expect(edtfs(formatDate(edtf))).toEqual([edtf]);
      }),
    );
  });
});
