// The last gate: looks through the very bytes that were written for words that stay, however they are wrapped.
// Invariant: raw, with escapes or percent signs, in base64, inside gzip or zip; in file names too. A find names no word.
import { gunzipSync, inflateRawSync } from "node:zlib";
import { longestLooked, PhraseScan, squeezed } from "./phrase-scan.ts";
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
  readonly #words: readonly string[];
  readonly #scan: PhraseScan;
  /** Runs of letters that may be base64 and hold nothing; most stand in every page. */
  readonly #clean = new Set<string>();
  constructor(withheld: readonly string[]) {
    this.#words = withheld.filter(isFindable);
    this.#scan = new PhraseScan(this.#words);
  }

  /** The words found in a file; for tests and for setting aside what every site says. Throws RangeError for what unpacks to too much. */
  find({ path, bytes }: WrittenFile): ReadonlySet<string> {
    const found = new Set<string>();
    if (this.#words.length === 0) return found;
    this.#look(path, found);
    this.#read(bytes, 0, found);
    return found;
  }

  /** One text as it stands and with its escapes taken off, closely only where its letters hold some of the words. */
  #lookBoth(text: string, found: Set<string>): void {
    const may = new Set(this.#scan.mayStand(text));
    for (const part of aroundEscapes(text))
      for (const i of this.#scan.mayStand(unescaped(part))) may.add(i);
    if (may.size === 0) return;
    this.#closely(text, may, found);
    this.#closely(unescaped(text), may, found);
  }

  #look(text: string, found: Set<string>): void {
    this.#closely(text, this.#scan.mayStand(text), found);
  }

  #closely(text: string, may: ReadonlySet<number>, found: Set<string>): void {
    if (may.size === 0) return;
    const finder = new WordFinder();
    for (const i of may) finder.add(this.#words[i] as string, String(i));
    const flat = squeezed(text);
    for (const i of finder.find(text)) {
      const words = this.#words[Number(i)] as string;
      if (flat.includes(squeezed(words))) found.add(words);
    }
  }

  /** What a reader of the bytes could read: as they are, and with each wrapping taken off. */
  #read(bytes: Uint8Array, depth: number, found: Set<string>): void {
    if (depth > deepest) return;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const inner of unpacked(buffer)) this.#read(inner, depth + 1, found);
    for (const part of windows(buffer)) {
      const text = part.toString("utf8");
      this.#lookBoth(text, found);
      if (text.includes("\0")) this.#look(part.toString("utf16le"), found);
    }
    for (const run of runs(bytes)) this.#readRun(run, depth, found);
  }

  #readRun(run: string, depth: number, found: Set<string>): void {
    if (this.#clean.has(run)) return;
    const before = found.size;
    // A run may begin anywhere in what was wrapped.
    for (let from = 0; from < 4; from++) {
      const inner = Buffer.from(run.slice(from), "base64");
      if (inner.length < 6) continue;
      this.#look(inner.toString("utf8"), found);
      if (isPacked(inner)) this.#read(inner, depth + 1, found);
    }
    if (run.length > longestKept || found.size > before) return;
    if (this.#clean.size >= mostKept) this.#clean.clear();
    this.#clean.add(run);
  }
}

const longestKept = 120;
const mostKept = 200_000;

/** A large file is read in parts, so that it is never in memory as text at once; each begins well before the end of the one before it. */
const windowBytes = 4 * 1024 * 1024;
const overlapBytes = 128 * 1024;

function* windows(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  while (from + windowBytes < bytes.length) {
    const to = from + windowBytes;
    yield bytes.subarray(from, to);
    from = overlapOf(bytes, to);
  }
  yield bytes.subarray(from);
}

/** Where to begin again: spaces do not count, and no letter is cut. */
function overlapOf(bytes: Buffer, end: number): number {
  let at = end;
  for (let left = overlapBytes; left > 0 && at > end - windowBytes / 2; at--)
    if ((bytes[at - 1] as number) > 0x20) left--;
  while (((bytes[at] as number) & 0xc0) === 0x80) at--;
  return at - ((at ^ end) & 1);
}

const inRun = new Uint8Array(256);
for (const sign of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-")
  inRun[sign.charCodeAt(0)] = 1;

/** Twelve or more signs of base64 in a row; what is in other letters is none. */
function runs(bytes: Uint8Array): string[] {
  const found: string[] = [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { length } = bytes;
  let from = 0;
  for (let at = 0; at < length; at++) {
    if (inRun[bytes[at] as number] === 1) continue;
    if (at - from >= 12) found.push(buffer.toString("latin1", from, at));
    from = at + 1;
  }
  if (length - from >= 12) found.push(buffer.toString("latin1", from, length));
  return found;
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

/** So many letters, each written at its longest, that a phrase can be recognised on both sides of an escape. */
const reach = longestLooked * 12;

/** The parts of a text in which an escape could hide the beginning of a phrase; none where nothing is escaped. */
function* aroundEscapes(text: string): Generator<string> {
  let first = -1;
  let last = -1;
  for (const { index } of text.matchAll(/[&\\%]/g)) {
    if (first >= 0 && index - last > 2 * reach) {
      yield text.slice(walkedBack(text, first), walkedOn(text, last));
      first = index;
    }
    if (first < 0) first = index;
    last = index;
  }
  if (first >= 0) yield text.slice(walkedBack(text, first), walkedOn(text, last));
}

/** So far on; spaces do not count. */
function walkedOn(text: string, from: number): number {
  let at = from;
  for (let left = reach; left > 0 && at < text.length; at++) if (text.charCodeAt(at) > 0x20) left--;
  return at;
}

function walkedBack(text: string, from: number): number {
  let at = from;
  for (let left = reach; left > 0 && at > 0; at--) if (text.charCodeAt(at - 1) > 0x20) left--;
  return at;
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
