// What access refuses, as a closed union of codes.
// Invariant: a refusal says nothing about the secret that was tried, nor about other members.
import { GuwahError } from "../runtime/index.ts";

export type AccessCode =
  | "access/wrong-passphrase"
  | "access/too-many-attempts"
  | "access/weak-passphrase"
  | "access/passphrase-taken"
  | "access/recovery-code"
  | "access/not-a-member"
  | "access/not-allowed"
  | "access/last-keeper"
  | "access/name"
  | "access/no-roles"
  | "access/sealed-locked"
  | "access/sealed-too-long"
  | "access/session-ended"
  | "access/no-such-decision"
  | "access/decided-already"
  | "access/same-member"
  | "access/ground-changed";

const status: Record<AccessCode, number> = {
  "access/wrong-passphrase": 401,
  "access/too-many-attempts": 429,
  "access/weak-passphrase": 400,
  "access/passphrase-taken": 400,
  "access/recovery-code": 400,
  "access/not-a-member": 403,
  "access/not-allowed": 403,
  "access/last-keeper": 409,
  "access/name": 400,
  "access/no-roles": 400,
  "access/sealed-locked": 403,
  "access/sealed-too-long": 400,
  "access/session-ended": 401,
  "access/no-such-decision": 404,
  "access/decided-already": 409,
  "access/same-member": 403,
  "access/ground-changed": 409,
};

export class AccessError extends GuwahError {
  declare readonly code: AccessCode;
  constructor(
    code: AccessCode,
    message: string,
    options: { cause?: unknown; details?: Record<string, string | number> } = {},
  ) {
    super(code, status[code], message, options);
  }
}
