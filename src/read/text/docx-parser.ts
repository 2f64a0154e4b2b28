// A streaming parser for WordprocessingML that keeps words and breaks and nothing else.
// Invariant: deleted text (tracked changes) is never shown as the document's words.
import { SaxesParser } from "saxes";
import { ReadError } from "../errors.ts";
import { MAX_XML_DEPTH } from "../limits.ts";

/** Calls `emit` with pieces of text in document order. Throws `too-deep`; no entity beyond XML's five is expanded. */
export function docxParser(emit: (piece: string) => void): {
  write(xml: string): void;
  close(): void;
} {
  const parser = new SaxesParser();
  let depth = 0;
  let inText = 0;
  let skipped = 0;
  parser.on("doctype", () => {
    // A DTD has no place in OOXML; refusing it shuts out entity tricks for good.
    throw new ReadError("broken-archive", "Expected a document without a DTD.");
  });
  parser.on("opentag", (tag) => {
    if (++depth > MAX_XML_DEPTH)
      throw new ReadError("too-deep", `Expected at most ${MAX_XML_DEPTH} nested elements.`);
    if (tag.name === "w:del" || tag.name === "mc:Fallback" || tag.name === "w:moveFrom") skipped++;
    if (skipped > 0) return;
    if (tag.name === "w:t") inText++;
    else if (tag.name === "w:tab") emit("\t");
    else if (tag.name === "w:br" || tag.name === "w:cr") emit("\n");
    else if (tag.name === "w:noBreakHyphen") emit("\u2011");
  });
  parser.on("text", (text) => {
    if (inText > 0 && skipped === 0) emit(text);
  });
  parser.on("closetag", (tag) => {
    depth--;
    if (tag.name === "w:del" || tag.name === "mc:Fallback" || tag.name === "w:moveFrom") skipped--;
    else if (skipped > 0) return;
    else if (tag.name === "w:t") inText--;
    else if (tag.name === "w:p") emit("\n\n");
    else if (tag.name === "w:tc") emit("\t");
  });
  return parser;
}
