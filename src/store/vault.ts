// The vault's half of the store's door: keys, slots, files, opening and making, backup, erasure.
// Invariant: what touches the disk in the clear stays behind it.
export { type Box, closeBox, openBox } from "./aead.ts";
export { type BackupReport, backupVault } from "./backup.ts";
export { diskError, replaceFile, syncFolder } from "./disk.ts";
export { type SlotSecret, tuneKdf } from "./derive-slot-key.ts";
export { eraseEntries, type Erased } from "./erase-entries.ts";
export {
  type Bytes,
  type FileState,
  type FileStore,
  type KeepOptions,
  type Kept,
  openFiles,
} from "./file-store.ts";
export { newHolder, sealedMark, withGrant, withoutGrant, withoutMember } from "./grants.ts";
export {
  deriveSealedKeys,
  deriveVaultKeys,
  mac,
  randomKey,
  type SealedKeys,
  type VaultKeys,
  wipe,
} from "./keys.ts";
export { makeVault, type MakeVaultDeps } from "./make-vault.ts";
export type { Parts, VaultDeps } from "./open-parts.ts";
export { openVault, type OpenVaultDeps, type Vault } from "./open-vault.ts";
export {
  describeBackup,
  restoreFrom,
  type RestoreReport,
  type RestoreWalk,
  restoreVault,
} from "./restore.ts";
export { type Bundle, openSlots, type OpenedSlot, withSlot } from "./slots.ts";
export {
  changeVaultFile,
  hasVault,
  type Kdf,
  newVaultFile,
  parseVaultFile,
  readVaultFile,
  vaultFileText,
  type Slot,
  type SlotKind,
  type VaultFile,
  writeVaultFile,
} from "./vault-file.ts";
export { type LockHolder, lockHolder } from "./vault-lock.ts";
