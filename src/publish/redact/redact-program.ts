// The process in which pictures and PDFs are drawn for the editor and blacked out. One ask, one answer.
import type { ApartTools } from "../../collect/index.ts";
import type { RedactAsk } from "./boxes.ts";
import { RedactError } from "./errors.ts";
import { drawPage, findWords, openStripped, pageSizes, redactPdf } from "./redact-pdf.ts";
import { redactPicture } from "./redact-picture.ts";

async function answer(ask: RedactAsk, tools: ApartTools): Promise<unknown> {
  const isPdf = tools.pictureForm(ask.bytes) === "pdf";
  if (ask.task === "redact")
    return isPdf ? redactPdf(ask.bytes, ask, tools) : redactPicture(ask.bytes, ask, tools);
  if (!isPdf) return picture(ask, tools);
  const document = await openStripped(ask.bytes, tools);
  if (ask.task === "pages") return { form: "pdf", pages: pageSizes(document) };
  if (ask.task === "find") return findWords(document, ask.words);
  if (ask.page > document.countPages()) throw new RedactError("redact/box-outside");
  return drawPage(document.loadPage(ask.page - 1), ask.pixels);
}

async function picture(ask: RedactAsk, { openPicture }: ApartTools): Promise<unknown> {
  if (ask.task === "find") return [];
  const { picture: opened, width, height } = await openPicture(ask.bytes);
  if (ask.task === "pages") return { form: "picture", pages: [{ width, height }] };
  const pixels = ask.task === "draw" ? ask.pixels : 0;
  return opened
    .resize({ width: pixels, height: pixels, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .png()
    .toBuffer();
}

globalThis.answerApart(answer);
