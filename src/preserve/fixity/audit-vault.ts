// An audit of the open vault, with the second copy it may repair from.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Progress } from "../../runtime/index.ts";
import type { FileStore, Vault } from "../../store/index.ts";
import { CustodyError } from "../custody/errors.ts";
import { type AuditReport, auditFiles } from "./audit-files.ts";
import { lastAudit } from "./audit.store.ts";
import { mirrorPath, openMirror } from "./mirror-folder.ts";
import { type KnownMirror, knownMirror } from "./mirror.store.ts";
import type { MirrorDeps } from "./mirror-vault.ts";

/**
 * `no`: report only. `if-there`: repair where the last mirror is connected. Else from this folder, or, for null, the last
 * mirror, which must be there.
 */
export type RepairFrom = "no" | "if-there" | { readonly folder: string | null };

/** Needs the right `keep` to repair by hand. Throws CustodyError `no-mirror`, `mirror-…`, and as `auditFiles`. */
export async function auditVault(
  vault: MirrorDeps,
  actor: Actor,
  from: RepairFrom,
  how: { readonly progress?: Progress; readonly signal?: AbortSignal } = {},
): Promise<AuditReport> {
  const mirror = await secondCopy(vault, actor, from);
  const { ledger, files } = vault;
  return auditFiles({ ledger, db: vault.engine.db, files }, actor, { mirror, ...how });
}

export interface AuditState {
  readonly last: AuditReport | null;
  readonly mirror: KnownMirror | null;
}

export async function auditState({
  engine,
  device,
}: Pick<Vault, "engine" | "device">): Promise<AuditState> {
  const { db } = engine;
  return { last: await lastAudit(db, device), mirror: await knownMirror(db, device) };
}

async function secondCopy(
  vault: MirrorDeps,
  actor: Actor,
  from: RepairFrom,
): Promise<FileStore | null> {
  if (from === "no") return null;
  const known = await knownMirror(vault.engine.db, vault.device);
  if (from === "if-there") {
    if (known === null) return null;
    return openMirror(vault, known.folder).catch(() => null);
  }
  requireRight(actor, "keep");
  const folder = from.folder ?? known?.folder;
  if (folder === undefined)
    throw new CustodyError("no-mirror", "There is no mirror yet. Name a folder on another disk.");
  return openMirror(vault, await mirrorPath(vault.home, folder));
}
