// What a revocation list (RFC 5280 section 5) says of a certificate, and where a certificate says that its list is.
// Invariant: a list is believed only when the issuer of the certificate itself has signed it, for this kind of certificate, and it
// was good at the time in question. Bytes are a stranger's: what has another shape is not believed, and never throws.
import { verify, type X509Certificate } from "node:crypto";
import type * as Pki from "pkijs";
import { isStrictDer } from "./strict-der.ts";

export type ListVerdict = "good" | "revoked" | "not-believed";

const distributionPoints = "2.5.29.31";
const issuingPoint = "2.5.29.28";
/** Extensions of a list that may be critical: which certificates it is about, and its number. */
const understood = new Set([issuingPoint, "2.5.29.20", "2.5.29.35"]);
const uri = 6;
const mostAddresses = 3;
/** A list is made at the authority's clock, a stamp as well; they need not agree to the second. */
const slackMs = 5 * 60_000;

/** Hash by the OID of a signature; null: the key's own. SHA-1 is not among them. */
const signatures: Readonly<Record<string, string | null>> = {
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
  "1.3.101.112": null,
  "1.3.101.113": null,
};

/** Addresses (http, https) of the lists that are about a certificate; never throws. */
export async function listAddresses(certificate: X509Certificate): Promise<string[]> {
  const { Certificate, CRLDistributionPoints } = await import("pkijs");
  try {
    const { extensions = [] } = Certificate.fromBER(certificate.raw);
    const found = extensions.find(({ extnID }) => extnID === distributionPoints)?.parsedValue;
    if (!(found instanceof CRLDistributionPoints)) return [];
    return found.distributionPoints
      .filter(({ reasons, cRLIssuer }) => reasons === undefined && cRLIssuer === undefined)
      .flatMap(({ distributionPoint: names }) => (Array.isArray(names) ? names : []))
      .flatMap(({ type, value }) => (type === uri && isPlainAddress(value) ? [value] : []))
      .slice(0, mostAddresses);
  } catch {
    return [];
  }
}

function isPlainAddress(given: unknown): given is string {
  if (typeof given !== "string" || given.length > 1_000) return false;
  const url = URL.parse(given);
  return (
    (url?.protocol === "http:" || url?.protocol === "https:") &&
    url.username === "" &&
    url.password === ""
  );
}

/** `bytes`: DER. `time`: when the certificate signed, milliseconds since 1970. */
export async function judgeList(
  bytes: Uint8Array,
  {
    certificate,
    issuer,
    time,
  }: {
    readonly certificate: X509Certificate;
    readonly issuer: X509Certificate;
    readonly time: number;
  },
): Promise<ListVerdict> {
  if (!isStrictDer(bytes)) return "not-believed";
  const pki = await import("pkijs");
  try {
    const list = pki.CertificateRevocationList.fromBER(Buffer.from(bytes));
    const by = pki.Certificate.fromBER(issuer.raw);
    const isTheirs = Buffer.from(list.issuer.valueBeforeDecode).equals(
      Buffer.from(by.subject.valueBeforeDecode),
    );
    const from = list.thisUpdate.value.getTime();
    const until = list.nextUpdate?.value.getTime() ?? 0;
    const isGood = from <= time + slackMs && time < until;
    if (!isTheirs || !isGood || !isAbout(pki, list, certificate)) return "not-believed";
    if (!isSigned(list, issuer)) return "not-believed";
    const serial = trimmed(certificate.serialNumber);
    const isListed = (list.revokedCertificates ?? []).some(
      ({ userCertificate }) =>
        trimmed(Buffer.from(userCertificate.valueBlock.valueHexView).toString("hex")) === serial,
    );
    return isListed ? "revoked" : "good";
  } catch {
    return "not-believed";
  }
}

/** RFC 5280 section 5.2: what is critical must be understood; a list for some reasons only, or of others' certificates, is none. */
function isAbout(
  pki: typeof Pki,
  list: Pki.CertificateRevocationList,
  certificate: X509Certificate,
): boolean {
  const extensions = list.crlExtensions?.extensions ?? [];
  if (extensions.some(({ critical, extnID }) => critical && !understood.has(extnID))) return false;
  return extensions
    .filter(({ extnID }) => extnID === issuingPoint)
    .every(({ parsedValue: point }) => {
      if (!(point instanceof pki.IssuingDistributionPoint)) return false;
      const isOther = certificate.ca ? point.onlyContainsUserCerts : point.onlyContainsCACerts;
      return (
        !isOther &&
        !point.indirectCRL &&
        !point.onlyContainsAttributeCerts &&
        point.onlySomeReasons === undefined
      );
    });
}

function isSigned(list: Pki.CertificateRevocationList, issuer: X509Certificate): boolean {
  const digest = signatures[list.signatureAlgorithm.algorithmId];
  // A signature is whole bytes; a count of spare bits would be bytes that nobody signed.
  if (digest === undefined || list.signatureValue.valueBlock.unusedBits !== 0) return false;
  const signature = Buffer.from(list.signatureValue.valueBlock.valueHexView);
  return verify(digest, Buffer.from(list.tbsView), issuer.publicKey, signature);
}

const trimmed = (serial: string): string => serial.toUpperCase().replace(/^0+/, "");
