// Whether a certificate is one for time-stamping, and for nothing else.
// Invariant: RFC 3161 section 2.3: exactly one extended key usage, id-kp-timeStamping, and critical. pkijs does not look.
import type { X509Certificate } from "node:crypto";

const extendedKeyUsage = "2.5.29.37";
const keyUsage = "2.5.29.15";
const timeStamping = "1.3.6.1.5.5.7.3.8";
/** First octet of the BIT STRING: digitalSignature and nonRepudiation. */
const signatureBits = 0xc0;

/** Never throws. */
export async function isForStamping(certificate: X509Certificate): Promise<boolean> {
  const { Certificate, ExtKeyUsage } = await import("pkijs");
  const { BitString } = await import("asn1js");
  try {
    const { extensions = [] } = Certificate.fromBER(certificate.raw);
    const [purpose, ...twice] = extensions.filter(({ extnID }) => extnID === extendedKeyUsage);
    if (purpose === undefined || twice.length > 0 || !purpose.critical) return false;
    const { parsedValue } = purpose;
    if (!(parsedValue instanceof ExtKeyUsage)) return false;
    if (parsedValue.keyPurposes.length !== 1 || parsedValue.keyPurposes[0] !== timeStamping) {
      return false;
    }
    // OpenSSL asks the same of the older extension, where there is one.
    return extensions
      .filter(({ extnID }) => extnID === keyUsage)
      .every(({ parsedValue: uses }) => {
        if (!(uses instanceof BitString)) return false;
        const [first = 0, ...more] = uses.valueBlock.valueHexView;
        return first !== 0 && (first & ~signatureBits) === 0 && more.every((byte) => byte === 0);
      });
  } catch {
    return false;
  }
}
