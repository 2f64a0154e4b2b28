// Sealed values: who a source is, how to reach them, national ID numbers.
// Invariant: without the sealed key neither the text nor its length nor a guess at it can be had from a value; the same
// number written another way has the same hash, so that it can be found.
import type { Value } from "../model/index.ts";
import { closeBox, mac, openBox, type SealedKeys } from "../store/index.ts";
import { AccessError } from "./errors.ts";
import { type Actor, requireRight } from "./roles.ts";

export type SealedValue = Extract<Value, { kind: "sealed" }>;

const version = "1.";
const context = "guwah sealed 1";
const nonceBytes = 24;
/** Texts are padded to multiples of this: a phone number and an ID number then look alike. */
const padBytes = 64;
/** What fits the 8,000 signs of a sealed value's cipher. */
const longestBytes = 5_887;

/**
 * Seals a text.
 * Throws AccessError `access/sealed-too-long` above 5,887 bytes of UTF-8.
 */
export function sealValue(text: string, keys: SealedKeys): SealedValue {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length > longestBytes) {
    throw new AccessError(
      "access/sealed-too-long",
      `Expected at most ${longestBytes} bytes, got ${bytes.length}. Keep a longer text as a file.`,
      { details: { limitBytes: longestBytes, got: bytes.length } },
    );
  }
  const padded = Buffer.alloc(Math.ceil((bytes.length + 1) / padBytes) * padBytes);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const box = closeBox(keys.cipher, padded, context);
  padded.fill(0);
  bytes.fill(0);
  const cipher = version + Buffer.concat([box.nonce, box.cipher]).toString("base64url");
  return { kind: "sealed", cipher, hash: sealedHash(text, keys) };
}

/**
 * The text of a sealed value.
 * Throws AccessError `access/not-allowed` without the right, `access/sealed-locked` when these keys do not open it.
 */
export function openSealed(
  value: SealedValue,
  keys: SealedKeys | null,
  actor: Pick<Actor, "rights">,
): string {
  requireRight(actor, "open-sealed");
  const bytes = Buffer.from(value.cipher.slice(version.length), "base64url");
  const box = { nonce: bytes.subarray(0, nonceBytes), cipher: bytes.subarray(nonceBytes) };
  const known = value.cipher.startsWith(version) && keys !== null;
  const padded = known ? openBox(keys.cipher, box, context) : null;
  const end = padded?.lastIndexOf(0x80) ?? -1;
  if (padded === null || end < 0) {
    throw new AccessError(
      "access/sealed-locked",
      "These keys do not open this value. Unlock the vault again; if it stays, run `guwah check`.",
    );
  }
  const text = padded.toString("utf8", 0, end);
  padded.fill(0);
  return text;
}

/** What a sealed text is found by: HMAC-SHA-256 of its letters and digits, 64 hexadecimal digits. */
export function sealedHash(text: string, keys: SealedKeys): string {
  return mac(keys.hash, "sealed", plainForm(text)).toString("hex");
}

/** Digits of other scripts that are in use where Guwah is, by their zero: Arabic-Indic, its eastern form, Devanagari. */
const zeros = [0x0660, 0x06f0, 0x0966];
/** Cyrillic capitals that a number plate or passport shares with Latin, and keyboards mix up. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
};

/** Letters and digits only, small, digits as 0–9; in what holds a digit, Cyrillic look-alikes as Latin. */
function plainForm(text: string): string {
  const kept = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (sign) => {
      const code = sign.charCodeAt(0);
      const zero = zeros.find((z) => code >= z && code < z + 10) ?? code;
      return String(code - zero);
    });
  if (kept === "") return text.normalize("NFKC");
  return /[0-9]/.test(kept) ? kept.replace(/[авекмнорстух]/g, (s) => lookAlikes[s] ?? s) : kept;
}
