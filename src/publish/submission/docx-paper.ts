// The pieces a submission's DOCX is put together from: stretches of text, footnotes, the foot of a page, styles.
// Invariant: each stretch has a face with its letters and runs its own way; a footnote is referred to once, later marks repeat its number.
import type * as DocxLibrary from "docx";
import type { Footer, Paragraph, ParagraphChild } from "docx";
import { frame, type Language } from "../../act/index.ts";
import type { Content, Run } from "./content.ts";
import { stretches } from "./script-runs.ts";

type Docx = typeof DocxLibrary;
export interface Look {
  /** In half points. */
  readonly size?: number;
  readonly bold?: true;
  readonly color?: string;
}

export const quiet = "5A5A5A";
export const small = 18;
const faces = {
  ascii: "Noto Serif",
  hAnsi: "Noto Serif",
  cs: "Noto Naskh Arabic",
  eastAsia: "Noto Serif CJK SC",
};

export class Paper {
  readonly #docx: Docx;
  readonly #marked = new Set<number>();
  constructor(docx: Docx) {
    this.#docx = docx;
  }

  words(text: string, look: Look = {}): ParagraphChild[] {
    return stretches(text).map(
      (part) =>
        new this.#docx.TextRun({
          text: part.text,
          ...look,
          ...(part.script === "arabic"
            ? { rightToLeft: true, sizeComplexScript: look.size ?? 23 }
            : {}),
        }),
    );
  }

  run({ text, notes = [], quiet: isQuiet }: Run): ParagraphChild[] {
    const words = this.words(text, isQuiet === true ? { color: quiet } : {});
    return [...words, ...notes.map((number) => this.#mark(number))];
  }

  /** Word processors count references themselves: a second one to a note would get a number of its own. */
  #mark(number: number): ParagraphChild {
    const { FootnoteReferenceRun, TextRun } = this.#docx;
    if (this.#marked.has(number)) return new TextRun({ text: String(number), superScript: true });
    this.#marked.add(number);
    return new FootnoteReferenceRun(number);
  }

  footnotes(notes: readonly string[]): Record<string, { children: Paragraph[] }> {
    const { Paragraph } = this.#docx;
    const texts = notes.map(
      (text) => new Paragraph({ children: this.words(text, { size: small }) }),
    );
    return Object.fromEntries(texts.map((paragraph, i) => [i + 1, { children: [paragraph] }]));
  }

  foot({ foot, language }: Content): Footer {
    const { Footer, PageNumber, Paragraph, TextRun } = this.#docx;
    const [before = "", rest = ""] = frame("foot.page", language as Language).split("{page}");
    const [middle = "", after = ""] = rest.split("{pages}");
    const children = [
      `${foot} · ${before}`,
      PageNumber.CURRENT,
      middle,
      PageNumber.TOTAL_PAGES,
      after,
    ];
    const run = new TextRun({ size: 16, color: quiet, children });
    return new Footer({ children: [new Paragraph({ children: [run] })] });
  }
}

export const stylesFor = (language: string) => ({
  default: {
    document: {
      run: {
        size: 22,
        font: faces,
        language: { value: language, eastAsia: "zh-CN", bidirectional: "ug-CN" },
      },
    },
    heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { after: 120 } } },
    heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 320, after: 80 } } },
  },
});

/** A4, in twentieths of a point. */
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_134, bottom: 1_134, left: 1_247, right: 1_247 },
};
