// Gives the ledger the random name and the key it is witnessed under.
// Invariant: a new name is taken by a person's decision and with a reason, except the first: witnesses of the old one
// would otherwise not learn that history was begun anew.
import { type Actor, requireRight } from "../access/index.ts";
import { draft } from "../model/index.ts";
import { formatVerifierKey } from "../proof/index.ts";
import { currentLog, type LogRow } from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { logSigner, newOrigin } from "./log-key.ts";

type Deps = Pick<PreserveDeps, "ledger" | "db" | "keys">;

/** The log checkpoints are made under; begun now where there is none yet. */
export async function firstLog(deps: Deps, actor: Actor): Promise<LogRow> {
  const found = await currentLog(deps.db);
  if (found !== null) return found;
  try {
    return await begin(deps, actor, null);
  } catch (cause) {
    // Another process of the same vault began it in this moment.
    const other = await currentLog(deps.db);
    if (other === null) throw cause;
    return other;
  }
}

/**
 * Begins a new log: after a restore from an old backup, since witnesses rightly refuse the old name then.
 * Throws AccessError `access/not-allowed`; StoreError `conflict` when another was begun meanwhile.
 */
export async function beginLog(deps: Deps, actor: Actor, reason: string): Promise<LogRow> {
  requireRight(actor, "keep");
  return begin(deps, actor, { current: await currentLog(deps.db), reason });
}

async function begin(
  { ledger, db, keys }: Deps,
  actor: Actor,
  after: { readonly current: LogRow | null; readonly reason: string } | null,
): Promise<LogRow> {
  const origin = newOrigin();
  const vkey = formatVerifierKey(logSigner(keys.root, origin));
  const reason = after === null ? {} : { reason: after.reason };
  const seq = after?.current?.seq ?? null;
  const [entry] = await ledger.append(
    actor.member,
    [draft("log.begun", origin, { origin, vkey, ...reason })],
    [{ table: "current_log", where: { name: "now" }, seq }],
  );
  return (await currentLog(db)) ?? { origin, vkey, seq: entry?.seq ?? -1 };
}
