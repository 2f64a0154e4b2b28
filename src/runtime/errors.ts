// The base of every coded error, and what a command line or a server makes of one.
// Invariant: a message says what was expected, what came and what to do; neither message nor
// details ever hold a person's name or a file's content, because both are shown and logged.

/** Extra facts for programs: sizes, limits, codes, ids. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * The base of the rooms' errors. A room subclasses it with a closed union:
 * `class StoreError extends GuwahError { declare readonly code: StoreCode; … }`.
 *
 * `status` is the HTTP status a server answers with; it also gives the exit code:
 * 400 usage, 401/403/423 refused or locked, 404 not found, 409/412 conflict,
 * 413/429/507 a limit, 422 bytes that are damaged, 499 cancelled, anything else internal.
 */
export class GuwahError extends Error {
  readonly code: string;
  readonly status: number;
  declare readonly details?: ErrorDetails;

  constructor(
    code: string,
    status: number,
    message: string,
    options: { readonly cause?: unknown; readonly details?: ErrorDetails } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.status = status;
    if (options.details !== undefined) this.details = options.details;
  }
}

/** What this room itself refuses. */
export type RuntimeErrorCode =
  | "setting-invalid"
  | "prefix-invalid"
  | "time-invalid"
  | "cancelled"
  | "job-unknown"
  | "too-many-jobs"
  | "folder-taken";

const status: Record<RuntimeErrorCode, number> = {
  "setting-invalid": 400,
  "prefix-invalid": 500,
  "time-invalid": 400,
  cancelled: 499,
  "job-unknown": 404,
  "too-many-jobs": 429,
  "folder-taken": 409,
};

export class RuntimeError extends GuwahError {
  declare readonly code: RuntimeErrorCode;
  constructor(code: RuntimeErrorCode, message: string, details?: ErrorDetails) {
    super(code, status[code], message, details === undefined ? {} : { details });
  }
}

/** An error as it may be shown, sent and logged. */
export type PlainError = {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly details?: ErrorDetails;
};

/**
 * What may be told of an error. The crafts, which import no other room, throw errors with the same
 * `code` and `status`; they count too. Anything else is a mistake of ours whose text may hold
 * anything, so nothing of it is told.
 */
export function plainError(error: unknown): PlainError {
  if (error instanceof Error && "code" in error && "status" in error) {
    const { code, status: number, message } = error;
    if (typeof code === "string" && typeof number === "number") {
      const details = "details" in error ? (error.details as ErrorDetails | undefined) : undefined;
      return { code, status: number, message, ...(details === undefined ? {} : { details }) };
    }
  }
  return {
    code: "internal",
    status: 500,
    message: "Something went wrong inside Guwah. Run the command again; if it stays, report it.",
  };
}

/** Exit codes of the command line, by class of error. */
export const exitCodes = {
  usage: 2,
  notFound: 3,
  refused: 4,
  conflict: 5,
  damaged: 6,
  limit: 7,
  internal: 70,
  cancelled: 130,
} as const;

/** The exit code a command ends with after this error. */
export function exitCodeOf(error: unknown): number {
  switch (plainError(error).status) {
    case 400:
      return exitCodes.usage;
    case 404:
    case 410:
      return exitCodes.notFound;
    case 401:
    case 403:
    case 423:
      return exitCodes.refused;
    case 409:
    case 412:
      return exitCodes.conflict;
    case 422:
      return exitCodes.damaged;
    case 413:
    case 429:
    case 507:
      return exitCodes.limit;
    case 499:
      return exitCodes.cancelled;
    default:
      return exitCodes.internal;
  }
}
