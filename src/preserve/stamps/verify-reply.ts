// Whether an authority's answer is a time stamp of this text that holds, and by which root.
// Invariant: every check of RFC 3161 section 2.2 in its order; the first that fails names itself, and nothing of the answer
// is used before all of them passed.
import { constants, createHash, timingSafeEqual, verify, type X509Certificate } from "node:crypto";
import { chainOf, sha256Of, type TrustedRoot } from "./certificate-chain.ts";
import { readReply, type StampToken } from "./read-reply.ts";
import { isForStamping } from "./stamping-use.ts";

/** Why an answer was not believed. */
export type ReplyFault =
  /** Not an answer at all. */
  | "malformed"
  /** The authority did not grant it. */
  | "rejected"
  /** It stamps something else. */
  | "wrong-hash"
  /** It answers another question. */
  | "wrong-nonce"
  /** Nothing in it is the certificate it was signed with. */
  | "wrong-certificate"
  /** That certificate is not one for time-stamping only. */
  | "wrong-use"
  | "bad-signature"
  /** A certificate was not valid at the time the stamp states. */
  | "expired"
  /** The certificates do not lead to the root that is believed. */
  | "not-trusted";

export interface Stamped {
  readonly kind: "stamped";
  /** Milliseconds since 1970, as the authority says. */
  readonly time: number;
  readonly policy: string;
  /** The signer first, the root last. */
  readonly chain: readonly X509Certificate[];
  /** SHA-256 of the root, hexadecimal. */
  readonly root: string;
}
export type ReplyVerdict = Stamped | { readonly kind: "refused"; readonly fault: ReplyFault };

export interface Expected {
  /** SHA-256 of the text. */
  readonly imprint: Uint8Array;
  /** Null for a token kept from earlier. */
  readonly nonce: Uint8Array | null;
  readonly root: TrustedRoot;
  /** Certificates that need not be in the answer. */
  readonly known?: readonly X509Certificate[];
}

const hashes: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
/** Only to tell which certificate is meant (RFC 2634); nothing is signed by it. */
const sha1 = "1.3.14.3.2.26";
const tstInfo = "1.2.840.113549.1.9.16.1.4";
const sha256 = "2.16.840.1.101.3.4.2.1";
const rsaPss = "1.2.840.113549.1.1.10";

/** Verifies an answer. Never throws for bytes, whatever they are. */
export async function verifyReply(bytes: Uint8Array, expected: Expected): Promise<ReplyVerdict> {
  const reply = await readReply(bytes);
  if (reply === null) return refused("malformed");
  if (reply.kind === "rejected") return refused("rejected");
  const { token } = reply;
  if (token.imprint.algorithm !== sha256 || !equal(token.imprint.hash, expected.imprint)) {
    return refused("wrong-hash");
  }
  if (expected.nonce !== null && (token.nonce === null || !equal(token.nonce, expected.nonce))) {
    return refused("wrong-nonce");
  }
  const given = [...token.certificates, ...(expected.known ?? [])];
  const signer = given.find((one) => isNamedSigner(token, one));
  if (signer === undefined || !(await isIssuerNamed(token, signer))) {
    return refused("wrong-certificate");
  }
  if (!(await isForStamping(signer))) return refused("wrong-use");
  if (!isSigned(token, signer)) return refused("bad-signature");
  const chain = chainOf(signer, given, expected.root, token.time);
  if (chain.kind !== "chain") return refused(chain.kind);
  const { certificates } = chain;
  const root = sha256Of(certificates.at(-1) ?? signer);
  return { kind: "stamped", time: token.time, policy: token.policy, chain: certificates, root };
}

/** ESSCertID: without it, somebody could put another certificate of the same key beside the token. */
function isNamedSigner({ signer }: StampToken, one: X509Certificate): boolean {
  const serial = signer.name?.serial ?? one.serialNumber;
  return (
    trimmed(serial) === trimmed(one.serialNumber) &&
    signer.certificates.length > 0 &&
    signer.certificates.every(({ algorithm, hash }) => {
      const name = algorithm === sha1 ? "sha1" : hashes[algorithm];
      return name !== undefined && equal(createHash(name).update(one.raw).digest(), hash);
    })
  );
}

async function isIssuerNamed({ signer }: StampToken, one: X509Certificate): Promise<boolean> {
  if (signer.name === null) return true;
  const { Certificate } = await import("pkijs");
  const { issuer } = Certificate.fromBER(one.raw);
  return equal(Buffer.from(issuer.valueBeforeDecode), signer.name.issuer);
}

/** RFC 5652 section 5.4: the signature is over the attributes, and those name the content's type and hash. */
function isSigned({ content, signer }: StampToken, by: X509Certificate): boolean {
  const digest = hashes[signer.digest];
  if (digest === undefined || signer.contentType !== tstInfo || signer.messageDigest === null) {
    return false;
  }
  if (!equal(createHash(digest).update(content).digest(), signer.messageDigest)) return false;
  const { publicKey } = by;
  const isEdwards = publicKey.asymmetricKeyType?.startsWith("ed") === true;
  const padding =
    signer.algorithm === rsaPss
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {};
  try {
    const key = { key: publicKey, ...padding };
    return verify(isEdwards ? null : digest, signer.attributes, key, signer.signature);
  } catch {
    return false;
  }
}

const trimmed = (serial: string): string => serial.toUpperCase().replace(/^0+/, "");

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(fault: ReplyFault): ReplyVerdict {
  return { kind: "refused", fault };
}
