// Whether words stand in any file of a folder, however they are wrapped: by means other than those the program itself uses.
// Invariant: errs towards finding. Each file is read as it is and with every wrapping taken off: gzip, zlib, zip, tar, PNG, base64,
// escapes of HTML, JSON, JavaScript and addresses, and two-byte letters; names of files count as words of theirs.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** Every reading of every file, by its path in the folder, in small letters and one form of Unicode. */
export function everyReading(dir: string): ReadonlyMap<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((file) => {
      const full = join(file.parentPath, file.name);
      const path = relative(dir, full);
      return [path, [path, ...readings(readFileSync(full), 0)].map(plain).join("\n")] as const;
    }),
  );
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ");

/** Paths of the files in which the words stand. */
export function filesThatSay(readingsOf: ReadonlyMap<string, string>, words: string): string[] {
  const wanted = plain(words);
  return [...readingsOf].filter(([, text]) => text.includes(wanted)).map(([path]) => path);
}

const deepest = 5;

function* readings(bytes: Buffer, depth: number): Generator<string> {
  if (depth > deepest || bytes.length === 0) return;
  const text = bytes.toString("utf8");
  yield text;
  yield unescaped(text);
  yield bytes.toString("utf16le");
  for (const inner of unwrapped(bytes)) yield* readings(inner, depth + 1);
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g))
    for (let from = 0; from < 4; from++)
      yield Buffer.from(run.slice(from), "base64").toString("utf8");
}

/** What lies inside, wherever in the file it begins. */
function* unwrapped(bytes: Buffer): Generator<Buffer> {
  for (const at of places(bytes, Buffer.from([0x1f, 0x8b, 8]))) yield* tried(gunzipSync, bytes, at);
  // Every member of a zip stands behind a heading of its own (APPNOTE 4.3.7).
  for (const at of places(bytes, Buffer.from("PK\u0003\u0004", "latin1"))) {
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    yield* tried(inflateRawSync, bytes, data);
  }
  // Pixels, text and profiles of a PNG are zlib streams, with keywords before some of them.
  if (bytes.subarray(1, 4).toString("latin1") === "PNG")
    for (const head of [0x01, 0x5e, 0x9c, 0xda])
      for (const at of places(bytes, Buffer.from([0x78, head])))
        yield* tried(inflateSync, bytes, at);
}

function* places(bytes: Buffer, mark: Buffer): Generator<number> {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) yield at;
}

function* tried(open: typeof gunzipSync, bytes: Buffer, at: number): Generator<Buffer> {
  try {
    yield open(bytes.subarray(at), { maxOutputLength: 1e8 });
  } catch {
    // Not such a stream after all.
  }
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  middot: "·",
};

function unescaped(text: string): string {
  return text
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, hex: string) => letter(Number.parseInt(hex, 16)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => letter(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, ten: string) => letter(Number(ten)))
    .replace(/&(\w{2,6});/g, (all, name: string) => named[name] ?? all)
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
    )
    .replace(/\\(["'\\/])/g, "$1");
}

const letter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");
