// From a passphrase or recovery code to the keys of a vault and the member they belong to.
// Invariant: a wrong secret ends in one coded error after a growing delay, and nothing is written anywhere.
import type { MemberId } from "../model/index.ts";
import {
  deriveVaultKeys,
  openSlots,
  readVaultFile,
  type SealedKeys,
  type SlotKind,
  type SlotSecret,
  type VaultKeys,
  wipe,
} from "../store/index.ts";
import type { Attempts } from "./attempts.ts";
import { AccessError } from "./errors.ts";
import { looksLikeRecoveryCode, readRecoveryCode } from "./recovery-code.ts";

/** What someone who unlocked holds. */
export interface Unlocked {
  readonly vault: string;
  readonly member: MemberId;
  /** What they unlocked it with. After a recovery code a new passphrase should be asked for. */
  readonly by: SlotKind;
  readonly keys: VaultKeys;
  /** null: their roles do not open sealed values. */
  readonly sealed: SealedKeys | null;
}

/**
 * Unlocks the vault in `home` with what a person typed: a passphrase or a recovery code.
 * The roles are in the ledger: open the vault with `keys`, then ask `actorOf`.
 * Throws AccessError `access/wrong-passphrase` (after 1, 2, 4, 8 … at most 30 seconds), `access/recovery-code` (a slip in
 * it), `access/too-many-attempts`; StoreError of `readVaultFile`.
 */
export async function unlock(
  { attempts }: { readonly attempts: Attempts },
  { home, secret }: { readonly home: string; readonly secret: string },
): Promise<Unlocked> {
  const file = await readVaultFile(home);
  const typed = readSecret(secret);
  const opened = await attempts.attempt(file.vault, () => openSlots(file, typed));
  if (opened === null) throw wrongPassphrase();
  const { slot, bundle, sealed } = opened;
  wipe(bundle.secretKey, bundle.mark);
  const keys = deriveVaultKeys(bundle.vaultKey);
  return { vault: file.vault, member: slot.member, by: slot.kind, keys, sealed };
}

/**
 * What a person typed, as the secret of a slot.
 * Throws AccessError `access/recovery-code` when it is shaped like a recovery code but has a slip in it.
 */
export function readSecret(typed: string): SlotSecret {
  const code = readRecoveryCode(typed);
  if (code !== null) return { kind: "recovery", text: code };
  if (looksLikeRecoveryCode(typed)) {
    throw new AccessError(
      "access/recovery-code",
      "This looks like a recovery code with a slip in it. Compare it with the printed one, group by group.",
    );
  }
  return { kind: "passphrase", text: typed };
}

export function wrongPassphrase(): AccessError {
  return new AccessError(
    "access/wrong-passphrase",
    "This passphrase does not open the vault. Check the keyboard's language and capital letters, then try again.",
  );
}
