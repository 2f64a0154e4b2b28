// A member's own secrets: a new passphrase, a new recovery code.
// Invariant: whoever changes a secret has shown one of their own just now; being signed in is not enough.
import type { MemberId } from "../model/index.ts";
import {
  type Bundle,
  changeVaultFile,
  openSlots,
  readVaultFile,
  type SlotSecret,
  type VaultFile,
  wipe,
  withSlot,
} from "../store/index.ts";
import type { Attempts } from "./attempts.ts";
import { AccessError } from "./errors.ts";
import { requireStrong } from "./passphrase-strength.ts";
import { newRecoveryCode, printRecoveryCode } from "./recovery-code.ts";
import { readSecret, wrongPassphrase } from "./unlock.ts";

/** Where, and one of the member's present secrets: passphrase or recovery code. */
export interface OwnSecret {
  readonly home: string;
  readonly secret: string;
}

/**
 * Gives the member who owns `secret` a new passphrase; the old one stops opening this vault.json. A copy made earlier
 * still opens with it.
 * Throws AccessError `access/wrong-passphrase`, `access/weak-passphrase`, `access/passphrase-taken`.
 */
export async function changePassphrase(
  deps: { readonly attempts: Attempts },
  { home, secret, passphrase }: OwnSecret & { readonly passphrase: string },
): Promise<{ member: MemberId }> {
  await requireStrong(passphrase);
  return replaceSlot(deps, { home, secret }, { kind: "passphrase", text: passphrase });
}

/** Gives the member a new recovery code, printed form, returned once; the old one stops working. Throws as `changePassphrase`. */
export async function renewRecoveryCode(
  deps: { readonly attempts: Attempts },
  own: OwnSecret,
): Promise<{ member: MemberId; recoveryCode: string }> {
  const code = newRecoveryCode();
  const { member } = await replaceSlot(deps, own, { kind: "recovery", text: code });
  return { member, recoveryCode: printRecoveryCode(code) };
}

async function replaceSlot(
  { attempts }: { readonly attempts: Attempts },
  { home, secret }: OwnSecret,
  next: SlotSecret,
): Promise<{ member: MemberId }> {
  const typed = readSecret(secret);
  const found = await readVaultFile(home);
  const opened = await attempts.attempt(found.vault, () => openSlots(found, typed));
  if (opened === null) throw wrongPassphrase();
  const { slot, bundle, sealed } = opened;
  try {
    return await changeVaultFile(home, async (file) => {
      // Somebody may have let this member go, or replaced this very slot, since it was opened.
      if (!file.slots.some((s) => s.id === slot.id)) throw wrongPassphrase();
      const changed = await slotFor(file, slot.member, next, bundle);
      return { file: changed, result: { member: slot.member } };
    });
  } finally {
    wipe(bundle.vaultKey, bundle.secretKey, bundle.mark, sealed);
  }
}

/** `withSlot`, with the refusal people see. Throws AccessError `access/passphrase-taken`. */
export async function slotFor(
  file: VaultFile,
  member: MemberId,
  secret: SlotSecret,
  bundle: Bundle,
): Promise<VaultFile> {
  const changed = await withSlot(file, member, secret, bundle);
  if (changed !== null) return changed;
  throw new AccessError(
    "access/passphrase-taken",
    "This passphrase cannot be used in this vault. Choose another one.",
  );
}
