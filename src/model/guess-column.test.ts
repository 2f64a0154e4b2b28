import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessColumn } from "./guess-column.ts";
import { present } from "./testing.ts";

const guessed = (header: string, samples: readonly string[] = []) => {
  const guess = guessColumn(header, samples);
  return guess === null ? null : `${guess.schema}.${guess.property}`;
};

describe("a column", () => {
  it.each([
    ["Full name", "Person.name"],
    ["ФИО", "Person.name"],
    ["Аты-жөні", "Person.name"],
    ["姓名", "Person.name"],
    ["ئىسمى", "Person.name"],
    ["D.O.B.", "Person.birthDate"],
    ["Дата рождения", "Person.birthDate"],
    ["Туған күні", "Person.birthDate"],
    ["出生日期", "Person.birthDate"],
    ["تۇغۇلغان ۋاقتى", "Person.birthDate"],
    ["Gender", "Person.sex"],
    ["Пол", "Person.sex"],
    ["жынысы", "Person.sex"],
    ["性别", "Person.sex"],
    ["جىنسى", "Person.sex"],
    ["Date of detention", "Episode.from"],
    ["Дата задержания", "Episode.from"],
    ["Ұсталған күні", "Episode.from"],
    ["被捕时间", "Episode.from"],
    ["تۇتۇلغان ۋاقتى", "Episode.from"],
    ["Place of detention", "Episode.place"],
    ["Reason", "Episode.statedReason"],
    ["Suspected reason", "Episode.suspectedReason"],
    ["Status", "Episode.kind"],
    ["Sentence", "Episode.sentence"],
    ["刑期", "Episode.sentence"],
    ["ID number", "Person.idNumber"],
    ["身份证号码", "Person.idNumber"],
    ["Testifier", "Statement.speaker"],
    ["Relation to victim", "Statement.relation"],
    ["Health status", "Person.health"],
    ["№", "Person.listNumber"],
  ])("headed %s holds %s", (header, property) => expect(guessed(header)).toBe(property));

  it("says which record of the row an episode's column fills", () => {
    expect(guessColumn("Date of detention", [])?.options).toEqual({ part: "taken", kind: "taken" });
    expect(guessColumn("Reason", [])?.options).toEqual({ part: "taken", kind: "taken" });
    expect(guessColumn("Sentence", [])?.options).toEqual({ part: "sentenced", kind: "sentenced" });
    expect(guessColumn("Release date", [])?.options).toEqual({
      part: "released",
      kind: "released",
    });
    expect(guessColumn("Status", [])?.options).toEqual({ part: "status" });
  });

  it("carries the language its heading names", () => {
    expect(guessColumn("Name (Chinese)", [])).toMatchObject({
      property: "name",
      options: { lang: "zh" },
    });
    expect(guessColumn("Имя по-русски", [])).toMatchObject({
      property: "name",
      options: { lang: "ru" },
    });
  });

  it("is judged by its cells where a heading means two things", () => {
    expect(guessed("Nationality", ["Kazakh", "Uyghur", "Hui"])).toBe("Person.ethnicity");
    expect(guessed("Nationality", ["Kazakhstan", "China"])).toBe("Person.citizenship");
  });

  it("of eighteen-figure numbers is sealed whatever its heading", () => {
    for (const header of ["Note", "number", "Name", ""]) {
      expect(guessed(header, ["650102198001011234", "65010219800101123X"])).toBe("Person.idNumber");
    }
  });

  it("learns from its cells whether day or month comes first", () => {
    expect(guessColumn("Date of birth", ["25/03/1961", "01/02/1970"])?.options).toEqual({
      dateOrder: "dmy",
    });
    expect(guessColumn("Date of birth", ["03/25/1961", "01/02/1970"])?.options).toEqual({
      dateOrder: "mdy",
    });
    expect(guessColumn("Date of birth", ["03/04/1961"])?.options).toBeUndefined();
  });

  it("loses confidence where its cells do not fit its heading", () => {
    const fitting = present(guessColumn("Date of birth", ["1961", "1970-05"]));
    const strange = present(guessColumn("Date of birth", ["teacher", "farmer"]));
    expect(strange.confidence).toBeLessThan(fitting.confidence / 2);
  });

  it("without a heading is known by shapes only one property has", () => {
    expect(guessed("", ["m", "f", "f"])).toBe("Person.sex");
    expect(guessed("column 7", ["Uyghur", "Kazakh"])).toBe("Person.ethnicity");
    expect(guessed("column 8", ["lorem", "12", "?"])).toBeNull();
  });

  it("gets an answer or none, whatever its heading and cells", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.array(fc.string(), { maxLength: 5 }),
        (header, samples) => {
          const guess = guessColumn(header, samples);
          if (guess !== null) expect(guess.confidence).toBeGreaterThan(0);
          expect(guess === null || guess.confidence <= 1).toBe(true);
        },
      ),
    );
  });
});
