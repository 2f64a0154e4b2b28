// Answers about the assumptions, from a file somebody wrote.
// Invariant: an answer that is not understood is refused; none is taken for "holds".
import { z } from "zod";
import { CountError } from "../errors.ts";
import { type AssumptionAnswers, assumptionCodes } from "./assumptions.ts";

const answer = z.strictObject({
  answer: z.enum(["holds", "fails", "not known"]),
  why: z.string().max(2_000).optional(),
});

/** Parses `{"closed": {"answer": "holds", "why": "…"}}`. Throws CountError `count/no-such-assumption`. */
export function readAssumptionAnswers(text: string): AssumptionAnswers {
  const shape = z.partialRecord(z.enum(assumptionCodes), answer);
  const parsed = shape.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new CountError(
    "count/no-such-assumption",
    `Expected JSON with answers ("holds", "fails", "not known") to: ${assumptionCodes.join(", ")}.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
