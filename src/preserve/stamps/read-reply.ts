// The parts of an authority's answer (RFC 3161 TimeStampResp), taken apart and not believed.
// Invariant: the bytes come from a stranger: whatever does not have the shape of one answer, to the last byte, is null; the
// signed parts are given as they came, never encoded anew.
import { X509Certificate } from "node:crypto";
import type * as Asn1 from "asn1js";
import type * as Pki from "pkijs";
import { isStrictDer } from "./strict-der.ts";

/** Hash of a certificate as the token names its own signer (RFC 2634 ESSCertID, RFC 5816 ESSCertIDv2). */
export interface CertificateHash {
  /** OID of the hash. */
  readonly algorithm: string;
  readonly hash: Buffer;
}

export interface StampToken {
  /** DER of the TSTInfo, which is what was signed. */
  readonly content: Buffer;
  readonly imprint: { readonly algorithm: string; readonly hash: Buffer };
  /** Content of the INTEGER. */
  readonly nonce: Buffer | null;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly policy: string;
  readonly certificates: readonly X509Certificate[];
  readonly signer: {
    readonly digest: string;
    readonly algorithm: string;
    readonly signature: Buffer;
    /** The signed attributes as the SET that was signed. */
    readonly attributes: Buffer;
    readonly contentType: string | null;
    readonly messageDigest: Buffer | null;
    readonly certificates: readonly CertificateHash[];
    /** The signer's issuer (DER) and serial number (hexadecimal), as it is named by; null where it is named by key. */
    readonly name: { readonly issuer: Buffer; readonly serial: string } | null;
  };
}

export type Reply =
  | { readonly kind: "token"; readonly token: StampToken }
  /** A status that is not granted; there is no token then. */
  | { readonly kind: "rejected"; readonly status: number };

const most = 10;
const oid = {
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
} as const;

interface Libraries {
  readonly asn1: typeof Asn1;
  readonly pki: typeof Pki;
}

/** Reads an answer; null when it is not one. Never throws for bytes, whatever they are. */
export async function readReply(bytes: Uint8Array): Promise<Reply | null> {
  // Most vaults have no authority, and need not load this.
  if (!isStrictDer(bytes)) return null;
  const libraries = { asn1: await import("asn1js"), pki: await import("pkijs") };
  try {
    return parse(libraries, bytes);
  } catch {
    return null;
  }
}

function parse(libraries: Libraries, bytes: Uint8Array): Reply | null {
  const { asn1, pki } = libraries;
  const reply = new pki.TimeStampResp({ schema: asn1.fromBER(bytes).result });
  const { status } = reply.status;
  // 0 granted, 1 granted with modifications: RFC 3161 section 2.4.2.
  if (status !== 0 && status !== 1) return { kind: "rejected", status };
  const info = reply.timeStampToken;
  if (info?.contentType !== oid.signedData) return null;
  const signed = new pki.SignedData({ schema: info.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  const [signer, ...others] = signed.signerInfos;
  if (eContentType !== oid.tstInfo || eContent === undefined) return null;
  if (signer === undefined || others.length > 0) return null;
  const digests = signed.digestAlgorithms.map(({ algorithmId }) => algorithmId);
  if (!digests.includes(signer.digestAlgorithm.algorithmId)) return null;
  const content = Buffer.from(eContent.getValue());
  if (!isStrictDer(content)) return null;
  const stamp = new pki.TSTInfo({ schema: asn1.fromBER(content).result });
  const time = stamp.genTime.getTime();
  if (stamp.version !== 1 || !Number.isSafeInteger(time) || time < 0) return null;
  const certificates = certificatesOf(info.content);
  if (certificates === null) return null;
  const { hashAlgorithm, hashedMessage } = stamp.messageImprint;
  return {
    kind: "token",
    token: {
      content,
      imprint: {
        algorithm: hashAlgorithm.algorithmId,
        hash: Buffer.from(hashedMessage.valueBlock.valueHexView),
      },
      nonce: stamp.nonce === undefined ? null : Buffer.from(stamp.nonce.valueBlock.valueHexView),
      time,
      policy: stamp.policy,
      certificates,
      signer: signerOf(libraries, signer),
    },
  };
}

function signerOf({ asn1, pki }: Libraries, signer: Pki.SignerInfo): StampToken["signer"] {
  const { signedAttrs, sid } = signer;
  const one = (type: string): Asn1.BaseBlock | null => {
    const found = (signedAttrs?.attributes ?? []).filter((attribute) => attribute.type === type);
    const [value, ...more] = (found[0]?.values ?? []) as Asn1.BaseBlock[];
    return found.length === 1 && more.length === 0 ? (value ?? null) : null;
  };
  const contentType = one(oid.contentType);
  const digest = one(oid.messageDigest);
  return {
    digest: signer.digestAlgorithm.algorithmId,
    algorithm: signer.signatureAlgorithm.algorithmId,
    signature: Buffer.from(signer.signature.getValue()),
    attributes: Buffer.from(signedAttrs?.encodedValue ?? new ArrayBuffer(0)),
    contentType:
      contentType instanceof asn1.ObjectIdentifier ? contentType.valueBlock.toString() : null,
    messageDigest: digest instanceof asn1.OctetString ? Buffer.from(digest.getValue()) : null,
    certificates: [
      ...firstHash(one(oid.signingCertificate), oid.sha1),
      ...firstHash(one(oid.signingCertificateV2), oid.sha256),
    ],
    name:
      sid instanceof pki.IssuerAndSerialNumber
        ? {
            issuer: Buffer.from(sid.issuer.valueBeforeDecode),
            serial: Buffer.from(sid.serialNumber.valueBlock.valueHexView).toString("hex"),
          }
        : null,
  };
}

/** The first ESSCertID of SigningCertificate(V2): the signer's own. `usual` is the hash where none is named. */
function firstHash(value: Asn1.BaseBlock | null, usual: string): CertificateHash[] {
  if (value === null) return [];
  const id = childrenOf(childrenOf(childrenOf(value)[0])[0]);
  const named = id[0]?.idBlock.tagNumber === 16 ? childrenOf(id[0])[0]?.toString() : null;
  const hash = id[named === null ? 0 : 1];
  // "OBJECT IDENTIFIER : 2.16.…": asn1js writes out a node this way, and no other way for every kind of node.
  const algorithm = named === null ? usual : (named?.split(" : ")[1] ?? "");
  const octets = (hash?.valueBlock as { valueHexView?: Uint8Array } | undefined)?.valueHexView;
  return octets === undefined ? [] : [{ algorithm, hash: Buffer.from(octets) }];
}

function childrenOf(node: Asn1.BaseBlock | undefined): Asn1.BaseBlock[] {
  const { value } = (node?.valueBlock ?? {}) as { value?: unknown };
  return Array.isArray(value) ? (value as Asn1.BaseBlock[]) : [];
}

/** The bytes of each certificate as they came: SignedData ::= SEQUENCE { version, digests, content, [0] certificates … } */
function certificatesOf(signedData: Asn1.BaseBlock): X509Certificate[] | null {
  const set = childrenOf(signedData).find(
    ({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0,
  );
  const nodes = childrenOf(set);
  if (nodes.length > most) return null;
  return nodes.map((node) => new X509Certificate(node.valueBeforeDecodeView));
}
