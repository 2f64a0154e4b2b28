// What can go wrong in the store, as a closed union of codes. Messages never quote what is stored.
import { GuwahError } from "../runtime/index.ts";

export type StoreCode =
  | "wrong-key"
  | "in-use"
  | "closed"
  | "engine"
  | "engine-lost"
  | "disk-full"
  | "append-only"
  | "not-text"
  | "constraint"
  | "conflict"
  | "not-a-vault"
  | "newer-vault"
  | "file-missing"
  | "file-damaged"
  | "backup-damaged"
  | "exists"
  | "file-too-large"
  | "not-writable"
  | "vault-damaged"
  | "wrong-secret"
  | "never-erased";

const status: Record<StoreCode, number> = {
  "wrong-key": 403,
  "in-use": 423,
  closed: 423,
  engine: 500,
  "engine-lost": 503,
  "disk-full": 507,
  "append-only": 409,
  "not-text": 400,
  constraint: 409,
  conflict: 409,
  "not-a-vault": 404,
  "newer-vault": 409,
  "file-missing": 404,
  "file-damaged": 500,
  "backup-damaged": 422,
  exists: 409,
  "file-too-large": 413,
  "not-writable": 500,
  "vault-damaged": 422,
  "wrong-secret": 401,
  "never-erased": 409,
};

export class StoreError extends GuwahError {
  declare readonly code: StoreCode;
  constructor(
    code: StoreCode,
    message: string,
    options: { cause?: unknown; details?: Record<string, string | number> } = {},
  ) {
    super(code, status[code], message, options);
  }
}
