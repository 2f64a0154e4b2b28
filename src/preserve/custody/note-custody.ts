// Writes down that something is about to be shown, handed out or carried away.
// Invariant: callers give nothing out before this has returned; where the entry cannot be written, nothing goes.
import type { Actor } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import type { Ledger } from "../../store/index.ts";

export type CustodyEvent = Body<"custody.noted">;

/** What the entry is about where it names no record, source or file: all that the vault holds. */
const whole = "vault";

/**
 * One entry per event, in one write. The subject is the record, else the source, else the file, else the vault.
 * Rejects as `Ledger.append` does; whoever called must then not give the thing out.
 */
export async function noteCustody(
  { ledger }: { readonly ledger: Ledger },
  actor: Pick<Actor, "member">,
  ...events: readonly CustodyEvent[]
): Promise<void> {
  if (events.length === 0) return;
  const drafts = events.map((event) =>
    draft("custody.noted", event.record ?? event.source ?? event.file ?? whole, event),
  );
  await ledger.append(actor.member, drafts);
}
