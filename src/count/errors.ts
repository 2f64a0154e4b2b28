// What can go wrong in the count room.
import { GuwahError } from "../runtime/index.ts";

export type CountCode =
  | "count/not-a-table"
  | "count/no-such-list"
  | "count/no-such-assumption"
  | "count/no-such-count"
  | "count/still-changing";

export class CountError extends GuwahError {
  declare readonly code: CountCode;
  constructor(code: CountCode, message: string, status = 400) {
    super(code, status, message);
  }
}
