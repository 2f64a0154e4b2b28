// A submission as DOCX.
// Invariant: the same content gives the same bytes; nobody's name and no clock of this machine is inside.
import type * as DocxLibrary from "docx";
import type { Paragraph } from "docx";
import type { Content, ContentField, Run } from "./content.ts";
import { page, Paper, quiet, small, stylesFor } from "./docx-paper.ts";
import { sameBytes } from "./same-bytes.ts";

type Docx = typeof DocxLibrary;

export async function submissionDocx(content: Content): Promise<Uint8Array<ArrayBuffer>> {
  // The library is large, and most days nobody makes a submission.
  const docx = await import("docx");
  const paper = new Paper(docx);
  const { HeadingLevel } = docx;
  const plain = (text: string, color?: string): Paragraph =>
    new docx.Paragraph({
      spacing: { after: 60 },
      children: paper.words(text, color === undefined ? {} : { color }),
    });
  const heading = (text: string, level: "HEADING_1" | "HEADING_2"): Paragraph =>
    new docx.Paragraph({
      heading: HeadingLevel[level],
      keepNext: true,
      children: paper.words(text),
    });
  const sections = content.sections.flatMap((section, i) => [
    heading(`${i + 1}. ${section.title}`, "HEADING_2"),
    ...section.fields.flatMap((field, j) => fieldOf(docx, paper, field, `${i + 1}.${j + 1}`)),
  ]);
  const document = new docx.Document({
    creator: "",
    lastModifiedBy: "",
    title: content.title,
    styles: stylesFor(content.language),
    footnotes: paper.footnotes(content.notes),
    sections: [
      {
        properties: { page },
        footers: { default: paper.foot(content) },
        children: [
          heading(content.title, "HEADING_1"),
          ...content.head.map((text) => plain(text, quiet)),
          ...sections,
          heading(content.annexesTitle, "HEADING_2"),
          ...content.annexes.map((text) => plain(text)),
        ],
      },
    ],
  });
  return sameBytes(new Uint8Array(await docx.Packer.toBuffer(document)));
}

function fieldOf(docx: Docx, paper: Paper, field: ContentField, number: string): Paragraph[] {
  const label = paper.words(`${number} ${field.label}`, { size: small, bold: true, color: quiet });
  return [
    new docx.Paragraph({ keepNext: true, spacing: { before: 140, after: 20 }, children: label }),
    ...field.lines.flatMap(paragraphs).map(
      (line) =>
        new docx.Paragraph({
          spacing: { after: 40 },
          indent: { start: 360 },
          children: line.flatMap((run) => paper.run(run)),
        }),
    ),
  ];
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
