// Any file to its text. Invariant: what is returned never changes afterwards; every offset points into it.
import { ReadError } from "../errors.ts";
import { MAX_DOCUMENT_BYTES, MAX_HTML_UNITS, MAX_TEXT_UNITS } from "../limits.ts";
import { pageOf } from "../page/page-of.ts";
import type { Note, Received } from "../reading.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { readDocx } from "./read-docx.ts";
import { readPdf } from "./read-pdf.ts";
import { readTranscript } from "./read-transcript.ts";
import { sniffMagic, sniffText } from "./sniff-kind.ts";

export interface Hint {
  readonly name?: string;
  readonly mime?: string;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Find out what the bytes are and give their text.
 * Images, recordings and unrecognised bytes give an empty text, not an error: they are kept as files.
 * Errors: `empty`, `too-large`, `unsupported` (a container whose text would be lost unseen), and those of PDF and DOCX.
 */
export async function textOf(bytes: Uint8Array, hint: Hint = {}): Promise<Received> {
  if (bytes.length === 0)
    throw new ReadError("empty", "Expected a file with content; it has 0 bytes.");
  const named = hint.name === undefined ? {} : { name: hint.name };
  const magic = sniffMagic(bytes);
  if (magic && (magic.kind === "image" || magic.kind === "audio" || magic.kind === "video"))
    return { kind: magic.kind, mime: magic.mime, text: "", encoding: "", notes: [], ...named };
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new ReadError(
      "too-large",
      `Expected a document of at most ${MAX_DOCUMENT_BYTES} bytes, got ${bytes.length}.`,
    );
  if (magic?.kind === "pdf") {
    const { text, pages, notes } = await readPdf(bytes);
    return { kind: "pdf", mime: magic.mime, text, encoding: "", pages, notes, ...named };
  }
  if (magic?.kind === "zip")
    return {
      kind: "docx",
      mime: DOCX,
      text: await readDocx(bytes),
      encoding: "",
      notes: [],
      ...named,
    };
  if (magic?.kind === "ole")
    throw new ReadError(
      "unsupported",
      "Expected DOCX, PDF or text, got an older Office file. Save it as DOCX.",
    );
  return textFrom(bytes, hint);
}

function textFrom(bytes: Uint8Array, hint: Hint): Received {
  const named = hint.name === undefined ? {} : { name: hint.name };
  const charset = /charset\s*=\s*"?([\w:.-]{1,40})/i.exec(hint.mime ?? "")?.[1];
  const decoded = decodeBytes(bytes, charset);
  if (!decoded)
    return {
      kind: "unknown",
      mime: "application/octet-stream",
      text: "",
      encoding: "",
      notes: [{ code: "not-text" }],
      ...named,
    };
  const raw = decoded.text.startsWith("\uFEFF") ? decoded.text.slice(1) : decoded.text;
  if (raw.length > MAX_TEXT_UNITS)
    throw new ReadError(
      "too-large",
      `Expected at most ${MAX_TEXT_UNITS} characters, got ${raw.length}.`,
    );
  if (raw.trim() === "")
    throw new ReadError("empty", "Expected a file with text; it holds only white space.");
  const { kind, mime } = sniffText(raw, hint);
  const notes: Note[] = [...decoded.notes];
  const base = { mime, encoding: decoded.encoding, ...named };
  if (kind === "vtt" || kind === "srt") {
    const transcript = readTranscript(raw);
    return {
      kind,
      ...base,
      text: transcript.text,
      cues: transcript.cues,
      notes: [...notes, ...transcript.notes],
    };
  }
  if (kind === "html") {
    if (raw.length > MAX_HTML_UNITS)
      throw new ReadError(
        "too-large",
        `Expected a page of at most ${MAX_HTML_UNITS} characters, got ${raw.length}.`,
      );
    const page = pageOf(raw);
    return {
      kind,
      ...base,
      text: page.text,
      html: raw,
      notes: page.tooDeep ? [...notes, { code: "too-deep-to-clean" }] : notes,
    };
  }
  if (/[\u202A-\u202E\u2066-\u2069]/.test(raw)) notes.push({ code: "bidi-controls" });
  return { kind: kind === "markdown" ? "markdown" : "text", ...base, text: raw, notes };
}
