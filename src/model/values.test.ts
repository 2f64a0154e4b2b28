import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draft } from "./entry.ts";
import { ModelError } from "./errors.ts";
import { fold } from "./fold.ts";
import { say } from "./messages.ts";
import { parseBody } from "./parse-body.ts";
import { claimNo, recordNo } from "./testing.ts";
import { valueText } from "./value-text.ts";
import { type Value, comparable, sameValue } from "./value.ts";

describe("saying the same", () => {
  it("does not depend on the words a value came in", () => {
    expect(
      sameValue({ kind: "date", edtf: "2018", words: "в 2018" }, { kind: "date", edtf: "2018" }),
    ).toBe(true);
    expect(
      sameValue(
        { kind: "place", text: "Chöchek", code: "654201" },
        { kind: "place", text: "塔城市", code: "654201" },
      ),
    ).toBe(true);
  });

  it("takes two `other` terms for one only in the same words", () => {
    const other = (words: string): Value => ({
      kind: "code",
      vocabulary: "reason",
      code: "other",
      words,
    });
    expect(sameValue(other("A lamp"), other("a lamp"))).toBe(true);
    expect(sameValue(other("a lamp"), other("a drum"))).toBe(false);
  });

  it("never takes values of two kinds for one", () => {
    expect(comparable({ kind: "text", text: "2018" })).not.toBe(
      comparable({ kind: "date", edtf: "2018" }),
    );
  });
});

describe("the text of a value", () => {
  const texts: readonly [Value, string][] = [
    [{ kind: "name", text: "Сауле Тестова" }, "Сауле Тестова"],
    [{ kind: "date", edtf: "2018-37", words: "в начале 2018" }, "early 2018"],
    [{ kind: "date", edtf: "XXXX", words: "in the year of the sheep" }, "in the year of the sheep"],
    [{ kind: "age", years: 45, asOf: "2018" }, "45 years (2018)"],
    [{ kind: "age", years: 1 }, "1 year"],
    [{ kind: "number", low: 1200, high: 1200, hedge: "about" }, "about 1,200"],
    [{ kind: "number", low: 5, high: 7, unit: "years" }, "5–7 years"],
    [{ kind: "number", low: 100 }, "100 or more"],
    [{ kind: "number", high: 60 }, "60 or fewer"],
    [{ kind: "number", words: "countless" }, "countless"],
    [{ kind: "place", text: "塔城市", code: "654201" }, "塔城市 (Chöchek)"],
    [{ kind: "place", text: "chochek", code: "654201" }, "chochek"],
    [{ kind: "place", text: "the old mill" }, "the old mill"],
    [{ kind: "code", vocabulary: "sex", code: "female", words: "ж" }, "Female"],
    [{ kind: "code", vocabulary: "reason", code: "other", words: "a lamp" }, "a lamp"],
    [{ kind: "ref", record: recordNo(1) }, "another record"],
    [{ kind: "text", text: "as told" }, "as told"],
    [{ kind: "sealed", cipher: "secret", hash: "0".repeat(64) }, "sealed"],
  ];
  it.each(texts)("%j is %s", (value, text) => expect(valueText(value)).toBe(text));

  it("names places and terms in the language asked for", () => {
    expect(valueText({ kind: "place", text: "Tacheng", code: "654201" }, "kk")).toBe(
      "Tacheng (Шәуешек)",
    );
    expect(valueText({ kind: "code", vocabulary: "sex", code: "female" }, "zh")).toBe("女");
  });
});

describe("an entry's body", () => {
  const body = {
    id: claimNo(1),
    record: recordNo(1),
    schema: "Person",
    property: "name",
    value: { kind: "name", text: "Сауле Тестова" },
    source: `src_${"0".repeat(26)}`,
    review: "proposed",
  };

  it("comes through the door as it is", () => {
    const parsed = parseBody("claim.added", body);
    expect(parsed).toEqual(body);
    expect(draft("claim.added", parsed.id, parsed)).toEqual({
      kind: "claim.added",
      subject: body.id,
      body,
    });
  });

  const faults: readonly [string, unknown, string][] = [
    ["a field is missing", { ...body, source: undefined }, "source"],
    ["an id is of another kind", { ...body, record: claimNo(1) }, "record"],
    [
      "a value is too long",
      { ...body, value: { kind: "name", text: "а".repeat(10_000) } },
      "value.text",
    ],
    ["a value is of no kind", { ...body, value: { kind: "secret" } }, "value.kind"],
    ["it is no object", "Сауле Тестова", "(whole body)"],
    ["a field is not known", { ...body, "Сауле Тестова": 1 }, "(whole body)"],
  ];
  it.each(faults)("is refused when %s, without repeating content", (_, input, path) => {
    const error = caught(() => parseBody("claim.added", input));
    expect(error).toMatchObject({ code: "body-invalid", path });
    expect(error.message).not.toContain("Сауле");
  });

  it("is refused for a kind nobody knows", () => {
    expect(caught(() => parseBody("constructor" as never, {})).code).toBe("body-invalid");
  });
});

function caught(run: () => unknown): ModelError {
  try {
    run();
  } catch (error) {
    if (error instanceof ModelError) return error;
  }
  throw new Error("a ModelError was expected");
}

describe("folding", () => {
  it("sets case, accents, points and look-alike letters aside", () => {
    expect(fold("  Ürümqi, CITY ")).toBe("urumqi city");
    expect(fold("Ф.И.О.")).toBe("ф и о");
    expect(fold("Дата рождения：")).toBe("дата рождения");
    expect(fold("Алёна")).toBe(fold("алена"));
    expect(fold("№")).not.toBe("");
  });

  it("keeps letters that tell words apart", () => {
    expect(fold("май")).not.toBe(fold("маи"));
    expect(fold("Қазақ")).not.toBe(fold("Казак"));
  });

  it("is done after once", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(text, (words) => {
        expect(fold(fold(words))).toBe(fold(words));
      }),
    );
  });
});

describe("a message", () => {
  it("picks the form of its count and falls back to English", () => {
    expect(say("value.age", { count: 1, years: 1 }, "xx-unknown")).toBe("1 year");
    expect(say("why.tie", { count: 2 })).toContain("between 2 values");
  });
});
