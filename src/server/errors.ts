// What the server itself refuses, before any step is asked.
import { GuwahError } from "../runtime/index.ts";

export type ServerCode =
  | "locked"
  | "no-vault"
  | "vault-exists"
  | "wrong-host"
  | "wrong-origin"
  | "not-asked-by-guwah"
  | "bad-request"
  | "too-large"
  | "no-such-address"
  | "wrong-secret";

const status: Record<ServerCode, number> = {
  locked: 423,
  "no-vault": 404,
  "vault-exists": 409,
  "wrong-host": 421,
  "wrong-origin": 403,
  "not-asked-by-guwah": 403,
  "bad-request": 400,
  "too-large": 413,
  "no-such-address": 404,
  "wrong-secret": 403,
};

export class ServerError extends GuwahError {
  declare readonly code: ServerCode;
  constructor(code: ServerCode, message: string) {
    super(code, status[code], message);
  }
}

export function locked(): ServerError {
  return new ServerError("locked", "The vault is locked. Unlock it with your passphrase.");
}
