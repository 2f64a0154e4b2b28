// What can go wrong on the way out, with codes that screens and scripts can tell apart.
// Invariant: a message names no person and holds no content.
import { type ErrorDetails, GuwahError } from "../runtime/index.ts";

export type PublishCode =
  | "publish/no-such-record"
  | "publish/no-consent"
  | "publish/nobody"
  | "publish/no-such-copy"
  | "publish/unknown-audience"
  | "publish/folder-taken"
  | "publish/bad-path"
  | "publish/damaged-site"
  | "publish/bad-recipient"
  | "publish/nothing-there"
  | "publish/no-reason"
  | "publish/bad-address"
  | "publish/changed-since"
  | "publish/not-approved"
  | "publish/says-what-stays"
  | "publish/unknown-format"
  | "publish/no-release"
  | "publish/export-invalid"
  | "publish/damaged-export";

const status: Record<PublishCode, number> = {
  "publish/no-such-record": 404,
  "publish/no-consent": 409,
  "publish/nobody": 400,
  "publish/no-such-copy": 404,
  "publish/unknown-audience": 400,
  "publish/folder-taken": 409,
  "publish/bad-path": 500,
  "publish/damaged-site": 422,
  "publish/bad-recipient": 400,
  "publish/nothing-there": 404,
  "publish/no-reason": 400,
  "publish/bad-address": 400,
  "publish/changed-since": 409,
  "publish/not-approved": 409,
  "publish/says-what-stays": 500,
  "publish/unknown-format": 400,
  "publish/no-release": 409,
  "publish/export-invalid": 500,
  "publish/damaged-export": 422,
};

export class PublishError extends GuwahError {
  declare readonly code: PublishCode;
  constructor(
    code: PublishCode,
    message: string,
    options: { readonly cause?: unknown; readonly details?: ErrorDetails } = {},
  ) {
    super(code, status[code], message, options);
  }
}
