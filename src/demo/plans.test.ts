// The plans against their texts, without a vault: every quote stands where it is said to, every text says it is invented.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type SourceText } from "../collect/index.ts";
import { parseDate, propertyOf, termOf } from "../model/index.ts";
import { textOf } from "../read/index.ts";
import { demoSources } from "./build-demo.ts";
import { prints } from "./cases/copies.ts";
import { DemoError } from "./errors.ts";
import { findPassage } from "./find-passage.ts";
import { headings, listCsv, listRows, rowCount } from "./list/list-rows.ts";
import type { SourcePlan } from "./plan.ts";

const folder = join(import.meta.dirname, "texts");

async function received({ file }: Pick<SourcePlan, "file">): Promise<SourceText> {
  const {
    text,
    cues = [],
    pages = [],
  } = await textOf(await readFile(join(folder, file)), { name: file });
  return { text, cues, pages };
}

/** "Invented" or "for demonstration", in each of the languages. */
const invented =
  /invented|ойдан шығарылған|oidan şyğarylğan|ويدان شىعارىلعان|توقۇلغان|虚构|[Вв]ымышлен/i;

describe.each(demoSources.map((plan) => [plan.key, plan] as const))("the source %s", (_, plan) => {
  it("says that it is invented", async () => {
    expect((await received(plan)).text).toMatch(invented);
  });

  it("carries every passage of its plan", async () => {
    const text = await received(plan);
    const quoted = [
      ...(plan.records ?? []).flatMap((record) => record.claims),
      ...(plan.statements ?? []),
      ...(plan.relays ?? []),
    ];
    for (const one of quoted) {
      const { start = 0, end = 0 } = findPassage(text, one, plan.key);
      expect(text.text.slice(start, end)).toBe(one.quote);
    }
    for (const words of [plan.headline, plan.publisher, plan.author, plan.published?.[1]]) {
      if (words !== undefined) expect(text.text).toContain(words);
    }
  });

  it("gives properties, terms and dates the model knows", () => {
    for (const { schema, claims } of plan.records ?? []) {
      for (const { property, value, knows } of claims) {
        const { type, of } = propertyOf(schema, property) ?? {};
        expect([property, value.kind === "to" ? "ref" : value.kind]).toEqual([property, type]);
        if (value.kind === "code")
          expect([of, termOf(of ?? "", value.code)?.code]).toEqual([of, value.code]);
        if (value.kind === "date") expect([value.edtf, parseDate(value.edtf)]).not.toContain(null);
        if (knows !== undefined) expect(termOf("knows", knows)?.code).toBe(knows);
      }
    }
  });
});

describe("the texts", () => {
  it("are all used, each once", async () => {
    expect(demoSources.map((plan) => plan.file).toSorted()).toEqual(
      (await readdir(folder)).toSorted(),
    );
  });

  it("never take over a sentence of one another, quotations and the two prints of one text apart", async () => {
    const seen = new Map<string, string>();
    for (const plan of demoSources) {
      const { text } = await received(plan);
      const sentences = text
        .split(/(?<=[.!?。؟])\s+|\n+/)
        .map((s) => s.trim())
        .filter((s) => s.length > 90 && !/["«“„]/.test(s) && !invented.test(s));
      for (const sentence of sentences) {
        const before = seen.get(sentence);
        if (prints.includes(plan.key) && prints.includes(before ?? "")) continue;
        expect([plan.key, before]).toEqual([plan.key, undefined]);
        seen.set(sentence, plan.key);
      }
    }
  });
});

describe("a passage", () => {
  const text = { text: "one two three two", cues: [], pages: [] };

  it("is found where its words stand once, or once inside the words around them", () => {
    expect(findPassage(text, { quote: "three" }, "a")).toEqual({
      start: 8,
      end: 13,
      quote: "three",
    });
    expect(findPassage(text, { quote: "two", near: "three two" }, "a")).toMatchObject({
      start: 14,
      end: 17,
    });
  });

  it.each([
    ["words that are not there", { quote: "four" }, "demo/quote-not-found"],
    [
      "words around them that are not there",
      { quote: "two", near: "four two" },
      "demo/quote-not-found",
    ],
    ["words that stand there twice", { quote: "two" }, "demo/quote-not-unique"],
    ["no words", { quote: "" }, "demo/quote-not-found"],
  ])("is refused for %s", (_, quoted, code) => {
    expect(() => findPassage(text, quoted, "a")).toThrow(DemoError);
    expect(() => findPassage(text, quoted, "a")).toThrow(expect.objectContaining({ code }));
  });

  it("in a transcript carries its time code", async () => {
    const plan = demoSources.find((p) => p.file.endsWith(".vtt"));
    const transcript = await received(plan ?? { file: "" });
    expect(
      findPassage(transcript, { quote: "There was no paper and no judge." }, "a"),
    ).toMatchObject({ fromMs: 90_500, toMs: 101_000 });
  });
});

describe("the list", () => {
  it("has three hundred rows of the same width, no two people alike", () => {
    const rows = listRows();
    expect(rows).toHaveLength(rowCount);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([headings.length]));
    expect(new Set(rows.map((row) => row[1])).size).toBe(rowCount);
    expect(rows.map((row) => row[0])).toEqual(
      Array.from({ length: rowCount }, (_, i) => String(i + 1)),
    );
  });

  it("is the same each time, says that it is invented, and has only made-up ID numbers", () => {
    expect(listCsv()).toBe(listCsv());
    expect(listCsv()).toMatch(/invented for demonstration/);
    for (const [, , , , , , , , , id] of listRows()) expect(id).toMatch(/^(?:000000-0000-\d{4})?$/);
  });

  it("has gaps, and dates written in several ways", () => {
    const rows = listRows();
    const dates = rows.map((row) => row[6] ?? "");
    expect(dates.filter((d) => d === "").length).toBeGreaterThan(5);
    for (const way of [
      /^\d\d\.\d\d\.\d{4}$/,
      /^\d{4}-\d\d-\d\d$/,
      /^весна \d{4}$/,
      /^between /,
      /^\d{4}$/,
    ]) {
      expect(dates.some((d) => way.test(d))).toBe(true);
    }
  });
});
