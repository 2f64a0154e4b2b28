// Names word by word, as they are written, with every sentence of the explanation. Everyone here is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainNames, prepareName } from "../names/index.ts";
import { asWritten, compareNamesView } from "./compared-names.ts";

const view = (left: string, right: string) =>
  compareNamesView(prepareName(left), prepareName(right));

describe("two names word by word", () => {
  it("stand as they are written, with their rules by id and in words", () => {
    const { pairs, verdict } = view("Дархан Тілеубекұлы", "Дархан Тлеубек");
    expect(pairs.map(({ left, right }) => [left, right])).toEqual([
      ["Дархан", "Дархан"],
      ["Тілеубекұлы", "Тлеубек"],
    ]);
    expect(verdict.rule).toMatch(/^band\./);
    expect(pairs[1]?.rules.map(({ rule }) => rule)).toContain("lost.vowel");
    for (const { answer, rules } of pairs)
      for (const { rule, text } of [answer, ...rules]) expect(text).not.toBe(rule);
  });

  it("lose no sentence, whatever the names", () => {
    const name = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("Aygul Sattar", "Айгүл", "", "💠", "İİ Ali", "赛拉·沙吾", "\u202eAli\u0000"),
    );
    fc.assert(
      fc.property(name, name, (left, right) => {
        const shown = view(left, right);
        const said = explainNames(prepareName(left), prepareName(right));
        const sentences = [
          shown.verdict,
          ...shown.pairs.flatMap(({ answer, rules }) => [answer, ...rules]),
          ...shown.notes,
        ];
        const all = [...said.messages, ...said.pairs.flatMap(({ messages }) => messages)];
        expect(sentences.map(({ rule }) => rule).sort()).toEqual(all.map(({ key }) => key).sort());
      }),
    );
  });

  it("do not take a letter that changes its length in small print for another", () =>
    expect(asWritten("ali", "İİ Ali").toLowerCase()).toBe("ali"));
});
