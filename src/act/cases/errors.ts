// What can go wrong with cases, their tasks, deadlines and findings.
import { GuwahError } from "../../runtime/index.ts";

export type CaseCode =
  | "act/no-such-code"
  | "act/no-such-case"
  | "act/no-such-finding"
  | "act/no-such-item"
  | "act/no-such-member"
  | "act/no-such-person"
  | "act/no-such-zone"
  | "act/nothing-changes"
  | "act/number-of-two-cases"
  | "act/reason-needed"
  | "act/too-busy"
  | "act/too-many-days";

const status: Record<CaseCode, number> = {
  "act/no-such-code": 400,
  "act/no-such-case": 404,
  "act/no-such-finding": 404,
  "act/no-such-item": 404,
  "act/no-such-member": 400,
  "act/no-such-person": 404,
  "act/no-such-zone": 400,
  "act/nothing-changes": 400,
  "act/number-of-two-cases": 409,
  "act/reason-needed": 400,
  "act/too-busy": 503,
  "act/too-many-days": 400,
};

export class CaseError extends GuwahError {
  declare readonly code: CaseCode;
  constructor(code: CaseCode, message: string) {
    super(code, status[code], message);
  }
}
