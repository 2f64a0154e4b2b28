// What can go wrong while a page is captured, as a closed union of codes.
// Invariant: a message never repeats the address, which may tell what is being worked on.
import { GuwahError } from "../../runtime/index.ts";

export type CaptureCode =
  | "capture-address"
  | "capture-private"
  | "capture-no-browser"
  | "capture-browser"
  | "capture-unreachable"
  | "capture-not-a-page"
  | "capture-time"
  | "capture-too-large"
  | "capture-gone";

const status: Record<CaptureCode, number> = {
  "capture-address": 400,
  "capture-private": 403,
  "capture-no-browser": 501,
  "capture-browser": 502,
  "capture-unreachable": 502,
  "capture-not-a-page": 422,
  "capture-time": 504,
  "capture-too-large": 413,
  "capture-gone": 404,
};

export class CaptureError extends GuwahError {
  declare readonly code: CaptureCode;
  constructor(code: CaptureCode, message: string, cause?: unknown) {
    super(code, status[code], message, { cause });
  }
}
