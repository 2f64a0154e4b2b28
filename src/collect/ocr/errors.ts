// What can go wrong while a picture is read by machine, as a closed union of codes.
// Invariant: a message is our own words; nothing that was read is in it.
import { GuwahError } from "../../runtime/index.ts";

export type OcrCode =
  | "ocr/no-tesseract"
  | "ocr/no-language"
  | "ocr/not-for-this"
  | "ocr/has-text"
  | "ocr/nothing"
  | "ocr/time"
  | "ocr/memory"
  | "ocr/failed";

const status: Record<OcrCode, number> = {
  "ocr/no-tesseract": 501,
  "ocr/no-language": 501,
  "ocr/not-for-this": 422,
  "ocr/has-text": 409,
  "ocr/nothing": 422,
  "ocr/time": 422,
  "ocr/memory": 413,
  "ocr/failed": 422,
};

const messages: Record<OcrCode, string> = {
  "ocr/no-tesseract":
    "Expected the program tesseract on this computer; none was found. Install it (on Debian: apt install tesseract-ocr).",
  "ocr/no-language":
    "Expected a language tesseract has installed; it lacks this one. Install it (on Debian: apt install tesseract-ocr-kaz, -uig, -chi-sim, -rus, -tur).",
  "ocr/not-for-this": "Expected a picture or a PDF; this source has no file of that kind.",
  "ocr/has-text": "Expected pages without a text; this PDF has its own text on every page.",
  "ocr/nothing":
    "Expected letters in the picture; none were read. Choose other languages, or a sharper picture.",
  "ocr/time": "Reading this page took too long, and was stopped. Try a smaller picture.",
  "ocr/memory": "Reading this page needs too much memory, and was stopped. Try a smaller picture.",
  "ocr/failed": "Reading this page failed. Save the picture in another form and try again.",
};

export class OcrError extends GuwahError {
  declare readonly code: OcrCode;
  constructor(code: OcrCode, options: { readonly cause?: unknown } = {}) {
    super(code, status[code], messages[code], options);
  }
}
