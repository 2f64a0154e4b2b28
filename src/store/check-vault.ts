// The whole proof of a vault: its ledger and tables, then every file by decrypting and hashing it.
import type { FileHash } from "../model/index.ts";
import type { Progress } from "../runtime/index.ts";
import { checkLedger, type CheckReport, type Problem } from "./check.ts";
import type { FileStore } from "./file-store.ts";
import type { Ledger } from "./ledger.ts";

export interface VaultReport extends CheckReport {
  /** Files that were decrypted and hashed. */
  readonly files: number;
}

/** Verifies everything. Damage is in the report, never an exception. */
export async function checkVault(
  vault: { readonly ledger: Ledger; readonly files: FileStore },
  progress: Progress = () => {},
): Promise<VaultReport> {
  const report = await checkLedger(vault.ledger.deps, progress);
  const rows = await vault.ledger.deps.engine.db
    .selectFrom("files")
    .select(["hash", "seq"])
    .orderBy("seq")
    .execute();
  const damaged: Problem[] = [];
  for (const [i, { hash, seq }] of rows.entries()) {
    const state = await vault.files.verify(hash as FileHash);
    if (state !== "ok")
      damaged.push({
        kind: state === "missing" ? "file-missing" : "file-damaged",
        seq,
        file: hash,
      });
    progress(i + 1, rows.length, "files");
  }
  return {
    ...report,
    clean: report.clean && damaged.length === 0,
    files: rows.length,
    problems: [...report.problems, ...damaged].slice(0, 200),
    problemCount: report.problemCount + damaged.length,
  };
}
