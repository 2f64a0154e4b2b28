// Takes in what witnesses answered, by network or by stick.
// Invariant: only a signature that a witness of the policy made under a checkpoint of ours is kept; lines of strangers are
// passed over, as the note format asks.
import { type Actor, requireRight } from "../access/index.ts";
import { type Draft, draft } from "../model/index.ts";
import { formatVerifierKey, parseNote, verifyNote } from "../proof/index.ts";
import { allLogs, checkpointOf, cosignatureRows } from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { PreserveError } from "./errors.ts";
import { readSigned } from "./signed-checkpoint.ts";
import { witnessPolicy } from "./witnesses.ts";

export interface AddedCosignatures {
  readonly size: number;
  /** Names of the witnesses whose cosignature is new. */
  readonly added: readonly string[];
  /** And of those whose cosignature was here already. */
  readonly known: readonly string[];
}

const dayMs = 86_400_000;

/**
 * Adds the cosignatures of a checkpoint that came back from a witness: the note with all its lines.
 * Throws AccessError `access/not-allowed`; PreserveError `not-a-checkpoint`, `other-ledger` (not one this vault made),
 * `not-cosigned` (no witness of the policy has signed it).
 */
export async function addCosignatures(
  deps: Pick<PreserveDeps, "ledger" | "db" | "keys" | "clock">,
  actor: Actor,
  note: string,
): Promise<AddedCosignatures> {
  requireRight(actor, "read");
  const { db } = deps;
  const { origin, size, text } = await ownCheckpoint(deps, note);
  const before = new Set(
    (await cosignatureRows(db, size))
      .filter((row) => row.origin === origin && row.size === size)
      .map((row) => row.witness),
  );
  const drafts: Draft[] = [];
  const added: string[] = [];
  const known: string[] = [];
  for (const { name, key } of (await witnessPolicy(db)).witnesses) {
    const found = signatureOf(note, text, key, deps.clock());
    if (found === null) continue;
    const witness = formatVerifierKey(key);
    (before.has(witness) ? known : added).push(name);
    if (!before.has(witness)) {
      drafts.push(draft("checkpoint.cosigned", origin, { origin, size, witness, ...found }));
    }
  }
  if (added.length === 0 && known.length === 0) {
    throw new PreserveError(
      "not-cosigned",
      "No witness of this vault has signed it. Enter the witness's key first, or ask for the right file.",
    );
  }
  if (drafts.length > 0) await deps.ledger.append(actor.member, drafts);
  return { size, added, known };
}

async function ownCheckpoint(
  { db, keys }: Pick<PreserveDeps, "db" | "keys">,
  note: string,
): Promise<{ origin: string; size: number; text: string }> {
  const origins = (await allLogs(db)).map((log) => log.origin);
  const signed = readSigned(keys.root, origins, note);
  if (signed.kind === "malformed") {
    throw new PreserveError(
      "not-a-checkpoint",
      "This is not a checkpoint. Take the file the witness made with `guwah witness cosign`.",
    );
  }
  if (signed.kind === "ours") {
    const { origin, size } = signed.checkpoint;
    const row = await checkpointOf(db, origin, size);
    if (row !== null && parseNote(row.note).text === signed.text) {
      return { origin, size, text: signed.text };
    }
  }
  throw new PreserveError(
    "other-ledger",
    "This checkpoint is not one this vault made. Compare it with `guwah check --against FILE`.",
  );
}

/** This witness's line under the note, verified alone; null when there is none that holds. */
function signatureOf(
  note: string,
  text: string,
  key: Parameters<typeof verifyNote>[1][number],
  now: number,
): { readonly line: string; readonly time: number } | null {
  for (const { name, id, bytes } of parseNote(note).signatures) {
    if (name !== key.name || !id.equals(key.id)) continue;
    const line = `\u2014 ${name} ${Buffer.concat([id, bytes]).toString("base64")}\n`;
    const verdict = verifyNote(`${text}\n${line}`, [key]);
    const time = verdict.kind === "verified" ? (verdict.by[0]?.time ?? null) : null;
    // C2SP lets a verifier refuse times to come; a clock a day wrong is a witness to be asked again.
    if (time !== null && time * 1000 < now + dayMs) return { line, time };
  }
  return null;
}
