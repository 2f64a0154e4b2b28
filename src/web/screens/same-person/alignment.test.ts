import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignmentOf } from "./alignment.ts";

describe("the names of a pair, word by word", () => {
  it("sets each word beside its counterpart as it is written, with its rules", () => {
    const found = alignmentOf({
      left: "Дархан Тілеубекұлы",
      right: "Дархан Тлеубек",
      lines: [
        "Very likely the same name (91 of 100). That does not make them one person.",
        "дархан and дархан: the same word.",
        "тілеубекұлы and тлеубек: very likely the same word (89 of 100).",
        "  і: a vowel stands on one side only.",
        "  л: a consonant stands on one side only.",
        "Neither word is a common name, so the likeness counts for more.",
      ],
    });
    expect(found).toEqual({
      verdict: "Very likely the same name (91 of 100). That does not make them one person.",
      words: [
        { left: "Дархан", right: "Дархан", answer: "the same word", rules: [] },
        {
          left: "Тілеубекұлы",
          right: "Тлеубек",
          answer: "very likely the same word (89 of 100)",
          rules: ["і: a vowel stands on one side only.", "л: a consonant stands on one side only."],
        },
      ],
      notes: ["Neither word is a common name, so the likeness counts for more."],
    });
  });

  it("keeps a word without a counterpart among the notes", () => {
    const missing = "sattar (second) has no counterpart on the right.";
    const found = alignmentOf({
      left: "Aygul Sattar",
      right: "Aygul",
      lines: ["Compatible.", "aygul and aygul: the same word.", missing],
    });
    expect(found.words).toHaveLength(1);
    expect(found.notes).toEqual([missing]);
  });

  it("leaves a sentence it cannot read among the notes, with what belongs to it", () => {
    expect(
      alignmentOf({
        left: "A",
        right: "B",
        lines: ["Different.", "No letters.", "  Nothing read."],
      }),
    ).toEqual({ verdict: "Different.", words: [], notes: ["No letters.", "Nothing read."] });
    expect(alignmentOf({ left: "", right: "", lines: [] })).toEqual({
      verdict: "",
      words: [],
      notes: [],
    });
  });

  it("does not take a letter that changes its length in small print for another", () => {
    const found = alignmentOf({
      left: "İİ Ali",
      right: "Ali",
      lines: ["Same.", "ali and ali: the same word."],
    });
    expect(found.words[0]?.left.toLowerCase()).toBe("ali");
  });

  it("loses no sentence, whatever the lines", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (lines) => {
        const { verdict, words, notes } = alignmentOf({ left: "A B", right: "C D", lines });
        const kept = words.length + words.flatMap(({ rules }) => rules).length + notes.length;
        expect(kept).toBe(Math.max(0, lines.length - 1));
        expect(verdict).toBe(lines[0] ?? "");
      }),
    );
  });
});
