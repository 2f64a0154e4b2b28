// A PDF from which text, pixels and drawings under boxes are really gone, and all that is not on its pages.
// Invariant: what leaves was opened again and searched: no letter, no pixel, no word of what was to go is in it.
import type { PDFDocument, PDFPage, Rect } from "mupdf";
import { readFileSync } from "node:fs";
import type { ApartTools } from "../../collect/index.ts";
import { type Box, fitPages, type PageSize, type Redacted, type Redaction } from "./boxes.ts";
import { RedactError } from "./errors.ts";
import { hasPixelsUnder } from "./pdf-pixels.ts";
import { findOnPage, fold, hasLettersUnder, rectOf, tellingUnder } from "./page-letters.ts";
import { inBytes, pagesWith, pagesWithWhole } from "./pdf-words.ts";
import { stripPdf } from "./strip-pdf.ts";

const MAX_PAGES = 2_000;

/** Opens it and takes out what is not on its pages. Throws PictureError `picture/broken`, `picture/locked`, `picture/too-large`. */
export async function openStripped(
  bytes: Uint8Array,
  tools: Pick<ApartTools, "fail">,
): Promise<PDFDocument> {
  const document = await open(bytes, tools);
  stripPdf(document);
  return document;
}

async function open(bytes: Uint8Array, { fail }: Pick<ApartTools, "fail">): Promise<PDFDocument> {
  const mupdf = await import("mupdf");
  let document: PDFDocument | null;
  try {
    document = mupdf.Document.openDocument(bytes, "application/pdf").asPDF();
  } catch (cause) {
    throw fail("picture/broken", cause);
  }
  if (document === null) throw fail("picture/broken");
  if (document.needsPassword()) throw fail("picture/locked");
  const pages = document.countPages();
  if (pages === 0) throw fail("picture/broken");
  if (pages > MAX_PAGES) throw fail("picture/too-large");
  return document;
}

export function pageSizes(document: PDFDocument): PageSize[] {
  return Array.from({ length: document.countPages() }, (_, i) => {
    const [x0, y0, x1, y1] = document.loadPage(i).getBounds();
    return { width: x1 - x0, height: y1 - y0 };
  });
}

/** Boxes around every place where these words stand. */
export function findWords(document: PDFDocument, words: string): Box[] {
  return Array.from({ length: document.countPages() }, (_, i) =>
    findOnPage(document.loadPage(i), words).map(([x0, y0, x1, y1]) => ({
      page: i + 1,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
    })),
  ).flat();
}

/** Only for use in a process of its own. Throws PictureError; RedactError. */
export async function redactPdf(
  bytes: Uint8Array,
  redaction: Redaction,
  tools: Pick<ApartTools, "fail">,
): Promise<Redacted> {
  const { every, leaveElsewhere } = redaction;
  const document = await openStripped(bytes, tools);
  if (!fitPages(redaction.boxes, pageSizes(document))) throw new RedactError("redact/box-outside");
  const boxes = [...redaction.boxes];
  for (const words of every) {
    const found = findWords(document, words);
    if (found.length === 0) throw new RedactError("redact/not-found");
    boxes.push(...found);
  }
  const under = redaction.boxes.flatMap((box) =>
    tellingUnder(document.loadPage(box.page - 1), rectOf(box)),
  );
  await blackOut(document, boxes);
  const made = Buffer.from(
    document.saveToBuffer("garbage=deduplicate,compress=yes,compress-images=yes").asUint8Array(),
  );
  await requireGone(tools, made, boxes, every.map(fold), [...new Set(under)], leaveElsewhere);
  return { bytes: made, mime: "application/pdf", tool: `mupdf ${mupdfVersion()}`, boxes };
}

async function blackOut(document: PDFDocument, boxes: readonly Box[]): Promise<void> {
  const { PDFPage: how } = await import("mupdf");
  for (const number of new Set(boxes.map((box) => box.page))) {
    const page = document.loadPage(number - 1);
    for (const box of boxes)
      if (box.page === number) page.createAnnotation("Redact").setRect(rectOf(box));
    page.applyRedactions(
      true,
      how.REDACT_IMAGE_PIXELS,
      how.REDACT_LINE_ART_REMOVE_IF_TOUCHED,
      how.REDACT_TEXT_REMOVE,
    );
    page.update();
  }
}

/** Throws RedactError `not-gone`; `still-there` for what was under a box and stands elsewhere on a page. */
async function requireGone(
  tools: Pick<ApartTools, "fail">,
  made: Uint8Array,
  boxes: readonly Box[],
  every: readonly string[],
  under: readonly string[],
  leaveElsewhere: boolean,
): Promise<void> {
  const copy = await open(made, tools);
  if (pagesWith(copy, every).length > 0 || inBytes(copy, every))
    throw new RedactError("redact/not-gone");
  for (const box of boxes) {
    const page = copy.loadPage(box.page - 1);
    if (hasLettersUnder(page, rectOf(box))) throw new RedactError("redact/not-gone");
    if (await hasPixelsUnder(page, rectOf(box))) throw new RedactError("redact/not-gone");
  }
  const elsewhere = pagesWithWhole(copy, under);
  if (elsewhere.length > 0 && !leaveElsewhere)
    throw new RedactError("redact/still-there", { details: { pages: elsewhere.join(", ") } });
  // What no page shows any more must not be in the bytes either.
  const shown = new Set(under.filter((words) => pagesWith(copy, [words]).length > 0));
  const hidden = under.filter((words) => !shown.has(words));
  if (inBytes(copy, hidden)) throw new RedactError("redact/not-gone");
}

/** One page as a PNG, at most `pixels` wide or high. */
export async function drawPage(page: PDFPage, pixels: number): Promise<Uint8Array> {
  const mupdf = await import("mupdf");
  const [x0, y0, x1, y1]: Rect = page.getBounds();
  const scale = Math.min(pixels / Math.max(x1 - x0, y1 - y0), 4);
  return page
    .toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
    .asPNG();
}

function mupdfVersion(): string {
  const file = new URL("../package.json", import.meta.resolve("mupdf"));
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
