// What can go wrong while a copy is blacked out, as a closed union of codes.
// Invariant: a message holds neither the words that were to go nor anything else of the file.
import { type ErrorDetails, GuwahError } from "../../runtime/index.ts";

export type RedactCode =
  | "redact/unsupported"
  | "redact/no-boxes"
  | "redact/box-outside"
  | "redact/not-found"
  | "redact/not-gone"
  | "redact/still-there"
  | "redact/no-such-copy";

const known: Record<RedactCode, readonly [number, string]> = {
  "redact/unsupported": [
    422,
    "Expected a picture or a PDF; other files cannot be blacked out here.",
  ],
  "redact/no-boxes": [400, "Expected at least one box, or words to black out."],
  "redact/box-outside": [400, "Expected boxes that lie on a page of this file; one does not."],
  "redact/not-found": [
    409,
    "The words to black out were not found in this file. Draw boxes instead.",
  ],
  "redact/not-gone": [
    422,
    "What was under a box could still be found in the copy, so it was thrown away. Black out a larger part, or use a scan of the page.",
  ],
  "redact/still-there": [
    409,
    "What is under a box stands elsewhere in the file too. Black it out everywhere, or say that it may stay there.",
  ],
  "redact/no-such-copy": [404, "There is no such copy of this source."],
};

export class RedactError extends GuwahError {
  declare readonly code: RedactCode;
  constructor(
    code: RedactCode,
    options: { readonly cause?: unknown; readonly details?: ErrorDetails } = {},
  ) {
    const [status, message] = known[code];
    super(code, status, message, options);
  }
}

export function isRedactCode(code: string): code is RedactCode {
  return Object.hasOwn(known, code);
}
