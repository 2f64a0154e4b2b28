import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOf } from "./address.ts";
import type { Lane } from "./items.ts";
import { inOrder, lookOf, marksOf, pointedAt, wordsOf } from "./marks-of.ts";
import { blocksOf } from "./segments.ts";
import type { Layers } from "./segments.ts";
import type { Block, Decisions, Mark, MaskKind, Reading, StatementSuggestion } from "./spans.ts";

const bare: Layers = { mask: [], passages: [], marks: [], pages: [], cues: [] };
const textOf = (text: string, block: Block): string =>
  block.segments.map((s) => text.slice(s.start, s.end)).join("");
const spanOf = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe("blocks of a text", () => {
  it("ends paragraphs at blank lines and keeps single line ends inside them", () => {
    const text = "One line\nand the next.\n\n \t\nTwo.\n";
    expect(blocksOf(text, bare).map((b) => text.slice(b.start, b.end))).toEqual([
      "One line\nand the next.",
      "Two.",
    ]);
  });

  it("sets a line of another kind apart", () => {
    const text = "Home · Donate\nALMATY — Families came.";
    const mask = [
      { ...spanOf(text, "Home · Donate"), kind: "boilerplate" as const },
      { ...spanOf(text, "ALMATY — Families came."), kind: "body" as const },
    ];
    expect(blocksOf(text, { ...bare, mask }).map((b) => b.kind)).toEqual(["boilerplate", "body"]);
  });

  it("takes a paragraph for what most of it is, whatever its first words are", () => {
    const text = "ALMATY — Families came to the consulate and asked for answers.";
    const mask = [
      { ...spanOf(text, "ALMATY —"), kind: "dateline" as const },
      {
        ...spanOf(text, "Families came to the consulate and asked for answers."),
        kind: "body" as const,
      },
    ];
    expect(blocksOf(text, { ...bare, mask }).map((b) => b.kind)).toEqual(["body"]);
  });

  it("gives each run exactly the marks that stand over it", () => {
    const text = "A consul called the reports invented.";
    const outer: Mark = {
      id: "a",
      role: "content",
      ...spanOf(text, "called the reports invented"),
    };
    const inner: Mark = { id: "b", role: "name", ...spanOf(text, "reports") };
    const [block] = blocksOf(text, { ...bare, marks: [inner, outer] });
    expect(
      block?.segments.map((s) => [text.slice(s.start, s.end), s.marks.map((m) => m.id)]),
    ).toEqual([
      ["A consul ", []],
      ["called the ", ["a"]],
      ["reports", ["a", "b"]],
      [" invented", ["a"]],
      [".", []],
    ]);
  });

  it("carries a mark over a paragraph's end", () => {
    const text = "first\n\nsecond";
    const blocks = blocksOf(text, {
      ...bare,
      marks: [{ id: "a", role: "here", start: 2, end: 9 }],
    });
    expect(blocks.flatMap((b) => b.segments).map((s) => s.marks.length)).toEqual([0, 1, 1, 0]);
  });

  it("writes Uyghur from the right and keeps a Chinese name inside it in its own language", () => {
    const text = "گۈلمىرا دېدى 古丽米拉 دېدى";
    const han = spanOf(text, "古丽米拉");
    const passages = [
      { start: 0, end: han.start, language: "ug", script: "Arab" },
      { ...han, language: "zh", script: "Hans" },
      { start: han.end, end: text.length, language: "ug", script: "Arab" },
    ];
    const [block] = blocksOf(text, { ...bare, passages });
    expect(block?.dir).toBe("rtl");
    expect(block?.segments.map((s) => [s.lang, s.dir])).toEqual([
      ["ug", "rtl"],
      ["zh", "ltr"],
      ["ug", "rtl"],
    ]);
  });

  it("begins a block at every page and every subtitle", () => {
    const text = "one two three";
    const two = text.indexOf("two");
    const blocks = blocksOf(text, {
      ...bare,
      pages: [
        { start: 0, end: two },
        { start: two, end: text.length },
      ],
      cues: [{ start: two, end: text.length, startMs: 61_000, endMs: 64_000 }],
    });
    expect(blocks.map((b) => [b.page, b.startMs])).toEqual([
      [1, undefined],
      [2, 61_000],
    ]);
  });

  it("draws a paragraph of a hundred thousand letters in joined parts and never cuts a character", () => {
    const text = "𐰴".repeat(50_000);
    const blocks = blocksOf(text, bare);
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.map((b) => b.joined).indexOf(true)).toBe(1);
    expect(blocks.every((b) => textOf(text, b).isWellFormed())).toBe(true);
  });

  it("loses no letter and shows none twice, whatever stands over the text", () => {
    const letters = fc.constantFrom("a", "б", "中", "گ", " ", "\n", "\n\n", "\r\n", "𐰴", "\t");
    const span = fc
      .tuple(fc.nat(80), fc.nat(40))
      .map(([start, length]) => ({ start, end: start + length }));
    const kinds = fc.constantFrom<MaskKind>("body", "boilerplate", "headline");
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 60 }).map((parts) => parts.join("")),
        fc.array(span, { maxLength: 8 }),
        fc.array(span, { maxLength: 4 }),
        kinds,
        (text, marked, framed, kind) => {
          const marks = marked.map((s, i): Mark => ({ ...s, id: String(i), role: "content" }));
          const blocks = blocksOf(text, {
            mask: framed.map((s) => ({ ...s, kind })),
            passages: framed.map((s, i) => ({
              ...s,
              language: "ug",
              script: i % 2 === 0 ? "Arab" : "Latn",
            })),
            marks,
            pages: framed,
            cues: framed.map((s) => ({ ...s, startMs: s.start, endMs: s.end })),
          });
          let at = 0;
          for (const block of blocks) {
            expect(text.slice(at, block.start).trim()).toBe("");
            expect(textOf(text, block)).toBe(text.slice(block.start, block.end));
            at = block.end;
            for (const s of block.segments) {
              const over = marks.filter(
                (m) => m.end > m.start && m.start < s.end && m.end > s.start,
              );
              expect(s.marks.map((m) => m.id).toSorted()).toEqual(over.map((m) => m.id).toSorted());
            }
          }
          expect(text.slice(at).trim()).toBe("");
        },
      ),
    );
  });
});

describe("marks", () => {
  const text = "Mr. Hao denied it. Two women said they knelt.";
  const statement = (id: string, speaker: string, content: string): StatementSuggestion => ({
    id,
    source: [spanOf(text, speaker)],
    cue: [],
    content: [spanOf(text, content)],
    mode: "paraphrase",
    stance: "asserts",
    act: "say",
    rule: "test",
    confidence: 1,
    band: "A",
  });
  const late = statement("late", "Two women", "they knelt");
  const early = statement("early", "Mr. Hao", "it");
  const reading = {
    statements: [late, early],
    mentions: [],
    figures: [],
    acts: [],
    dates: [],
  } as unknown as Reading;
  const nothing = { lanes: new Set<Lane>(), notOffered: [], made: [], here: null };
  const lookOver = (marks: readonly Mark[], ...rest: [Decisions, string | null]) =>
    lookOf({ marks, start: 12, end: 14 }, ...rest);

  it("puts suggestions in the order of the document", () => {
    expect(inOrder([late, early]).map((s) => s.id)).toEqual(["early", "late"]);
  });

  it("gives every part of a suggestion a mark with its stance", () => {
    const marks = marksOf(reading, nothing);
    expect(marks.map((m) => `${m.id} ${m.role} ${m.stance}`).toSorted()).toEqual([
      "early content asserts",
      "early speaker asserts",
      "late content asserts",
      "late speaker asserts",
    ]);
  });

  it("draws what is accepted, not what was turned down, and brings the one in hand to the front", () => {
    const outer: Mark = { id: "outer", role: "content", stance: "asserts", start: 0, end: 40 };
    const inner: Mark = { id: "inner", role: "content", stance: "denies", start: 10, end: 20 };
    const accepted = { inner: { state: "accepted" as const } };
    const rejected = { inner: { state: "rejected" as const } };
    expect(lookOver([outer, inner], accepted, null).classes).toBe(
      "reader-run--content reader-run--denies reader-run--accepted reader-run--deep",
    );
    expect(lookOver([outer, inner], rejected, null).classes).toBe(
      "reader-run--content reader-run--asserts",
    );
    expect(lookOver([outer, inner], {}, "outer").classes).toBe(
      "reader-run--content reader-run--asserts reader-run--on reader-run--deep",
    );
    expect(lookOver([inner], rejected, null).classes).toBe("");
  });

  it("puts a bracket where a quotation inside another one begins and where it ends", () => {
    const outer: Mark = { id: "outer", role: "content", start: 0, end: 40 };
    const inner: Mark = { id: "inner", role: "content", start: 10, end: 20, inside: true };
    const over = (start: number, end: number) =>
      lookOf({ marks: [outer, inner], start, end }, {}, null).classes;
    expect(over(10, 15)).toMatch(/--opens/);
    expect(over(10, 15)).not.toMatch(/--closes/);
    expect(over(15, 20)).toMatch(/--closes/);
    expect(lookOf({ marks: [outer], start: 0, end: 40 }, {}, null).classes).not.toMatch(
      /--opens|--closes|--deep/,
    );
  });

  it("gives every lane its own sign, where the mark begins, and says what is denied", () => {
    const mark: Mark = { id: "act", role: "act", start: 12, end: 20, denied: true };
    const first = lookOf({ marks: [mark], start: 12, end: 14 }, {}, null).classes;
    expect(first.split(" ")).toEqual(
      expect.arrayContaining(["reader-run--act", "reader-run--act-sign", "reader-run--denied"]),
    );
    expect(lookOf({ marks: [mark], start: 14, end: 20 }, {}, null).classes).not.toMatch(/-sign/);
  });

  it("draws what was made until its suggestion is drawn, and the lanes that are shown", () => {
    const made = [
      { id: "clm_1", record: "rec_1", schema: "Person", start: 0, end: 3, suggestion: "late" },
      { id: "clm_2", record: "rec_1", schema: "Person", start: 0, end: 3 },
      { id: "clm_3", record: "rec_2", schema: "Figure", start: 4, end: 9, suggestion: "many" },
    ];
    const figures = [{ id: "many", start: 4, end: 9 }] as unknown as Reading["figures"];
    const drawn = (lanes: readonly Lane[]) =>
      marksOf(
        { ...reading, figures },
        { ...nothing, made, lanes: new Set(lanes), notOffered: ["many"] },
      ).filter(({ role }) => role === "made" || role === "figure");
    expect(drawn([]).map(({ id }) => id)).toEqual(["made:clm_2", "made:clm_3"]);
    expect(drawn(["figures"])).toMatchObject([{ id: "many", denied: true }, { id: "made:clm_2" }]);
  });

  it("means the innermost of what stands over a word, and never the passage one came for", () => {
    const outer: Mark = { id: "outer", role: "content", start: 0, end: 40 };
    const inner: Mark = { id: "inner", role: "speaker", start: 10, end: 20 };
    const name: Mark = { id: "name", role: "name", start: 12, end: 14 };
    const here: Mark = { id: "here", role: "here", start: 12, end: 13 };
    expect(pointedAt([outer, inner, here])).toBe("inner");
    expect(pointedAt([outer, inner, name])).toBe("name");
    expect(pointedAt([{ ...inner, id: "said by", start: 0, end: 40 }, outer])).toBe("outer");
    expect(pointedAt([here])).toBeUndefined();
  });

  it("joins parts of a quotation and takes line ends out of it", () => {
    const torn = "“one\n two” he said “three”";
    expect(wordsOf(torn, [spanOf(torn, "“one\n two”"), spanOf(torn, "“three”")])).toBe(
      "“one two” … “three”",
    );
  });
});

describe("the place in an address", () => {
  it("reads offsets and rows, and takes nothing else for a place", () => {
    expect(placeOf("120-180")).toEqual({ kind: "text", start: 120, end: 180 });
    expect(placeOf("row:7")).toEqual({ kind: "row", row: 7 });
    for (const wrong of [undefined, "", "180-120", "5-5", "row:0", "-1-4", "1-99999999999"])
      expect(placeOf(wrong)).toBeNull();
  });
});
