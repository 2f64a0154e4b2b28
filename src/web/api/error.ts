// What a refused or failed request becomes. Codes are the server's; the texts people read are ours (messages/en-errors.ts).

type ErrorDetails = Readonly<Record<string, unknown>>;

/** A coded answer of the server, or `network` (status 0) when there was none. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: ErrorDetails;

  constructor(code: string, status: number, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.details = details;
  }

  /** Somebody changed the same thing first; `details.current` holds what stands now. */
  get isConflict(): boolean {
    return this.code === "conflict";
  }

  get isLocked(): boolean {
    return this.code === "locked" || this.code === "access/session-ended";
  }

  /** Seconds until another try is allowed, where the server said so. */
  get retryInSeconds(): number | undefined {
    const value = this.details["retryInSeconds"];
    return typeof value === "number" ? value : undefined;
  }
}

/** Makes an ApiError of a body that should be `{error:{code,message,details}}` and may be anything. */
export function errorFrom(status: number, body: unknown): ApiError {
  if (typeof body === "object" && body !== null && "error" in body) {
    const error: unknown = body.error;
    if (typeof error === "object" && error !== null) {
      const { code, message, details } = error as Record<string, unknown>;
      return new ApiError(
        typeof code === "string" ? code : "unknown",
        status,
        typeof message === "string" ? message : "",
        typeof details === "object" && details !== null ? (details as ErrorDetails) : {},
      );
    }
  }
  return new ApiError(status === 0 ? "network" : "unknown", status, "");
}

/** Any thrown thing as an ApiError, so that screens have one shape to show. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError
    ? thrown
    : new ApiError("unknown", 0, thrown instanceof Error ? thrown.message : "");
}
