// The door of the store: the vault's two engines, its ledger, its projections, and the proof that they agree.
export { checkLedger, type CheckReport, type Problem, type ProblemKind } from "./check.ts";
export { closedSources, wholeDb, wholeEngine, withoutClosed } from "./closed-view.ts";
export type { BulkWrite, Cell, ColumnType, Db, Engine, Tx } from "./engine.ts";
export { StoreError, type StoreCode } from "./errors.ts";
export {
  type Expectation,
  type Ledger,
  type LedgerDeps,
  openLedger,
  type Prepared,
} from "./ledger.ts";
export { envelopeText } from "./leaf.ts";
export { ledgerAt } from "./ledger-at.ts";
export { claimsPointingAt, type LiveClaim, liveClaims } from "./live-claims.ts";
export { openPostgres } from "./postgres/engine.ts";
export type { Derivation, Project, Projection, Row, Table } from "./projection.ts";
export { entryOf, entryPages, type HistoryItem, historyOf } from "./read-entries.ts";
export { prepareTables, rebuild, type Rebuilt } from "./rebuild.ts";
export { openSqlcipher } from "./sqlcipher/engine.ts";
export { claimTables, sortKey } from "./tables/claims.ts";
export { peopleTables } from "./tables/people.ts";
export type * from "./tables/rows.ts";
export { sourceTables } from "./tables/sources.ts";
export { backupVault, type BackupReport } from "./backup.ts";
export { checkVault, type VaultReport } from "./check-vault.ts";
export { eraseEntries } from "./erase-entries.ts";
export { describeBackup, type RestoreReport, restoreVault } from "./restore.ts";
export * from "./vault.ts";
