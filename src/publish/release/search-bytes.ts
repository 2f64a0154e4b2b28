// The last gate: looks through the very bytes that were written for words that stay, however they are wrapped.
// Invariant: raw, with escapes or percent signs, in base64, inside gzip or zip; in file names too. A find names no word.
import { gunzipSync, inflateRawSync } from "node:zlib";
import { isDistinctive } from "./shown-text.ts";
import { WordFinder } from "./word-finder.ts";

export interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** No file of a release unpacks to more; one that does is not searched to its end and so does not go. */
const mostUnpacked = 256 * 1024 * 1024;
const deepest = 4;

/** Whether a word can be looked for in anybody's text without being found everywhere. */
const isFindable = (words: string): boolean =>
  isDistinctive(words) ||
  (words.match(/\p{L}/gu)?.length ?? 0) >= (/\p{Script=Han}/u.test(words) ? 3 : 6);

/** Looks for some words in many files. */
export class ByteSearch {
  readonly #finder = new WordFinder();
  readonly #words: readonly string[];
  constructor(withheld: readonly string[]) {
    this.#words = withheld.filter(isFindable);
    for (const [i, words] of this.#words.entries()) this.#finder.add(words, String(i));
  }

  /** The words found in a file; for tests and for setting aside what every site says. Throws RangeError for what unpacks to too much. */
  find({ path, bytes }: WrittenFile): ReadonlySet<string> {
    const found = new Set<string>();
    for (const text of [path, ...readings(bytes, 0)]) {
      const flat = squeezed(text);
      for (const i of this.#finder.find(text)) {
        const words = this.#words[Number(i)] as string;
        if (flat.includes(squeezed(words))) found.add(words);
      }
    }
    return found;
  }
}

const squeezed = (text: string): string => text.toLowerCase().replace(/\s+/gu, " ");

/** What a reader of the bytes could read: as they are, and with each wrapping taken off. */
function* readings(bytes: Uint8Array, depth: number): Generator<string> {
  if (depth > deepest) return;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const inner of unpacked(buffer)) yield* readings(inner, depth + 1);
  const text = buffer.toString("utf8");
  yield text;
  if (text.includes("&") || text.includes("\\") || text.includes("%")) yield unescaped(text);
  if (text.includes("\0")) yield buffer.toString("utf16le");
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g))
    // A run may begin anywhere in what was wrapped.
    for (let from = 0; from < 4; from++) yield* decoded(run.slice(from), depth);
}

function* decoded(run: string, depth: number): Generator<string> {
  const inner = Buffer.from(run, "base64");
  if (inner.length < 6) return;
  yield inner.toString("utf8");
  if (isPacked(inner)) yield* readings(inner, depth + 1);
}

const isPacked = (bytes: Buffer): boolean =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) || bytes.subarray(0, 2).toString("latin1") === "PK";

function* unpacked(bytes: Buffer): Generator<Buffer> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    yield gunzipSync(bytes, { maxOutputLength: mostUnpacked });
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") yield* zipped(bytes);
}

/** Entries by the central directory (APPNOTE 4.3.12), their names first. */
function* zipped(bytes: Buffer): Generator<Buffer> {
  let at = bytes.indexOf("PK\u0001\u0002", 0, "latin1");
  while (at >= 0 && at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((o) => bytes.readUInt16LE(at + o));
    const head = bytes.readUInt32LE(at + 42);
    yield bytes.subarray(at + 46, at + 46 + (name ?? 0));
    if (head + 30 <= bytes.length) {
      const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
      const inner = bytes.subarray(from, from + size);
      yield method === 8 ? inflateRawSync(inner, { maxOutputLength: mostUnpacked }) : inner;
    }
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  const plain = text
    .replace(
      /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g,
      (all, hex, ten, name) =>
        name === undefined
          ? codePoint(Number.parseInt(String(hex ?? ten), hex === undefined ? 10 : 16), String(all))
          : (entities[String(name)] ?? String(all)),
    )
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) =>
      String.fromCharCode(Number.parseInt(String(hex), 16)),
    )
    .replace(/\\[nrt]/g, " ")
    .replace(/\\(["\\/])/g, "$1");
  return plain.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );
}

const codePoint = (n: number, otherwise: string): string =>
  n <= 0x10ffff ? String.fromCodePoint(n) : otherwise;
