// What can go wrong in the count room.
import { GuwahError } from "../runtime/index.ts";

export type CountCode = "count/not-a-table" | "count/no-such-list" | "count/no-such-assumption";

export class CountError extends GuwahError {
  declare readonly code: CountCode;
  constructor(code: CountCode, message: string) {
    super(code, 400, message);
  }
}
