// What can go wrong in the act room.
import { GuwahError } from "../runtime/index.ts";

export type ActCode =
  | "act/nothing-there"
  | "act/no-such-consent"
  | "act/no-such-code"
  | "act/withdrawn-already";

const status: Record<ActCode, number> = {
  "act/nothing-there": 404,
  "act/no-such-consent": 404,
  "act/no-such-code": 400,
  "act/withdrawn-already": 409,
};

export class ActError extends GuwahError {
  declare readonly code: ActCode;
  constructor(code: ActCode, message: string) {
    super(code, status[code], message);
  }
}
