// What can go wrong in the weigh room.
import { GuwahError } from "../runtime/index.ts";

export type WeighCode =
  | "weigh/no-such-record"
  | "weigh/no-such-claim"
  | "weigh/no-such-statement"
  | "weigh/no-such-source"
  | "weigh/no-such-suggestion"
  | "weigh/no-such-property"
  | "weigh/not-this-type"
  | "weigh/passage-differs"
  | "weigh/not-sealed"
  | "weigh/said-not-so"
  | "weigh/speaker-lost"
  | "weigh/one-origin";

const status: Record<WeighCode, number> = {
  "weigh/no-such-record": 404,
  "weigh/no-such-claim": 404,
  "weigh/no-such-statement": 404,
  "weigh/no-such-source": 404,
  "weigh/no-such-suggestion": 404,
  "weigh/no-such-property": 400,
  "weigh/not-this-type": 400,
  "weigh/passage-differs": 409,
  "weigh/not-sealed": 400,
  "weigh/said-not-so": 409,
  "weigh/speaker-lost": 400,
  "weigh/one-origin": 409,
};

export class WeighError extends GuwahError {
  declare readonly code: WeighCode;
  constructor(code: WeighCode, message: string) {
    super(code, status[code], message);
  }
}
