// The process in which a picture or a page of a PDF becomes plain grey points for the program that reads letters.
// Invariant: what goes on is a PNG drawn here; the file itself never gets to tesseract.
import type { PDFDocument } from "mupdf";
import { PictureError } from "../pictures/errors.ts";
import { openPicture } from "../pictures/open-picture.ts";
import { pictureForm } from "../pictures/picture-form.ts";
import { OCR_DPI, OCR_PIXELS, TEXT_LETTERS } from "./limits.ts";

export type PageAsk =
  | { readonly task: "pages"; readonly bytes: Uint8Array }
  | { readonly task: "draw"; readonly bytes: Uint8Array; readonly page: number };

/** The pages of a file, counted from 1, that have no text of their own. */
export interface PagesFound {
  readonly isPdf: boolean;
  readonly count: number;
  readonly withoutText: readonly number[];
}

async function answer(ask: PageAsk): Promise<PagesFound | Uint8Array> {
  if (pictureForm(ask.bytes) !== "pdf") return picture(ask);
  const document = await openPdf(ask.bytes);
  const count = document.countPages();
  if (ask.task === "pages") {
    const withoutText: number[] = [];
    for (let page = 1; page <= count; page++) if (!hasText(document, page)) withoutText.push(page);
    return { isPdf: true, count, withoutText };
  }
  return drawPage(document, ask.page);
}

async function picture(ask: PageAsk): Promise<PagesFound | Uint8Array> {
  const { picture: opened, width, height } = await openPicture(ask.bytes);
  if (ask.task === "pages") return { isPdf: false, count: 1, withoutText: [1] };
  const scale = Math.min(1, Math.sqrt(OCR_PIXELS / (width * height)));
  return opened
    .resize({ width: Math.max(1, Math.floor(width * scale)) })
    .flatten({ background: "#ffffff" })
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch((cause: unknown) => {
      throw new PictureError("picture/broken", { cause });
    });
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const mupdf = await import("mupdf");
  let document: PDFDocument | null;
  try {
    document = mupdf.Document.openDocument(bytes, "application/pdf").asPDF();
  } catch (cause) {
    throw new PictureError("picture/broken", { cause });
  }
  if (document === null) throw new PictureError("picture/broken");
  if (document.needsPassword()) throw new PictureError("picture/locked");
  return document;
}

function hasText(document: PDFDocument, page: number): boolean {
  try {
    const text = document
      .loadPage(page - 1)
      .toStructuredText("preserve-whitespace")
      .asText();
    return (text.slice(0, 20_000).match(/\p{L}/gu)?.length ?? 0) >= TEXT_LETTERS;
  } catch {
    return false;
  }
}

async function drawPage(document: PDFDocument, number: number): Promise<Uint8Array> {
  const mupdf = await import("mupdf");
  try {
    const page = document.loadPage(number - 1);
    const [x0, y0, x1, y1] = page.getBounds();
    const area = Math.max(1, (x1 - x0) * (y1 - y0));
    const scale = Math.min(OCR_DPI / 72, Math.sqrt(OCR_PIXELS / area));
    return page
      .toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false, true)
      .asPNG();
  } catch (cause) {
    throw new PictureError("picture/broken", { cause });
  }
}

globalThis.answerApart(answer);
