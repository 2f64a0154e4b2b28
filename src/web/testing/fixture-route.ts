// One answer of the stand-in server.
export interface FixtureCall {
  /** Groups of the route's pattern. */
  readonly params: readonly string[];
  readonly body: Record<string, unknown>;
  readonly query?: URLSearchParams;
  /** Name of an uploaded file. */
  readonly name?: string;
}

export interface FixtureRoute {
  readonly method: "GET" | "POST" | "DELETE";
  /** Against the path after `/api`, as `/people/(rec_\w+)/cluster`. */
  readonly path: RegExp;
  /** Throw `{status, code, details}` to refuse. */
  readonly answer: (call: FixtureCall) => unknown;
}

/** What an answer throws to refuse. */
export interface FixtureRefusal {
  readonly status: number;
  readonly code: string;
  readonly details?: unknown;
}
