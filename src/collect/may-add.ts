// The rights this room asks for, in one place; access decides who has them.
import { requireRight } from "../access/index.ts";
import type { Acting } from "./deps.ts";

/** Throws AccessError `access/not-allowed`. */
export function mayAdd(actor: Acting): void {
  requireRight(actor, "add");
}

/** Throws AccessError `access/not-allowed`. */
export function mayReview(actor: Acting): void {
  requireRight(actor, "review");
}
