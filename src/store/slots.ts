// One slot for each secret: it wraps the vault key and the member's own secret key.
// Invariant: a slot opens only with its secret, and only as the slot of this member in this vault; what it gives is
// checked, so that a changed vault.json locks out and never slips in a key of someone else's making.
import { randomBytes } from "node:crypto";
import type { MemberId } from "../model/index.ts";
import { closeBox, openBox } from "./aead.ts";
import { deriveSlotKey, type SlotSecret } from "./derive-slot-key.ts";
import { openGrant } from "./grants.ts";
import { keyBytes, secureBytes, type SealedKeys, wipe } from "./keys.ts";
import type { Slot, SlotKind, VaultFile } from "./vault-file.ts";

/** What a slot wraps: 3 × 32 bytes. */
export interface Bundle {
  readonly vaultKey: Buffer;
  /** Opens the sealed key where it is granted to this member (X25519). */
  readonly secretKey: Buffer;
  /** Tells the true sealed key from one slipped in (`sealedMark`). */
  readonly mark: Buffer;
}

export interface OpenedSlot {
  readonly slot: Slot;
  readonly bundle: Bundle;
  /** null: this member's roles did not need the sealed key. */
  readonly sealed: SealedKeys | null;
}

/**
 * The file with a slot for this member and secret, in place of their slot of the same kind.
 * null when the secret opens another member's slot: one passphrase must name one person.
 */
export async function withSlot(
  file: VaultFile,
  member: MemberId,
  secret: SlotSecret,
  bundle: Bundle,
): Promise<VaultFile | null> {
  const slotKey = await deriveSlotKey(file.kdf, secret);
  try {
    const others = file.slots.filter((s) => s.kind === secret.kind && s.member !== member);
    for (const slot of others) {
      const found = unwrap(file.vault, slot, slotKey);
      if (found === null) continue;
      wipe(found.vaultKey, found.secretKey, found.mark);
      return null;
    }
    const kept = file.slots.filter((s) => s.kind !== secret.kind || s.member !== member);
    return {
      ...file,
      slots: [...kept, closeSlot(file.vault, member, secret.kind, slotKey, bundle)],
    };
  } finally {
    wipe(slotKey);
  }
}

/**
 * Tries a secret on every slot of its kind, with one derivation.
 * Returns null when it opens none. Throws StoreError `vault-damaged` when a granted sealed key is not the true one.
 */
export async function openSlots(file: VaultFile, secret: SlotSecret): Promise<OpenedSlot | null> {
  const slotKey = await deriveSlotKey(file.kdf, secret);
  try {
    for (const slot of file.slots) {
      if (slot.kind !== secret.kind) continue;
      const bundle = unwrap(file.vault, slot, slotKey);
      if (bundle !== null) return { slot, bundle, sealed: openGrant(file, slot.member, bundle) };
    }
    return null;
  } finally {
    wipe(slotKey);
  }
}

function unwrap(vault: string, slot: Slot, slotKey: Buffer): Bundle | null {
  const nonce = Buffer.from(slot.nonce, "base64url");
  const cipher = Buffer.from(slot.wrapped, "base64url");
  const plain = openBox(slotKey, { nonce, cipher }, contextOf(vault, slot));
  if (plain === null || plain.length !== 3 * keyBytes) return null;
  const part = (n: number): Buffer => {
    const key = secureBytes();
    key.set(plain.subarray(n * keyBytes, (n + 1) * keyBytes));
    return key;
  };
  const bundle = { vaultKey: part(0), secretKey: part(1), mark: part(2) };
  wipe(plain);
  return bundle;
}

function contextOf(
  vault: string,
  { id, kind, member }: Pick<Slot, "id" | "kind" | "member">,
): string {
  return `guwah slot 1|${vault}|${id}|${kind}|${member}`;
}

function closeSlot(
  vault: string,
  member: MemberId,
  kind: SlotKind,
  slotKey: Buffer,
  bundle: Bundle,
): Slot {
  const id = randomBytes(9).toString("base64url");
  const plain = secureBytes(3 * keyBytes);
  plain.set(bundle.vaultKey);
  plain.set(bundle.secretKey, keyBytes);
  plain.set(bundle.mark, 2 * keyBytes);
  const box = closeBox(slotKey, plain, contextOf(vault, { id, kind, member }));
  wipe(plain);
  return {
    id,
    kind,
    member,
    nonce: box.nonce.toString("base64url"),
    wrapped: box.cipher.toString("base64url"),
  };
}
