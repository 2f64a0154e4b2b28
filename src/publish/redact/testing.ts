// Invented PDFs for tests, with words in every place where a PDF can hold words. Nobody in them is real.
import * as mupdf from "mupdf";

export interface InventedPdf {
  /** Lines of page one and page two. */
  readonly pages: readonly (readonly string[])[];
  /** Put where no page shows it: author, attachment, bookmark, script, hidden layer, note, tag, metadata. */
  readonly hidden: string;
  /** A picture for page one, at x 60, y 400 from the top, 200 × 150 points. */
  readonly picture?: Uint8Array;
}

export function inventPdf({ pages, hidden, picture }: InventedPdf): Buffer {
  const doc = new mupdf.PDFDocument();
  const font = doc.addSimpleFont(new mupdf.Font("Helvetica"), "Latin");
  const image = picture === undefined ? null : doc.addImage(new mupdf.Image(picture));
  pages.forEach((lines, i) => {
    const text = lines.map((line, n) => `BT /F1 14 Tf 60 ${760 - n * 30} Td (${line}) Tj ET`);
    const drawn = i === 0 && image !== null ? "q 200 0 0 150 60 292 cm /Im1 Do Q" : "";
    const layer = i === 0 ? `/OC /L1 BDC BT /F1 9 Tf 60 60 Td (${hidden}) Tj ET EMC` : "";
    const resources: Record<string, unknown> = { Font: { F1: font } };
    if (drawn !== "") resources["XObject"] = { Im1: image };
    const page = doc.addPage([0, 0, 595, 842], 0, resources, [...text, drawn, layer].join("\n"));
    doc.insertPage(-1, page);
  });
  const root = doc.getTrailer().get("Root");
  const group = doc.addObject({ Type: doc.newName("OCG"), Name: doc.newString(hidden) });
  root.put("OCProperties", { OCGs: [group], D: { OFF: [group], Order: [group] } });
  doc.findPage(0).get("Resources").put("Properties", { L1: group });
  doc.setMetaData("info:Author", hidden);
  root.put("Metadata", doc.addStream(Buffer.from(`<x:xmpmeta>${hidden}</x:xmpmeta>`), { Type: doc.newName("Metadata"), Subtype: doc.newName("XML") })); // prettier-ignore
  root.put("OpenAction", { S: doc.newName("JavaScript"), JS: doc.newString(`app.alert("${hidden}")`) }); // prettier-ignore
  const outline = doc.addObject({ Title: doc.newString(hidden) });
  root.put("Outlines", doc.addObject({ First: outline, Last: outline, Count: 1 }));
  root.put("StructTreeRoot", doc.addObject({ K: [{ S: doc.newName("P"), ActualText: doc.newString(hidden) }] })); // prettier-ignore
  const attached = doc.addEmbeddedFile("note.txt", "text/plain", Buffer.from(hidden), new Date(0), new Date(0)); // prettier-ignore
  doc.insertEmbeddedFile("note.txt", attached);
  const note = doc.loadPage(0).createAnnotation("Text");
  note.setContents(hidden);
  return Buffer.from(doc.saveToBuffer("compress=no").asUint8Array());
}

/** All text and every decoded byte of a PDF, for a search that trusts nothing of what made it. */
export function everyByte(pdf: Uint8Array): string {
  const doc = mupdf.Document.openDocument(pdf, "application/pdf").asPDF();
  if (doc === null) throw new Error("not a PDF");
  const parts = [Buffer.from(pdf).toString("latin1")];
  for (let n = 1; n < doc.countObjects(); n++) {
    const object = doc.newIndirect(n);
    parts.push(object.resolve().toString(true, true));
    if (object.isStream()) parts.push(Buffer.from(object.readStream().asUint8Array()).toString("latin1")); // prettier-ignore
  }
  for (let i = 0; i < doc.countPages(); i++)
    parts.push(doc.loadPage(i).toStructuredText("preserve-whitespace").asText());
  return parts.join("\n");
}
