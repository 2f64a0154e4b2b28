// Holds every checkpoint ever made against the ledger of today.
// Invariant: roots are computed from the leaves that are in the database now, in one walk; nothing is written.
import { parseVerifierKey, type TreeFrontier, verifyNote } from "../proof/index.ts";
import { noProgress, type Progress } from "../runtime/index.ts";
import type { Db } from "../store/index.ts";
import { allLogs, checkpointRows, cosignatureRows } from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { readKept } from "./kept-checkpoint.ts";
import { frontierAt, ledgerState } from "./ledger-tree.ts";
import { readSigned } from "./signed-checkpoint.ts";

export type CheckpointAlarmKind =
  /** The first `size` entries are not the ones that were signed. */
  | "checkpoint-rewritten"
  /** More entries were signed than are here: the database was put back, or cut. */
  | "checkpoint-ahead"
  /** A stored checkpoint that this vault's key has not signed. */
  | "checkpoint-forged"
  /** checkpoints/latest cannot be read. */
  | "checkpoint-damaged"
  /** A stored cosignature that its witness's key has not made. */
  | "cosignature-forged"
  /** A stored time stamp that does not hold for its checkpoint, or is not here any more. */
  | "stamp-forged";

export interface CheckpointAlarm {
  readonly kind: CheckpointAlarmKind;
  readonly size?: number;
}

export interface CheckpointReport {
  /** Checkpoints held against the ledger. */
  readonly checked: number;
  readonly cosignatures: number;
  readonly alarms: readonly CheckpointAlarm[];
}

type Claim = { readonly size: number; readonly root: Uint8Array };

/** Verifies all checkpoints, the kept one, and all cosignatures. What is wrong is in the report. */
export async function verifyCheckpoints(
  deps: Pick<PreserveDeps, "db" | "home" | "keys">,
  progress: Progress = noProgress,
): Promise<CheckpointReport> {
  const { db, keys } = deps;
  const alarms: CheckpointAlarm[] = [];
  const claims: Claim[] = [];
  const texts = new Map<string, string>();
  const origins = (await allLogs(db)).map((log) => log.origin);
  const rows = await checkpointRows(db);
  for (const { origin, size, note } of rows) {
    const signed = readSigned(keys.root, [origin], note);
    if (signed.kind === "ours" && signed.checkpoint.size === size) {
      claims.push(signed.checkpoint);
      texts.set(`${origin} ${size}`, signed.text);
    } else alarms.push({ kind: "checkpoint-forged", size });
  }
  const kept = await readKept(deps);
  const beside = kept.kind === "kept" ? readSigned(keys.root, origins, kept.note) : null;
  if (beside?.kind === "ours") claims.push(beside.checkpoint);
  // A kept checkpoint of an origin the ledger does not know: the database is from before that log was begun.
  else if (beside?.kind === "other") alarms.push({ kind: "checkpoint-ahead" });
  else if (beside !== null || kept.kind === "damaged") alarms.push({ kind: "checkpoint-damaged" });
  alarms.push(...(await holdClaims(db, claims, progress)));
  const cosignatures = await cosignatureRows(db);
  for (const { origin, size, witness, line } of cosignatures) {
    if (!isCosigned(texts.get(`${origin} ${size}`), witness, line)) {
      alarms.push({ kind: "cosignature-forged", size });
    }
  }
  return { checked: claims.length, cosignatures: cosignatures.length, alarms: once(alarms) };
}

/** Walks the leaves once, in the order of the sizes that were signed. */
async function holdClaims(
  db: Db,
  claims: readonly Claim[],
  progress: Progress,
): Promise<CheckpointAlarm[]> {
  const alarms: CheckpointAlarm[] = [];
  const { size } = await ledgerState(db);
  let frontier: TreeFrontier | undefined;
  for (const claim of [...claims].sort((a, b) => a.size - b.size)) {
    if (claim.size > size) {
      alarms.push({ kind: "checkpoint-ahead", size: claim.size });
      continue;
    }
    frontier = await frontierAt(db, claim.size, frontier).catch(() => undefined);
    progress(claim.size, size, "checkpoints");
    if (frontier === undefined || !frontier.root().equals(claim.root)) {
      alarms.push({ kind: "checkpoint-rewritten", size: claim.size });
    }
  }
  return alarms;
}

/** Whether this line is the witness's cosignature under this text. Never throws. */
export function isCosigned(text: string | undefined, witness: string, line: string): boolean {
  if (text === undefined) return false;
  try {
    return verifyNote(`${text}\n${line}`, [parseVerifierKey(witness)]).kind === "verified";
  } catch {
    return false;
  }
}

/** The kept checkpoint is also in the ledger; one fault is told once. */
function once(alarms: readonly CheckpointAlarm[]): CheckpointAlarm[] {
  const byText = new Map(alarms.map((alarm) => [`${alarm.kind} ${alarm.size ?? ""}`, alarm]));
  return [...byText.values()];
}
