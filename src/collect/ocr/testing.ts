// Invented pages for tests: words drawn as pixels, and PDFs that are nothing but such a picture.
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { Tesseract } from "./find-tesseract.ts";

const lineHeight = 90;

/** A PNG with these lines, black on white, in a font of this computer. */
export async function writtenPicture(lines: readonly string[], language = "en"): Promise<Buffer> {
  const text = lines
    .map((line) => line.replace(/[&<>]/g, ""))
    .map(
      (line, i) =>
        `<text x="60" y="${(i + 1) * lineHeight}" font-size="48" xml:lang="${language}">${line}</text>`,
    );
  const height = (lines.length + 1) * lineHeight;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="${height}" font-family="Noto Sans, Noto Sans CJK SC, sans-serif"><rect width="100%" height="100%" fill="white"/>${text.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** A PDF whose pages are pictures; a page given as words has a text of its own. */
export async function scannedPdf(
  pages: readonly (Buffer | { readonly words: string })[],
): Promise<Buffer> {
  const mupdf = await import("mupdf");
  const document = new mupdf.PDFDocument();
  for (const page of pages) {
    const resources = document.addObject(document.newDictionary());
    let height = 0;
    if (Buffer.isBuffer(page)) {
      const pictures = document.newDictionary();
      const image = new mupdf.Image(page);
      height = Math.round((595 * image.getHeight()) / image.getWidth());
      pictures.put("Im", document.addImage(image));
      resources.put("XObject", pictures);
    } else {
      const fonts = document.newDictionary();
      fonts.put("F", document.addSimpleFont(new mupdf.Font("Times-Roman")));
      resources.put("Font", fonts);
    }
    const drawn = Buffer.isBuffer(page)
      ? `q 595 0 0 ${height} 0 ${842 - height} cm /Im Do Q`
      : `BT /F 14 Tf 60 700 Td (${page.words}) Tj ET`;
    document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, resources, drawn));
  }
  return Buffer.from(document.saveToBuffer("").asUint8Array());
}

const made: string[] = [];

/** A folder that `removeFolders` takes away. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-ocr-"));
  made.push(folder);
  return folder;
}

export async function removeFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** A program that stands where tesseract would, for what the real one seldom does. */
export async function falseTesseract(script: string): Promise<Tesseract> {
  const program = join(await emptyFolder(), "tesseract");
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  return { program, tool: "tesseract 0", languages: ["eng"], shut: false };
}
