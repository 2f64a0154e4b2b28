// Whether words are left anywhere in a PDF: on its pages, or in the bytes of its objects.
// Source of the ways a text is written in a PDF: ISO 32000-2, 7.3.4 (literal and hexadecimal strings) and 9.4.3 (text in pieces).
import type { PDFDocument } from "mupdf";
import { findOnPage, fold, linesOf } from "./page-letters.ts";

/** The pages (from 1) on which any of these words stand, also as part of longer ones. */
export function pagesWith(document: PDFDocument, words: readonly string[]): number[] {
  const found: number[] = [];
  for (let i = 0; i < document.countPages(); i++) {
    const page = document.loadPage(i);
    if (words.some((one) => findOnPage(page, one).length > 0)) found.push(i + 1);
  }
  return found;
}

/** The pages on which any of these stand as words of their own. */
export function pagesWithWhole(document: PDFDocument, words: readonly string[]): number[] {
  const found: number[] = [];
  for (let i = 0; i < document.countPages(); i++) {
    const lines = linesOf(document.loadPage(i)).map((line) => line.map(({ c }) => c).join(""));
    const text = bare(lines.join(" "));
    if (words.some((one) => stands(text, bare(one)))) found.push(i + 1);
  }
  return found;
}

/** Words with one space between them and no other signs. */
const bare = (text: string): string => fold(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, " "));

function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const beside = (text[at - 1] ?? " ") + (text[at + words.length] ?? " ");
    // Chinese is written without spaces: a name counts wherever it stands.
    if (/\p{Script=Han}/u.test(words) || beside.trim() === "") return true;
  }
  return false;
}

/** Whether the words can be read out of the bytes of any object or decoded stream, in any way a PDF writes text. */
export function inBytes(document: PDFDocument, words: readonly string[]): boolean {
  const needles = words.flatMap(written);
  if (needles.length === 0) return false;
  for (let n = 1; n < document.countObjects(); n++) {
    const object = document.newIndirect(n);
    const found = object.resolve();
    if (found.isNull()) continue;
    if (holds(found.toString(true, true), needles)) return true;
    if (!object.isStream() || found.get("Subtype").toString(true) === "/Image") continue;
    const stream = Buffer.from(object.readStream().asUint8Array()).toString("latin1");
    if (holds(stream, needles)) return true;
  }
  return false;
}

/** The words as bytes: UTF-8, Latin-1, UTF-16, in small, capital and title letters; without spaces, as Latin-1 reads them. */
function written(words: string): string[] {
  const title = words.replace(/(?<=^|\s)\p{L}/gu, (c) => c.toUpperCase());
  const texts = [words, words.toUpperCase(), title].map((text) => text.replace(/\s+/g, ""));
  const ways = texts.flatMap((text) => {
    const latin = Buffer.from(text, "latin1");
    return [
      Buffer.from(text, "utf8"),
      Buffer.from(text, "utf16le").swap16(),
      // A character that Latin-1 does not have would become another one.
      ...(latin.toString("latin1") === text ? [latin] : []),
    ];
  });
  return [...new Set(ways.map((way) => joined(way.toString("latin1"))))];
}

/** In small letters as far as ASCII goes, without spaces. */
const joined = (text: string): string => text.toLowerCase().replace(/\0?\s+/g, "");

function holds(text: string, needles: readonly string[]): boolean {
  const read = text.replace(/<([0-9a-fA-F\s]+)>/g, (_, hex: string) => {
    const digits = hex.replace(/\s+/g, "");
    return `(${Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1")})`;
  });
  // Text in pieces, `[(Ay)-20(gul)] TJ`: the pieces put together.
  const [raw, told] = [joined(text), joined(read)];
  const pieces = told.replace(/\)-?[\d.]{0,12}\(/g, "");
  return needles.some((one) => [raw, told, pieces].some((where) => where.includes(one)));
}
