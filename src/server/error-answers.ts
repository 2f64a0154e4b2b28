// Every error leaves as `{error:{code, message, details}}` with its status; nothing else of it leaves.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { type Log, plainError } from "../runtime/index.ts";
import { ServerError } from "./errors.ts";

export interface ErrorAnswer {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: Readonly<Record<string, unknown>>;
  };
}

/** The answer for an error. `current`, on a conflict, is the version that stands now. */
export function errorAnswer(log: Log): (error: Error, c: Context) => Response {
  return (error, c) => {
    const plain = plainError(error instanceof z.ZodError ? badRequest(error) : error);
    if (plain.status >= 500) log.failure("request-failed", error, { status: plain.status });
    const current = (error as { current?: unknown }).current;
    const details = { ...plain.details, ...(current === undefined ? {} : { current }) };
    const answer: ErrorAnswer = {
      error: {
        code: plain.code,
        message: plain.message,
        ...(Object.keys(details).length === 0 ? {} : { details }),
      },
    };
    return c.json(answer, plain.status as ContentfulStatusCode);
  };
}

/** Names the fields that are wrong, never what was in them. */
export function badRequest(error: z.ZodError): ServerError {
  const fields = [...new Set(error.issues.map((issue) => issue.path.join(".") || "the whole"))]
    .slice(0, 5)
    .join(", ");
  return new ServerError(
    "bad-request",
    `The request is not of the form this address takes (${fields}).`,
  );
}
