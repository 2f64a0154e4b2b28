// A submission as DOCX.
// Invariant: the same content gives the same bytes; nobody's name and no clock of this machine is inside.
import type { IParagraphOptions, Paragraph as ParagraphType } from "docx";
import { frame, type Language } from "../../act/index.ts";
import type { Content, Run } from "./content.ts";
import { sameBytes } from "./same-bytes.ts";
import { stretches } from "./script-runs.ts";

const faces = {
  ascii: "Noto Serif",
  hAnsi: "Noto Serif",
  cs: "Noto Naskh Arabic",
  eastAsia: "Noto Serif CJK SC",
};
const small = 18;
const quiet = "5A5A5A";

export async function submissionDocx(content: Content): Promise<Uint8Array<ArrayBuffer>> {
  // The library is large, and most days nobody makes a submission.
  const docx = await import("docx");
  const { Document, Footer, FootnoteReferenceRun, Packer, PageNumber, Paragraph, TextRun } = docx;
  const runs = (text: string, more: { size?: number; bold?: boolean; color?: string } = {}) =>
    stretches(text).map(
      (part) =>
        new TextRun({
          text: part.text,
          ...more,
          ...(part.script === "arabic"
            ? { rightToLeft: true, sizeComplexScript: more.size ?? 23 }
            : {}),
        }),
    );
  const withNotes = ({ text, notes = [], quiet: isQuiet }: Run) => [
    ...runs(text, isQuiet === true ? { color: quiet } : {}),
    ...notes.map((number) => mark(number)),
  ];
  // Word processors count references themselves: a second one to a note would get a number of its own.
  const marked = new Set<number>();
  const mark = (number: number) => {
    if (marked.has(number)) return new TextRun({ text: String(number), superScript: true });
    marked.add(number);
    return new FootnoteReferenceRun(number);
  };
  const paragraph = (options: IParagraphOptions): ParagraphType => new Paragraph(options);
  const lines = content.sections.flatMap((section, i) => [
    paragraph({
      heading: docx.HeadingLevel.HEADING_2,
      keepNext: true,
      children: runs(`${i + 1}. ${section.title}`),
    }),
    ...section.fields.flatMap((field, j) => [
      paragraph({
        keepNext: true,
        spacing: { before: 140, after: 20 },
        children: runs(`${i + 1}.${j + 1} ${field.label}`, {
          size: small,
          bold: true,
          color: quiet,
        }),
      }),
      ...field.lines.flatMap((line) =>
        paragraphs(line).map((part) =>
          paragraph({
            spacing: { after: 40 },
            indent: { start: 360 },
            children: part.flatMap(withNotes),
          }),
        ),
      ),
    ]),
  ]);
  const [first = "", second = ""] = frame("foot.page", content.language as Language).split(
    "{page}",
  );
  const [middle = "", end = ""] = second.split("{pages}");
  const document = new Document({
    creator: "",
    lastModifiedBy: "",
    title: content.title,
    styles: {
      default: {
        document: {
          run: {
            size: 22,
            font: faces,
            language: { value: content.language, eastAsia: "zh-CN", bidirectional: "ug-CN" },
          },
        },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading2: {
          run: { size: 24, bold: true },
          paragraph: { spacing: { before: 320, after: 80 } },
        },
      },
    },
    footnotes: Object.fromEntries(
      content.notes.map((text, i) => [
        i + 1,
        { children: [paragraph({ children: runs(text, { size: small }) })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_134, bottom: 1_134, left: 1_247, right: 1_247 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              paragraph({
                children: [
                  new TextRun({
                    size: 16,
                    color: quiet,
                    children: [
                      `${content.foot} · ${first}`,
                      PageNumber.CURRENT,
                      middle,
                      PageNumber.TOTAL_PAGES,
                      end,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          paragraph({ heading: docx.HeadingLevel.HEADING_1, children: runs(content.title) }),
          ...content.head.map((text) =>
            paragraph({ spacing: { after: 60 }, children: runs(text, { color: quiet }) }),
          ),
          ...lines,
          paragraph({
            heading: docx.HeadingLevel.HEADING_2,
            keepNext: true,
            children: runs(content.annexesTitle),
          }),
          ...content.annexes.map((text) =>
            paragraph({ spacing: { after: 60 }, children: runs(text) }),
          ),
        ],
      },
    ],
  });
  return sameBytes(new Uint8Array(await Packer.toBuffer(document)));
}

/** The group's own words may hold several paragraphs. */
function paragraphs(line: readonly Run[]): Run[][] {
  const [one, ...more] = line;
  if (one === undefined || more.length > 0 || !one.text.includes("\n")) return [[...line]];
  return one.text
    .split("\n")
    .filter((text) => text.trim() !== "")
    .map((text) => [{ ...one, text }]);
}
