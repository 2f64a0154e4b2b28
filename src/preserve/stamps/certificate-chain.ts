// From the certificate that signed a stamp to a root that is believed.
// Invariant: whatever the order and number of certificates, each is looked at once; a root is self-signed, so that
// `openssl verify` comes to the same end without being told anything else.
import type { X509Certificate } from "node:crypto";

/** The root a keeper gave for an authority; null believes a root that came in the token. */
export type TrustedRoot =
  | { readonly certificate: X509Certificate }
  /** SHA-256 of the root's DER, lower-case hexadecimal. */
  | { readonly sha256: string }
  | null;

export type Chain =
  /** The signer first, the root last. */
  | { readonly kind: "chain"; readonly certificates: readonly X509Certificate[] }
  /** There is a way, through a certificate that was not valid then. */
  | { readonly kind: "expired" }
  | { readonly kind: "not-trusted" };

/** Builds the chain as it stood at `time`, milliseconds since 1970. Source: RFC 5280 section 6.1, without policies and names. */
export function chainOf(
  signer: X509Certificate,
  given: readonly X509Certificate[],
  root: TrustedRoot,
  time: number,
): Chain {
  const pool = root !== null && "certificate" in root ? [root.certificate, ...given] : given;
  const valid = climb(signer, pool, root, (one) => isValidAt(one, time));
  if (valid !== null) return { kind: "chain", certificates: valid };
  const ever = climb(signer, pool, root, () => true);
  return { kind: ever === null ? "not-trusted" : "expired" };
}

function climb(
  signer: X509Certificate,
  pool: readonly X509Certificate[],
  root: TrustedRoot,
  counts: (one: X509Certificate) => boolean,
): X509Certificate[] | null {
  const seen = new Set<string>();
  const up = (one: X509Certificate): X509Certificate[] | null => {
    if (seen.has(one.fingerprint256) || !counts(one)) return null;
    seen.add(one.fingerprint256);
    if (isRoot(one, root)) return [one];
    for (const issuer of pool) {
      if (!issuer.ca || !isIssuedBy(one, issuer)) continue;
      const rest = up(issuer);
      if (rest !== null) return [one, ...rest];
    }
    return null;
  };
  return up(signer);
}

function isRoot(one: X509Certificate, root: TrustedRoot): boolean {
  if (!isIssuedBy(one, one)) return false;
  if (root === null) return true;
  return sha256Of(one) === ("sha256" in root ? root.sha256 : sha256Of(root.certificate));
}

/** Whether the names fit, the issuer may sign certificates, and did sign this one. */
export function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return one.checkIssued(issuer) && one.verify(issuer.publicKey);
  } catch {
    // A key of a kind unknown here.
    return false;
  }
}

export function sha256Of(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(":", "").toLowerCase();
}

function isValidAt(one: X509Certificate, time: number): boolean {
  // Certificates count in whole seconds, stamps may not: the last second belongs to them.
  return one.validFromDate.getTime() <= time && time < one.validToDate.getTime() + 1_000;
}
