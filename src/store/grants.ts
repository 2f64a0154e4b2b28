// Who holds the sealed key: it is sealed to a member's public key, so that it can be granted and withdrawn without
// knowing their passphrase.
// Invariant: it is only ever granted to a public key that someone holding the sealed key vouched for.
import sodium from "sodium-native";
import type { MemberId } from "../model/index.ts";
import { StoreError } from "./errors.ts";
import {
  deriveSealedKeys,
  keyBytes,
  mac,
  sameBytes,
  secureBytes,
  type SealedKeys,
} from "./keys.ts";
import type { Bundle } from "./slots.ts";
import type { Holder, VaultFile } from "./vault-file.ts";

/** The mark every member's slot carries, by which they know the true sealed key. */
export function sealedMark(sealed: SealedKeys): Buffer {
  return mac(sealed.voucher, "mark");
}

/** A key pair for a new member, vouched for, without a grant yet. */
export function newHolder(
  vault: string,
  member: MemberId,
  sealed: SealedKeys,
): { holder: Holder; secretKey: Buffer } {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const secretKey = secureBytes(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_keypair(publicKey, secretKey);
  const holder: Holder = {
    member,
    publicKey: publicKey.toString("base64url"),
    voucher: voucherOf(vault, member, publicKey, sealed).toString("base64url"),
    grant: null,
  };
  return { holder, secretKey };
}

/** Gives the sealed key to a member. Throws StoreError `vault-damaged` when nobody vouched for the public key found there. */
export function withGrant(file: VaultFile, member: MemberId, sealed: SealedKeys): VaultFile {
  return {
    ...file,
    holders: file.holders.map((holder) => {
      if (holder.member !== member) return holder;
      const publicKey = Buffer.from(holder.publicKey, "base64url");
      const voucher = voucherOf(file.vault, member, publicKey, sealed);
      if (!sameBytes(voucher, Buffer.from(holder.voucher, "base64url"))) throw forged();
      const grant = Buffer.alloc(keyBytes + sodium.crypto_box_SEALBYTES);
      sodium.crypto_box_seal(grant, sealed.root, publicKey);
      return { ...holder, grant: grant.toString("base64url") };
    }),
  };
}

/**
 * Takes the sealed key from a member. It does not undo what they opened before, and a copy of vault.json made
 * earlier still holds their grant.
 */
export function withoutGrant(file: VaultFile, member: MemberId): VaultFile {
  return {
    ...file,
    holders: file.holders.map((h) => (h.member === member ? { ...h, grant: null } : h)),
  };
}

/** Removes a member's slots and keys from the file. */
export function withoutMember(file: VaultFile, member: MemberId): VaultFile {
  return {
    ...file,
    slots: file.slots.filter((slot) => slot.member !== member),
    holders: file.holders.filter((holder) => holder.member !== member),
  };
}

/** The sealed keys granted to a member; null without a grant. Throws StoreError `vault-damaged` for a false one. */
export function openGrant(file: VaultFile, member: MemberId, bundle: Bundle): SealedKeys | null {
  const holder = file.holders.find((h) => h.member === member);
  if (holder === undefined || holder.grant === null) return null;
  const root = secureBytes();
  let opened: unknown;
  try {
    opened = sodium.crypto_box_seal_open(
      root,
      Buffer.from(holder.grant, "base64url"),
      Buffer.from(holder.publicKey, "base64url"),
      bundle.secretKey,
    );
  } catch {
    throw forged();
  }
  if (opened === false) throw forged();
  const sealed = deriveSealedKeys(root);
  // Someone who can write vault.json could seal a key of their own to a public key: it would not carry the mark.
  if (!sameBytes(sealedMark(sealed), bundle.mark)) throw forged();
  return sealed;
}

function voucherOf(vault: string, member: string, publicKey: Buffer, sealed: SealedKeys): Buffer {
  return mac(sealed.voucher, "holder", vault, member, publicKey);
}

function forged(): StoreError {
  return new StoreError(
    "vault-damaged",
    "The keys in vault.json were not made by this vault's people. Put back a copy of it, or restore a backup.",
  );
}
