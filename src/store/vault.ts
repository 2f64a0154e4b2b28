// The vault's half of the store's door: keys, slots, files, opening and making, backup, erasure.
// Invariant: the raw ciphers (`aead`, `secret-stream`) stay behind it; other rooms get purposes, not primitives.
export { type SlotSecret, deriveSlotKey, tuneKdf } from "./derive-slot-key.ts";
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
  randomKey,
  type SealedKeys,
  type VaultKeys,
  wipe,
} from "./keys.ts";
export { makeVault, type MakeVaultDeps } from "./make-vault.ts";
export type { Parts, VaultDeps } from "./open-parts.ts";
export { openVault, type OpenVaultDeps, type Vault } from "./open-vault.ts";
export { type Bundle, closeSlot, openSlots, type OpenedSlot } from "./slots.ts";
export {
  hasVault,
  type Kdf,
  newVaultFile,
  readVaultFile,
  type Slot,
  type SlotKind,
  type VaultFile,
  writeVaultFile,
} from "./vault-file.ts";
export { type LockHolder, lockHolder } from "./vault-lock.ts";
