// What can go wrong while the demonstration vault is made. All of it is a mistake of ours, found by the tests.
import { GuwahError } from "../runtime/index.ts";

export type DemoCode =
  | "demo/quote-not-found"
  | "demo/quote-not-unique"
  | "demo/unknown-key"
  | "demo/intake-failed"
  | "demo/not-imported";

/** `details.key` names the plan (never a person) in which the mistake is. */
export class DemoError extends GuwahError {
  declare readonly code: DemoCode;
  constructor(code: DemoCode, message: string, key: string, because?: string) {
    const details = because === undefined ? { key } : { key, because };
    super(code, 500, `${message} Mend the plan ${key}.`, { details });
  }
}
