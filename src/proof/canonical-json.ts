// RFC 8785 (JSON Canonicalization Scheme): one value, one text, on every machine and for ever.
// Invariant: the text parses back to an equal value, and equal values give the same text;
// whatever cannot keep that promise (NaN, undefined, half a surrogate pair, a Date) is refused.
import { ProofError } from "./errors.ts";

/** Deeper than any entry needs; a hostile nest must end in a coded error, not a stack overflow. */
export const MAX_JSON_DEPTH = 200;

// oxlint-disable-next-line no-control-regex -- RFC 8785 §3.2.2.2: exactly these need a closer look
const NEEDS_CARE = /[\u0000-\u001f"\\\ud800-\udfff]/;

/**
 * The canonical JSON text of a value.
 *
 * Takes what JSON can hold: null, booleans, finite numbers, well-formed strings, arrays and plain
 * objects. Keys are ordered by UTF-16 code units (§3.2.3), numbers printed as ECMAScript prints
 * them (§3.2.2.3), `-0` as `0`.
 * Throws ProofError `proof/json-number` (NaN, Infinity), `proof/json-text` (a lone surrogate, in
 * a key or a value), `proof/json-type` (undefined, a hole in an array, function, symbol, bigint,
 * Date, Map, bytes, class instance), `proof/json-depth` (more than 200 levels, or a cycle).
 * Source: RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      if (!Number.isFinite(value)) throw notFinite();
      return `${value}`;
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (depth >= MAX_JSON_DEPTH) throw tooDeep();
      return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1);
    default:
      throw notJson(typeof value);
  }
}

function writeArray(items: readonly unknown[], depth: number): string {
  let text = "[";
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += ",";
    text += write(items[i], depth);
  }
  return text + "]";
}

function writeObject(object: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw notJson("an instance of a class");
  if (Object.getOwnPropertySymbols(object).length > 0) throw notJson("a symbol key");
  const fields = object as Readonly<Record<string, unknown>>;
  // The default sort compares UTF-16 code units, which is what §3.2.3 asks for.
  const keys = inOrder(Object.keys(object));
  let text = "{";
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    if (i > 0) text += ",";
    text += quote(key) + ":" + write(fields[key], depth);
  }
  return text + "}";
}

function inOrder(keys: string[]): string[] {
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  }
  return keys;
}

function quote(text: string): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw loneSurrogate();
  // ECMAScript's own escapes are the ones §3.2.2.2 prescribes.
  return JSON.stringify(text);
}

function notFinite(): ProofError {
  return new ProofError(
    "proof/json-number",
    "Expected a finite number, got NaN or Infinity. Store the absence of a number as null.",
  );
}

function notJson(got: string): ProofError {
  return new ProofError(
    "proof/json-type",
    `Expected null, boolean, number, string, array or plain object, got ${got}. Convert it, or leave the key out.`,
    { got },
  );
}

function loneSurrogate(): ProofError {
  return new ProofError(
    "proof/json-text",
    "Expected well-formed Unicode, got half of a surrogate pair. Decode the text again or call toWellFormed().",
  );
}

function tooDeep(): ProofError {
  return new ProofError(
    "proof/json-depth",
    `Expected at most ${MAX_JSON_DEPTH} levels of nesting, got more. Flatten the value or break its cycle.`,
    { limit: MAX_JSON_DEPTH },
  );
}
