// The recovery code: 160 random bits that are printed once, in eight groups that can be read over the telephone.
// Invariant: a slip of one sign, or two neighbours swapped, is noticed before any key is tried.
import { randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O or U; reading takes I and L for 1, O for 0. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const dataSigns = 32;
const groupSigns = 5;
/** 32 signs of data and 8 of check: eight groups of five. */
const allSigns = 40;
const modulus = 2 ** 40 - 87;

/** A new code in canonical form (40 signs, no dashes). */
export function newRecoveryCode(): string {
  let data = "";
  for (const byte of randomBytes(dataSigns)) data += signs.charAt(byte & 31);
  return data + checkOf(data);
}

/** The code as it is printed: `XXXXX-XXXXX-…`, eight groups. */
export function printRecoveryCode(canonical: string): string {
  return canonical.match(new RegExp(`.{${groupSigns}}`, "g"))?.join("-") ?? canonical;
}

/** Reads what a person typed; null when it is not a whole code without slips. */
export function readRecoveryCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, "")
    .replace(/[IL]/g, "1")
    .replaceAll("O", "0");
  if (!/^[0-9A-HJKMNP-TV-Z]{40}$/.test(code)) return null;
  const data = code.slice(0, dataSigns);
  return checkOf(data) === code.slice(dataSigns) ? code : null;
}

/** Whether a text has a code's length and signs, slips or not: then a slip is likelier than a passphrase of this shape. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return /^(?:[0-9A-Za-z]{5}[\s\p{Pd}]){7}[0-9A-Za-z]{5}$/u.test(typed.trim());
}

/** Eight signs: the value of the data modulo the largest prime below 2^40, so that every single slip changes it. */
function checkOf(data: string): string {
  let rest = 0n;
  for (const sign of data) rest = (rest * 32n + BigInt(signs.indexOf(sign))) % BigInt(modulus);
  let check = "";
  for (let i = 0; i < allSigns - dataSigns; i++) {
    check = signs.charAt(Number(rest % 32n)) + check;
    rest /= 32n;
  }
  return check;
}
