// Long secrets in pieces: libsodium secretstream, which notices pieces changed, swapped, dropped or cut off.
// Invariant: the tag goes in as a number (a Buffer is accepted by the binding and loses the data), and a stream that
// does not end with the final tag is not whole.
import sodium from "sodium-native";

export const streamHeaderBytes = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES;
/** What each piece grows by when encrypted. */
export const pieceOverhead = sodium.crypto_secretstream_xchacha20poly1305_ABYTES;

const tagMiddle = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
const tagFinal = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;
if (typeof tagMiddle !== "number" || typeof tagFinal !== "number") {
  throw new TypeError("sodium-native no longer gives secretstream tags as numbers");
}

export interface StreamWriter {
  /** 24 bytes that must precede the pieces. */
  readonly header: Buffer;
  /** The cipher text of one piece; the last one must say so. `into` is used when it has the room. */
  push(piece: Uint8Array, last: boolean, into?: Buffer): Buffer;
}

export interface Pulled {
  readonly piece: Buffer;
  readonly last: boolean;
}

export interface StreamReader {
  /** The plain text of one piece and whether it is the last; null when it is not the piece that was written here. */
  pull(cipher: Uint8Array): Pulled | null;
  /** Passes over a piece that is not wanted, by the 16 last bytes of its cipher text. Were they forged, no later piece opens. */
  pass(mac: Uint8Array): void;
}

/** The 16 bytes a piece ends with, which the nonce of the next one depends on. */
export const macBytes = 16;
// libsodium's state: key (32 bytes), counter (4, little-endian), the rest of the nonce (8), padding.
const counterAt = 32;
const nonceAt = 36;
const nonceBytes = 8;

/** Starts a stream. `context` is bound to every piece: a stream of one purpose never reads as another's. */
export function startWriting(key: Uint8Array, context: Uint8Array): StreamWriter {
  const state = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES);
  const header = Buffer.alloc(streamHeaderBytes);
  sodium.crypto_secretstream_xchacha20poly1305_init_push(state, header, key);
  return {
    header,
    push(piece, last, into) {
      const size = piece.length + pieceOverhead;
      const cipher = into === undefined ? Buffer.allocUnsafe(size) : into.subarray(0, size);
      const tag = last ? tagFinal : tagMiddle;
      sodium.crypto_secretstream_xchacha20poly1305_push(state, cipher, piece, context, tag);
      if (last) sodium.sodium_memzero(state);
      return cipher;
    },
  };
}

/** Reads a stream back. `header` are its 24 first bytes. */
export function startReading(
  key: Uint8Array,
  context: Uint8Array,
  header: Uint8Array,
): StreamReader {
  const state = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES);
  const tag = Buffer.alloc(1);
  let ended = header.length !== streamHeaderBytes;
  if (!ended) sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key);
  return {
    pull(cipher) {
      if (ended || cipher.length < pieceOverhead) return null;
      const piece = Buffer.allocUnsafe(cipher.length - pieceOverhead);
      try {
        sodium.crypto_secretstream_xchacha20poly1305_pull(state, piece, tag, cipher, context);
      } catch {
        ended = true;
        return null;
      }
      const last = tag[0] === tagFinal;
      if (last) {
        ended = true;
        sodium.sodium_memzero(state);
      }
      return { piece, last };
    },
    pass(mac) {
      // As crypto_secretstream_xchacha20poly1305_pull does after each piece that is not the last.
      for (let i = 0; i < nonceBytes; i++)
        state[nonceAt + i] = (state[nonceAt + i] ?? 0) ^ (mac[i] ?? 0);
      state.writeUInt32LE(state.readUInt32LE(counterAt) + 1, counterAt);
    },
  };
}
