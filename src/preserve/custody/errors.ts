// What custody and fixity refuse, as a closed list of codes.
// Invariant: a message says what was expected and what to do, and holds no path, no name and nothing of the vault.
import { GuwahError } from "../../runtime/index.ts";

export type CustodyCode =
  | "no-such-source"
  | "no-receipt"
  | "no-mirror"
  | "mirror-lost"
  | "mirror-inside"
  | "mirror-not-empty"
  | "mirror-other"
  | "mirror-path";

const status: Record<CustodyCode, number> = {
  "no-such-source": 404,
  "no-receipt": 409,
  "no-mirror": 409,
  "mirror-lost": 503,
  "mirror-inside": 400,
  "mirror-not-empty": 409,
  "mirror-other": 409,
  "mirror-path": 400,
};

export class CustodyError extends GuwahError {
  declare readonly code: CustodyCode;
  constructor(code: CustodyCode, message: string, options: { cause?: unknown } = {}) {
    super(code, status[code], message, options);
  }
}
