// Decrypts and hashes every file of the vault, puts lost ones back from the mirror where asked, and writes down what was found.
// Invariant: an audit that was stopped says nothing; a file counts as repaired only when it was whole after being put back.
import type { Actor } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import type { Db, FileStore, Ledger } from "../../store/index.ts";
import { repairFile } from "./repair-file.ts";
import { filePages } from "./file-pages.ts";

export interface AuditDeps {
  readonly ledger: Ledger;
  readonly db: Db;
  readonly files: FileStore;
}

export type LostFile = Body<"audit.done">["lost"][number];

export interface AuditReport {
  /** When it was written down, milliseconds since 1970. */
  readonly at: number;
  readonly files: number;
  /** Plain bytes of the files that were whole. */
  readonly bytes: number;
  readonly missing: number;
  readonly damaged: number;
  readonly repaired: number;
  /** Every file that was not whole is whole again. */
  readonly clean: boolean;
  /** The first thousand. */
  readonly lost: readonly LostFile[];
}

const listed = 1_000;

/**
 * Verifies all files and appends `audit.done`. `mirror`: where lost files are taken from; null repairs nothing.
 * Progress in files. Throws RuntimeError `cancelled`, StoreError `disk-full` and `not-writable` while repairing.
 */
export async function auditFiles(
  { ledger, db, files }: AuditDeps,
  actor: Pick<Actor, "member">,
  {
    mirror = null,
    progress = noProgress,
    signal,
  }: {
    readonly mirror?: FileStore | null;
    readonly progress?: Progress;
    readonly signal?: AbortSignal;
  } = {},
): Promise<AuditReport> {
  const sum = { files: 0, bytes: 0, missing: 0, damaged: 0, repaired: 0 };
  const lost: LostFile[] = [];
  for await (const { hash, size, total } of filePages(db)) {
    stopIfAborted(signal);
    const state = await files.verify(hash, signal);
    sum.files += 1;
    if (state === "ok") sum.bytes += size;
    else {
      sum[state] += 1;
      const repaired = mirror !== null && (await repairFile({ files, mirror }, hash, size, signal));
      if (repaired) sum.repaired += 1;
      if (lost.length < listed) lost.push({ file: hash, state, repaired });
    }
    progress(sum.files, Math.max(total, sum.files), "audit");
  }
  stopIfAborted(signal);
  const [entry] = await ledger.append(actor.member, [
    draft("audit.done", "vault", { ...sum, lost }),
  ]);
  const clean = sum.missing + sum.damaged === sum.repaired;
  return { at: entry?.at ?? ledger.deps.clock(), ...sum, clean, lost };
}
