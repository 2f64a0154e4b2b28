// Small secrets under a key: XChaCha20-Poly1305 with a random 24-byte nonce and bound context.
// Invariant: opening gives the bytes that were closed under this key and this context, or null; never something else.
import sodium from "sodium-native";
import { secureBytes } from "./keys.ts";

const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
const tagBytes = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES;

export interface Box {
  readonly nonce: Buffer;
  readonly cipher: Buffer;
}

/** Encrypts `message` under a 32-byte key; `context` must be given again to open it. */
export function closeBox(key: Uint8Array, message: Uint8Array, context: string): Box {
  const nonce = Buffer.alloc(nonceBytes);
  sodium.randombytes_buf(nonce);
  const cipher = Buffer.alloc(message.length + tagBytes);
  const ad = Buffer.from(context, "utf8");
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(cipher, message, ad, null, nonce, key);
  return { nonce, cipher };
}

/** Decrypts into locked memory; null when key, context or bytes are not the ones that were closed. */
export function openBox(key: Uint8Array, box: Box, context: string): Buffer | null {
  if (box.nonce.length !== nonceBytes || box.cipher.length < tagBytes) return null;
  const message = secureBytes(box.cipher.length - tagBytes);
  const ad = Buffer.from(context, "utf8");
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      message,
      null,
      box.cipher,
      ad,
      box.nonce,
      key,
    );
  } catch {
    return null;
  }
  return message;
}
