// Everything that can go wrong while bytes become text, as one closed list.
// Invariant: a message never contains the file's content or a name from it.

export type ReadErrorCode =
  | "empty"
  | "too-large"
  | "ratio"
  | "too-many-entries"
  | "too-many-pages"
  | "too-deep"
  | "broken-archive"
  | "broken-pdf"
  | "encrypted-pdf"
  | "encrypted-archive"
  | "unsupported"
  | "bad-line";

export class ReadError extends Error {
  readonly code: ReadErrorCode;

  constructor(code: ReadErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ReadError";
    this.code = code;
  }
}
