// A BagIt 1.0 bag (RFC 8493) written to a folder: payload under data/, manifests over everything, one signature over the last.
// Invariant: the folder appears under its name only when it is whole, signed and on the disk; nothing is ever overwritten.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diskError, syncFolder } from "../../store/index.ts";
import { PublishError } from "../errors.ts";

export interface BagFile {
  /** Relative, of ASCII letters, digits, dots, dashes and underscores; real names belong in the records. */
  readonly path: string;
  readonly bytes: Uint8Array | string | AsyncIterable<Uint8Array>;
}

export interface BagInfo {
  /** Labels and values of bag-info.txt (RFC 8493 §2.2.2), without line breaks. */
  readonly [label: string]: string;
}

interface Written {
  readonly sha256: string;
  readonly size: number;
}

export interface WrittenBag {
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of the tag manifest: the hash that stands for the whole bag. */
  readonly hash: string;
}

const good = /^(?!.*(?:^|\/)\.)[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;
const ownerOnly = 0o700;
const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
export const TAG_MANIFEST = "tagmanifest-sha256.txt";

/**
 * Writes the files, then the manifests, then `${TAG_MANIFEST}.sig` as `sign` gives it for the tag manifest's bytes.
 * Throws PublishError `publish/folder-taken`, `publish/bad-path`; StoreError `disk-full`, `not-writable`; nothing is left then.
 */
export async function writeBag(
  dir: string,
  files: AsyncIterable<BagFile>,
  info: BagInfo,
  sign: (message: Uint8Array) => string,
): Promise<WrittenBag> {
  await requireFree(dir);
  const making = `${dir}.${randomBytes(6).toString("hex")}.part`;
  try {
    await mkdir(dirname(dir), { recursive: true });
    await mkdir(making, { mode: ownerOnly });
    const bag = await fill(making, files, info, sign);
    // An empty folder of that name may stand there; rename replaces it in one step.
    await rename(making, dir);
    await syncFolder(dirname(dir));
    return bag;
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    throw diskError(cause);
  }
}

async function fill(
  dir: string,
  files: AsyncIterable<BagFile>,
  info: BagInfo,
  sign: (message: Uint8Array) => string,
): Promise<WrittenBag> {
  const payload = new Map<string, Written>();
  const tags = new Map<string, Written>();
  for await (const { path, bytes } of files) {
    if (!good.test(path) || payload.has(path) || tags.has(path))
      throw new PublishError(
        "publish/bad-path",
        "A file in the dossier has a name that cannot be used.",
      );
    (path.startsWith("data/") ? payload : tags).set(path, await put(dir, path, bytes));
  }
  const sizes = [...payload.values()].reduce((sum, { size }) => sum + size, 0);
  const told = { ...info, "Payload-Oxum": `${sizes}.${payload.size}` };
  for (const [path, text] of [
    ["bagit.txt", declaration],
    ["bag-info.txt", infoText(told)],
    ["manifest-sha256.txt", manifest(payload)],
  ] as const)
    tags.set(path, await put(dir, path, text));
  const last = manifest(tags);
  const { sha256 } = await put(dir, TAG_MANIFEST, last);
  await put(dir, `${TAG_MANIFEST}.sig`, sign(Buffer.from(last)));
  return { files: payload.size, bytes: sizes, hash: sha256 };
}

async function put(dir: string, path: string, bytes: BagFile["bytes"]): Promise<Written> {
  const full = join(dir, path);
  await mkdir(dirname(full), { recursive: true, mode: ownerOnly });
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(full, "wx", 0o600);
  try {
    for await (const piece of pieces(bytes)) {
      hash.update(piece);
      size += piece.length;
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), size };
}

async function* pieces(bytes: BagFile["bytes"]): AsyncGenerator<Uint8Array> {
  if (typeof bytes === "string") yield Buffer.from(bytes);
  else if (bytes instanceof Uint8Array) yield bytes;
  else yield* bytes;
}

const manifest = (files: ReadonlyMap<string, Written>): string =>
  [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { sha256 }]) => `${sha256}  ${path}\n`)
    .join("");

const infoText = (info: BagInfo): string =>
  Object.entries(info)
    .map(([label, value]) => `${label}: ${value.replace(/[\r\n]+/g, " ")}\n`)
    .join("");

async function requireFree(dir: string): Promise<void> {
  const found = await readdir(dir).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new PublishError(
      "publish/folder-taken",
      "The dossier needs a new folder; there is a file of that name.",
      { cause },
    );
  });
  if (found.length > 0)
    throw new PublishError(
      "publish/folder-taken",
      "The folder is not empty. Name a new one; nothing was written.",
    );
}
