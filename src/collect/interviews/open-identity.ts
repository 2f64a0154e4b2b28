// The name behind a pseudonym, for those who may see it.
// Invariant: whoever calls notes the look in the ledger before anything is shown.
import { openSealed, requireRight } from "../../access/index.ts";
import type { CollectDeps } from "../deps.ts";
import { InterviewError } from "./errors.ts";
import { interviewBody } from "./show-interview.ts";

/**
 * Throws AccessError `access/not-allowed` (right `open-sealed`), `access/sealed-locked`; InterviewError `interview/nothing-sealed`.
 * `note` is called when all that stands in the way is gone.
 */
export async function openIdentity(
  { ledger, actor, sealed }: Pick<CollectDeps, "ledger" | "actor" | "sealed">,
  { source }: { readonly source: string },
  note: () => Promise<void>,
): Promise<string> {
  requireRight(actor, "open-sealed");
  const told = await interviewBody(ledger.deps.engine.db, source);
  if (told?.body.identity === undefined) throw new InterviewError("interview/nothing-sealed");
  const text = openSealed(told.body.identity, sealed ?? null, actor);
  await note();
  return text;
}
