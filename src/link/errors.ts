// What can go wrong in the link room.
import { GuwahError } from "../runtime/index.ts";

export type LinkCode =
  | "link/no-such-record"
  | "link/ambiguous-number"
  | "link/same-record"
  | "link/undone-undecided"
  | "link/other-schema"
  | "link/bad-cursor";

const status: Record<LinkCode, number> = {
  "link/no-such-record": 404,
  "link/ambiguous-number": 409,
  "link/same-record": 422,
  "link/undone-undecided": 422,
  "link/other-schema": 422,
  "link/bad-cursor": 400,
};

export class LinkError extends GuwahError {
  constructor(code: LinkCode, message: string) {
    super(code, status[code], message);
  }
}
