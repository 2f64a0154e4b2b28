// What the command line itself refuses. Other errors come through with their own code.
import { GuwahError } from "../runtime/index.ts";

export class UsageError extends GuwahError {
  constructor(message: string) {
    super("usage", 400, message);
  }
}

/** An error a server answered, kept as it was. */
export class AnswerError extends GuwahError {}
