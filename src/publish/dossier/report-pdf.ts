// The report as PDF, laid out by mupdf, with a face for the Arabic letters it does not carry itself.
// Invariant: nothing is fetched; what the page shows is what the HTML says.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as mupdf from "mupdf";
import { sfntOfWoff } from "./sfnt-of-woff.ts";

const a4 = { width: 595, height: 842, em: 10.5 };
const face = "@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff";
let arabic: mupdf.Font | undefined;

/** A page of HTML as the bytes of a PDF, A4. Runs in the calling thread: some tenths of a second for a person's report. */
export function reportPdf(html: string): Uint8Array {
  useArabic();
  const page = mupdf.Document.openDocument(new TextEncoder().encode(html), "text/html");
  page.layout(a4.width, a4.height, a4.em);
  const drawn = new mupdf.Buffer();
  const writer = new mupdf.DocumentWriter(drawn, "pdf", "");
  for (let i = 0; i < page.countPages(); i++) {
    const one = page.loadPage(i);
    one.run(writer.beginPage(one.getBounds()), mupdf.Matrix.identity);
    writer.endPage();
  }
  writer.close();
  const pdf = mupdf.PDFDocument.openDocument(
    drawn.asUint8Array(),
    "application/pdf",
  ) as mupdf.PDFDocument;
  // Whole faces are ten times as large as the letters that are used.
  pdf.subsetFonts();
  return pdf.saveToBuffer("compress,garbage=4").asUint8Array().slice();
}

function useArabic(): void {
  if (arabic !== undefined) return;
  const path = createRequire(import.meta.url).resolve(face);
  const font = new mupdf.Font("Noto Naskh Arabic", sfntOfWoff(readFileSync(path)));
  arabic = font;
  mupdf.installLoadFontFunction((_name, script) => (script === "Arabic" ? font : null));
}
