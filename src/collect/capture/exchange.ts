// One request of a capture and what came back, as the browser saw it.

export type Header = readonly [name: string, value: string];

export interface Exchange {
  readonly url: string;
  readonly method: string;
  /** When the request began, in milliseconds since 1970 by our clock. */
  readonly at: number;
  readonly requestHeaders: readonly Header[];
  /** What a form or script sent along; null: nothing. */
  readonly requestBody: Buffer | null;
  /** null: nothing came back. */
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly Header[];
    /** Decoded; null where the browser did not hand it over (a stream, a body it let go of). Empty for a redirect. */
    readonly body: Buffer | null;
  } | null;
}

/** What was wrong with a capture as a whole; codes that people are told in words. */
export type LimitReached = "time" | "bytes" | "requests";
