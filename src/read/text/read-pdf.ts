// PDF to text in reading order, page by page, through mupdf (WebAssembly, so a hostile file stays in its sandbox).
// Invariant: pages cover the text in order and do not overlap.
import type * as mupdfModule from "mupdf";
import { ReadError } from "../errors.ts";
import { MAX_PDF_PAGES, MAX_TEXT_UNITS } from "../limits.ts";
import type { Note, Span } from "../reading.ts";

type Mupdf = typeof mupdfModule;
let loading: Promise<Mupdf> | undefined;

/** Text of each page; errors `encrypted-pdf`, `broken-pdf`, `too-many-pages`. A page that fails is left empty and noted. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ text: string; pages: Span[]; notes: Note[] }> {
  // Loaded on first use: the module is large and most documents are not PDF.
  loading ??= import("mupdf");
  const mupdf = await loading;
  const document = open(mupdf, bytes);
  try {
    if (document.needsPassword())
      throw new ReadError(
        "encrypted-pdf",
        "Expected a PDF that opens without a password. Save it without one and add it again.",
      );
    const count = countPages(document);
    const pages: Span[] = [];
    const parts: string[] = [];
    const notes: Note[] = [];
    let length = 0;
    for (let i = 0; i < count; i++) {
      const words = pageText(document, i);
      if (words === null) notes.push({ code: "page-unreadable", detail: String(i + 1) });
      const part = (words ?? "").trimEnd();
      if (length + part.length > MAX_TEXT_UNITS)
        throw new ReadError(
          "too-large",
          `Expected at most ${MAX_TEXT_UNITS} characters of text; page ${i + 1} passes that.`,
        );
      pages.push({ start: length, end: length + part.length });
      parts.push(part);
      length += part.length + 2;
    }
    const text = parts.join("\n\n");
    if (text.trim() === "") notes.push({ code: "no-text-layer" });
    return { text, pages, notes };
  } finally {
    document.destroy();
  }
}

function open(mupdf: Mupdf, bytes: Uint8Array): InstanceType<Mupdf["Document"]> {
  try {
    return mupdf.Document.openDocument(bytes, "application/pdf");
  } catch (cause) {
    throw new ReadError("broken-pdf", "Expected a readable PDF; its structure is damaged.", {
      cause,
    });
  }
}

function countPages(document: InstanceType<Mupdf["Document"]>): number {
  let count: number;
  try {
    count = document.countPages();
  } catch (cause) {
    throw new ReadError("broken-pdf", "Expected a readable PDF; its page tree is damaged.", {
      cause,
    });
  }
  if (count > MAX_PDF_PAGES)
    throw new ReadError(
      "too-many-pages",
      `Expected at most ${MAX_PDF_PAGES} pages, got ${count}. Split the file.`,
    );
  if (count === 0)
    throw new ReadError("broken-pdf", "Expected a PDF with pages; this one has none.");
  return count;
}

function pageText(document: InstanceType<Mupdf["Document"]>, index: number): string | null {
  try {
    const page = document.loadPage(index);
    try {
      const structured = page.toStructuredText("preserve-whitespace,dehyphenate");
      try {
        return structured.asText();
      } finally {
        structured.destroy();
      }
    } finally {
      page.destroy();
    }
  } catch {
    return null;
  }
}
