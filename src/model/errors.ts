// What can go wrong in this room: a closed list of codes.
// Invariant: no error text ever repeats what was read, because it may hold a person's name.

export type ModelErrorCode =
  | "body-invalid"
  | "date-not-understood"
  | "term-unknown"
  | "cell-empty"
  | "cell-too-long"
  | "cell-not-a-number"
  | "cell-not-an-age"
  | "cell-not-from-a-table"
  | "appeal-newer"
  | "appeal-invalid"
  | "archive-broken";

/** An error of the model. `path` names the field that failed, never its content. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly code: ModelErrorCode;
  readonly path: string | undefined;

  constructor(code: ModelErrorCode, message: string, path?: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
