import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellOptions, parseCell, parseCells } from "./parse-cell.ts";
import { readNumber } from "./read-number.ts";
import { propertyOf, schemas } from "./schemas.ts";
import { present } from "./testing.ts";
import { value } from "./value.ts";

const cell = (name: string, text: string, options?: CellOptions) => {
  const [schema = "", property = ""] = name.split(".");
  return parseCell(present(propertyOf(schema, property)), text, options);
};

describe("a cell", () => {
  it("keeps a name as written, with its script", () => {
    expect(cell("Person.name", " Сауле Тестова ")).toEqual({
      kind: "name",
      text: "Сауле Тестова",
      script: "Cyrl",
    });
    expect(cell("Person.name", "萨乌列", { lang: "zh", role: "official" })).toEqual({
      kind: "name",
      text: "萨乌列",
      script: "Hani",
      lang: "zh",
      role: "official",
    });
  });

  it("becomes a date with its words, and both dates where it can be read two ways", () => {
    expect(cell("Person.birthDate", "1961-03-05")).toEqual({ kind: "date", edtf: "1961-03-05" });
    expect(cell("Episode.from", "в начале 2018 года")).toEqual({
      kind: "date",
      edtf: "2018-37",
      words: "в начале 2018 года",
    });
    expect(cell("Episode.from", "03/04/2018")).toMatchObject({ edtf: "[2018-03-04,2018-04-03]" });
    expect(cell("Episode.from", "03/04/2018", { dateOrder: "mdy" })).toMatchObject({
      edtf: "2018-03-04",
    });
    expect(cell("Episode.from", "03/04/2018", { dateOrder: "dmy" })).toMatchObject({
      edtf: "2018-04-03",
    });
    expect(cell("Episode.from", "some day")).toEqual({ error: "date-not-understood" });
  });

  it.each([
    ["ж", "female"],
    ["Male", "male"],
    ["女", "female"],
    ["ئەر", "male"],
    ["ер", "male"],
  ])("reads %s as %s", (text, code) => {
    expect(cell("Person.sex", text)).toEqual({
      kind: "code",
      vocabulary: "sex",
      code,
      words: text,
    });
  });

  it("keeps the words of a term it does not know under `other`, and refuses where there is no such term", () => {
    expect(cell("Episode.statedReason", "a lamp in the window")).toEqual({
      kind: "code",
      vocabulary: "reason",
      code: "other",
      words: "a lamp in the window",
    });
    expect(cell("Episode.warrant", "a lamp in the window")).toEqual({ error: "term-unknown" });
  });

  it("resolves a place only where one place bears the name", () => {
    expect(cell("Person.origin", "Шәуешек")).toEqual({
      kind: "place",
      text: "Шәуешек",
      code: "654201",
    });
    expect(cell("Person.origin", "和田")).toEqual({ kind: "place", text: "和田" });
    expect(cell("Person.citizenship", "РК")).toEqual({ kind: "place", text: "РК", code: "KZ" });
  });

  it("gives ID numbers as text: the vault seals them", () => {
    expect(cell("Person.idNumber", "650102198001011234")).toEqual({
      kind: "text",
      text: "650102198001011234",
    });
  });

  it("reads ages and refuses what is none", () => {
    expect(cell("Person.age", "45 лет")).toEqual({ kind: "age", years: 45 });
    expect(cell("Person.age", "45岁", { asOf: "2018" })).toEqual({
      kind: "age",
      years: 45,
      asOf: "2018",
    });
    for (const text of ["1973", "131", "old", "45 or 46 or 47"])
      expect(cell("Person.age", text)).toEqual({ error: "cell-not-an-age" });
  });

  it("reads sentences in years unless the cell says otherwise", () => {
    expect(cell("Episode.sentence", "15")).toEqual({
      kind: "number",
      low: 15,
      high: 15,
      unit: "years",
    });
    expect(cell("Episode.sentence", "15 лет")).toMatchObject({ low: 15, unit: "years" });
    expect(cell("Episode.sentence", "18个月")).toMatchObject({ low: 18, unit: "months" });
    expect(cell("Episode.sentence", "3 years 6 months")).toMatchObject({
      low: 42,
      high: 42,
      unit: "months",
    });
    expect(cell("Episode.sentence", "十五年")).toMatchObject({
      low: 15,
      unit: "years",
      words: "十五年",
    });
    expect(cell("Episode.sentence", "life")).toEqual({ error: "cell-not-a-number" });
  });

  it.each(["", "  ", "-", "—", "–"])("is empty: %j", (text) => {
    expect(cell("Person.name", text)).toEqual({ error: "cell-empty" });
  });

  it("is refused when it is too long, and never cut", () => {
    expect(cell("Person.name", "а".repeat(10_000))).toEqual({ error: "cell-too-long" });
    expect(cell("Person.note", "а".repeat(20_001))).toEqual({ error: "cell-too-long" });
  });

  it("cannot point to another record", () => {
    expect(cell("Episode.person", "Сауле")).toEqual({ error: "cell-not-from-a-table" });
  });

  it("is cut into values only where a property may have many", () => {
    const name = present(propertyOf("Person", "name"));
    expect(
      parseCells(name, "Saule Testova; Сауле Тестова").map((v) => "text" in v && v.text),
    ).toEqual(["Saule Testova", "Сауле Тестова"]);
    expect(parseCells(present(propertyOf("Person", "address")), "Lane 1; door 2")).toHaveLength(1);
    expect(parseCells(name, " ; ")).toEqual([{ error: "cell-empty" }]);
  });

  it("gives a valid value or a coded error for every property and any text", () => {
    const properties = schemas.flatMap((s) => s.properties);
    fc.assert(
      fc.property(
        fc.constantFrom(...properties),
        fc.oneof(
          fc.string(),
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.constantFrom("12", "1e9", "5–7", "2018", "年", "无"),
        ),
        (property, text) => {
          const result = parseCell(property, text);
          if ("error" in result) expect(result.error).toMatch(/^(?:cell|date|term)-/u);
          else expect(value.safeParse(result).success).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a quantity", () => {
  it.each([
    ["1,200", { low: 1200, high: 1200 }],
    ["1 200", { low: 1200, high: 1200 }],
    ["1.5 million", { low: 1.5e6, high: 1.5e6 }],
    ["1,5 млн", { low: 1.5e6, high: 1.5e6 }],
    ["10万", { low: 1e5, high: 1e5 }],
    ["5-7", { low: 5, high: 7 }],
    ["from 5 to 7", { low: 5, high: 7 }],
    ["between 800,000 and 2 million", { low: 8e5, high: 2e6 }],
    ["about 1,000", { low: 1000, high: 1000, hedge: "about" }],
    ["около 20 человек", { low: 20, high: 20, hedge: "about" }],
    ["более 100", { low: 100, hedge: "more than" }],
    ["100多人", { low: 100, hedge: "more than" }],
    ["at least 40", { low: 40, hedge: "at least" }],
    ["не менее 40", { low: 40, hedge: "at least" }],
    ["up to 60", { high: 60, hedge: "at most" }],
    ["less than 60", { high: 60, hedge: "less than" }],
  ])("%s", (words, parts) => {
    expect(readNumber(words)).toEqual({ kind: "number", ...parts, words });
  });

  it.each(["many", "", "7-5", "1 2 3", "5 of 7", "9".repeat(300)])("is not there: %s", (words) => {
    expect(readNumber(words)).toBeNull();
  });

  it("never claims a closed end for an open hedge", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("more than", "over", "at least", "более", "свыше", "超过"),
        fc.nat(1_000_000),
        (hedge, n) => {
          expect(readNumber(`${hedge} ${n}`)).not.toHaveProperty("high");
        },
      ),
    );
  });
});
