// The ways this room can refuse its input.
// Invariant: codes are stable; no message holds a name or a line of the file.

export type NamesErrorCode = "names.no-header" | "names.columns-missing";

const TEXTS: Readonly<Record<NamesErrorCode, string>> = {
  "names.no-header":
    "Expected a header row with the columns 'left' and 'right', separated by tabs; the input is empty.",
  "names.columns-missing":
    "Expected the columns 'left' and 'right' in the header row, separated by tabs; at least one is missing. Rename the columns or add them.",
};

/** A refusal with a code to act on. */
export class NamesError extends Error {
  readonly code: NamesErrorCode;

  constructor(code: NamesErrorCode) {
    super(TEXTS[code]);
    this.name = "NamesError";
    this.code = code;
  }
}
