// What can go wrong with a language model, as a closed union of codes.
// Invariant: no message holds the key, the text that was sent, or a word of the answer.
import { type ErrorDetails, GuwahError } from "../../runtime/index.ts";

export type ModelCode =
  | "model-off"
  | "model-never"
  | "model-address"
  | "model-changed"
  | "model-text-too-long"
  | "model-unreachable"
  | "model-redirect"
  | "model-refused"
  | "model-time"
  | "model-too-large"
  | "model-answer";

const status: Record<ModelCode, number> = {
  "model-off": 409,
  "model-never": 403,
  "model-address": 400,
  "model-changed": 409,
  "model-text-too-long": 413,
  "model-unreachable": 502,
  "model-redirect": 502,
  "model-refused": 502,
  "model-time": 504,
  "model-too-large": 413,
  "model-answer": 502,
};

export class ModelError extends GuwahError {
  declare readonly code: ModelCode;
  constructor(
    code: ModelCode,
    message: string,
    options: { readonly cause?: unknown; readonly details?: ErrorDetails } = {},
  ) {
    super(code, status[code], message, options);
  }
}
