// What an authority is asked: the SHA-256 of a checkpoint's text, a number of our own, and its certificates.
// Invariant: nothing of the ledger but that hash is in it.
// Source: RFC 3161 section 2.4.1; written by hand, since every field but hash and nonce is a constant.
import { createHash, randomBytes } from "node:crypto";

export interface TimestampQuery {
  /** DER of the TimeStampReq. */
  readonly der: Buffer;
  /** SHA-256 of the stamped text. */
  readonly imprint: Buffer;
  /** 16 bytes, positive and without a leading zero, as the INTEGER's content. */
  readonly nonce: Buffer;
}

/** INTEGER 1, then SEQUENCE { SEQUENCE { OID sha256, NULL }, OCTET STRING of 32 bytes follows }. */
const head = Buffer.from("0201013031300d060960864801650304020105000420", "hex");
const certReq = Buffer.from("0101ff", "hex");

/** A query for this text, with a new nonce. */
export function timestampQuery(text: string): TimestampQuery {
  const imprint = createHash("sha256").update(text, "utf8").digest();
  const nonce = randomBytes(16);
  // DER allows no needless leading byte, and a set first bit would make the number negative.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const body = Buffer.concat([head, imprint, Buffer.from([0x02, nonce.length]), nonce, certReq]);
  return { der: Buffer.concat([Buffer.from([0x30, body.length]), body]), imprint, nonce };
}
