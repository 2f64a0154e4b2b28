// Looking at a table that may hold sealed values, or at a picture: written down once an hour, not at every page turned.
// Invariant: the first look of each hour is in the ledger before anything is shown.
import type { Actor } from "../../access/index.ts";
import type { SourceId } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Ledger } from "../../store/index.ts";
import { noteCustody } from "./note-custody.ts";

const hourMs = 60 * 60 * 1000;
/** When each member's look at each source was last written, by the ledger of the vault that is open. */
const seen = new WeakMap<Ledger, Map<string, number>>();

/** Notes that the actor looks at this source: its rows, its picture. Rejects as `noteCustody`. */
export async function noteView(
  deps: { readonly ledger: Ledger; readonly clock: Clock },
  actor: Pick<Actor, "member">,
  source: SourceId,
): Promise<void> {
  const looks = seen.get(deps.ledger) ?? new Map<string, number>();
  seen.set(deps.ledger, looks);
  const key = `${actor.member} ${source}`;
  const now = deps.clock();
  const last = looks.get(key);
  if (last !== undefined && now - last < hourMs) return;
  await noteCustody(deps, actor, { action: "viewed", source });
  looks.set(key, now);
}
