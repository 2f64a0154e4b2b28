// What can go wrong while things are taken in, as a closed union of codes.
// Invariant: a message says what was expected and what to do; it never holds a name or a file's content.
import type { ReadErrorCode } from "../read/index.ts";
import { type ErrorDetails, GuwahError, plainError } from "../runtime/index.ts";

/** What the reading room finds wrong with a file keeps its code. */
export type CollectCode =
  | ReadErrorCode
  | "reader-time"
  | "reader-memory"
  | "reader-failed"
  | "source-unknown"
  | "batch-unknown"
  | "mapping-unknown"
  | "kind-unknown"
  | "described-invalid"
  | "no-text"
  | "not-captured"
  | "conflict"
  | "not-a-table"
  | "encoding-unknown"
  | "quote-open"
  | "row-too-long"
  | "too-many-columns"
  | "too-many-rows"
  | "no-header"
  | "sheet-unknown"
  | "too-many-strings"
  | "mapping-empty"
  | "column-unknown"
  | "property-unknown"
  | "schema-unlinked"
  | "batch-undone"
  | "key-sealed"
  | "series-busy"
  | "not-foreign";

const status: Record<CollectCode, number> = {
  empty: 422,
  "too-many-pages": 413,
  "broken-pdf": 422,
  "encrypted-pdf": 422,
  "encrypted-archive": 422,
  unsupported: 422,
  "bad-line": 422,
  "too-large": 413,
  "reader-time": 422,
  "reader-memory": 422,
  "reader-failed": 422,
  "source-unknown": 404,
  "batch-unknown": 404,
  "mapping-unknown": 404,
  "kind-unknown": 400,
  "described-invalid": 400,
  "no-text": 404,
  "not-captured": 404,
  conflict: 409,
  "not-a-table": 422,
  "encoding-unknown": 400,
  "quote-open": 422,
  "row-too-long": 413,
  "too-many-columns": 413,
  "too-many-rows": 413,
  "no-header": 422,
  "sheet-unknown": 400,
  "broken-archive": 422,
  "too-many-entries": 413,
  ratio: 413,
  "too-deep": 413,
  "too-many-strings": 413,
  "mapping-empty": 400,
  "column-unknown": 400,
  "property-unknown": 400,
  "schema-unlinked": 400,
  "batch-undone": 409,
  "key-sealed": 403,
  "series-busy": 409,
  "not-foreign": 422,
};

export class CollectError extends GuwahError {
  declare readonly code: CollectCode;
  /** For `conflict`: the version that stands now, as a view, so that a person can compare the two. */
  readonly current: unknown;
  constructor(
    code: CollectCode,
    message: string,
    options: {
      readonly cause?: unknown;
      readonly details?: ErrorDetails;
      readonly current?: unknown;
    } = {},
  ) {
    super(code, status[code], message, options);
    this.current = options.current;
  }
}

/** What may be told of a thing that could not be taken in. */
export function itemError(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = plainError(error);
  return { code, message };
}

export function unknownSource(): CollectError {
  return new CollectError(
    "source-unknown",
    "Expected the id of a source of this vault; there is none with that id.",
  );
}
