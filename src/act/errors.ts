// What can go wrong in the act room.
import { type ErrorDetails, GuwahError } from "../runtime/index.ts";

export type ActCode =
  | "act/nothing-there"
  | "act/no-such-consent"
  | "act/no-such-code"
  | "act/no-such-copy"
  | "act/withdrawn-already"
  | "act/consent-incomplete"
  | "act/not-sealed"
  | "act/needs-source"
  | "act/no-such-template"
  | "act/consent-blocks";

const status: Record<ActCode, number> = {
  "act/nothing-there": 404,
  "act/no-such-consent": 404,
  "act/no-such-code": 400,
  "act/no-such-copy": 404,
  "act/withdrawn-already": 409,
  "act/consent-incomplete": 400,
  "act/not-sealed": 403,
  "act/needs-source": 400,
  "act/no-such-template": 404,
  "act/consent-blocks": 403,
};

export class ActError extends GuwahError {
  declare readonly code: ActCode;
  constructor(code: ActCode, message: string, options: { readonly details?: ErrorDetails } = {}) {
    super(code, status[code], message, options);
  }
}
