// What this room refuses, as a closed list of codes.
// Invariant: a message says what was expected and what to do; it never holds a name of a person or what is in the vault.
import { type ErrorDetails, GuwahError } from "../runtime/index.ts";

export type PreserveCode =
  | "ledger-rewritten"
  | "ledger-shortened"
  | "ledger-gap"
  | "kept-damaged"
  | "no-checkpoint"
  | "not-a-checkpoint"
  | "other-ledger"
  | "not-cosigned"
  | "witness-unknown"
  | "bad-address"
  | "bad-name"
  | "log-changed"
  | "witness-exists"
  | "not-a-witness"
  | "witness-damaged"
  | "witness-busy"
  | "not-a-log-key"
  | "log-trusted"
  | "bad-authority"
  | "authority-unknown";

const status: Record<PreserveCode, number> = {
  "ledger-rewritten": 422,
  "ledger-shortened": 422,
  "ledger-gap": 422,
  "kept-damaged": 422,
  "no-checkpoint": 404,
  "not-a-checkpoint": 400,
  "other-ledger": 409,
  "not-cosigned": 409,
  "witness-unknown": 404,
  "bad-address": 400,
  "bad-name": 400,
  "log-changed": 409,
  "witness-exists": 409,
  "not-a-witness": 404,
  "witness-damaged": 422,
  "witness-busy": 409,
  "not-a-log-key": 400,
  "log-trusted": 409,
  "bad-authority": 400,
  "authority-unknown": 404,
};

export class PreserveError extends GuwahError {
  declare readonly code: PreserveCode;
  constructor(
    code: PreserveCode,
    message: string,
    options: { cause?: unknown; details?: ErrorDetails } = {},
  ) {
    super(code, status[code], message, options);
  }
}
