// What can go wrong while a picture or a document is opened, as a closed union of codes.
// Invariant: a message is our own words; nothing a file says of itself is in it.
import { GuwahError } from "../../runtime/index.ts";

export type PictureCode =
  | "picture/unsupported"
  | "picture/broken"
  | "picture/too-large"
  | "picture/locked"
  | "picture/time"
  | "picture/memory"
  | "picture/failed"
  | "picture/no-file";

const status: Record<PictureCode, number> = {
  "picture/unsupported": 422,
  "picture/broken": 422,
  "picture/too-large": 413,
  "picture/locked": 422,
  "picture/time": 422,
  "picture/memory": 413,
  "picture/failed": 422,
  "picture/no-file": 404,
};

const messages: Record<PictureCode, string> = {
  "picture/unsupported":
    "Expected a JPEG, PNG, WebP, TIFF, GIF, AVIF or PDF file. Save it as one of these and add it again.",
  "picture/broken": "Expected a whole picture or document; this file is cut short or damaged.",
  "picture/too-large":
    "Expected a picture of at most 100 million points. Save a smaller version and add it too.",
  "picture/locked": "Expected a PDF that opens without a password. Save it without one.",
  "picture/time": "Opening this file took too long, and was stopped. Save it in a simpler form.",
  "picture/memory": "Opening this file needs too much memory, and was stopped. Save a smaller one.",
  "picture/failed": "Opening this file failed. Save it in another form.",
  "picture/no-file": "Expected a source with a file of its own; this one has none.",
};

export class PictureError extends GuwahError {
  declare readonly code: PictureCode;
  constructor(code: PictureCode, options: { readonly cause?: unknown } = {}) {
    super(code, status[code], messages[code], options);
  }
}

export function isPictureCode(code: unknown): code is PictureCode {
  return typeof code === "string" && Object.hasOwn(status, code);
}
