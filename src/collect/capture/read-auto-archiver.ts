// Looks through output of auto-archiver (Bellingcat): its metadata.json, its page, its list of hashes, its files.
// Invariant: everything in it is a stranger's; what is read of it has a limit, and what does not fit its shape is passed over.
import { createHash } from "node:crypto";
import { z } from "zod";
import { cleanLine } from "../clean-line.ts";
import type { Archive } from "../table/xlsx-archive.ts";
import { PACKAGE_HASHED_BYTES, PACKAGE_TEXT_BYTES } from "./limits.ts";

/** What `json_enricher` writes: status, metadata, media. */
const shape = z.object({
  status: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()),
  media: z.array(z.unknown()),
});

export interface SaidByArchiver {
  readonly url: string | null;
  readonly title: string | null;
  readonly status: string | null;
  readonly timestamp: string | null;
  readonly processedAt: string | null;
  readonly software: string | null;
  /** The words of the post or page. */
  readonly content: string;
  /** SHA-256 and SHA3-512 in lower-case hex, wherever they are listed. */
  readonly hashes: ReadonlySet<string>;
  /** Parts that tell of the work; they count among the files only where their own hash is listed. */
  readonly own: ReadonlySet<string>;
}

export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sha3: string;
  readonly isListed: boolean;
}

const MOST_TEXTS = 40;
const MOST_FILES = 400;
/** Named ones only: a fingerprint of a picture is as long as a hash. The list that was stamped holds nothing else. */
const named = /sha-256:([0-9a-f]{64})(?![0-9a-f])|sha3-512:([0-9a-f]{128})(?![0-9a-f])/g;
const bare = /(?<![0-9a-f])([0-9a-f]{128}|[0-9a-f]{64})(?![0-9a-f])/g;
const software = /bellingcat\/auto-archiver<\/a>\s{0,40}v(\d+(?:\.\d+){0,3})/;

/** Tokens and their certificates are made after the list of hashes. */
const ofStamps = /(?:^|\/)(?:timestamp_token_[^/]*|[^/]*\.(?:tsr|crt|pem))$/i;
export const isStamp = (name: string): boolean =>
  /(?:^|\/)timestamp_token_[^/]*$|\.tsr$/i.test(name);

/** Null where nothing in it was written by auto-archiver. Throws CollectError of the archive. */
export async function saidByArchiver(archive: Archive): Promise<SaidByArchiver | null> {
  const hashes = new Set<string>();
  const own = new Set<string>();
  let metadata: z.infer<typeof shape> | null = null;
  let version: string | null = null;
  let isOurs = false;
  const texts = archive.names.filter((name) => /\.(?:json|html|txt)$/i.test(name));
  for (const name of texts.slice(0, MOST_TEXTS)) {
    const text = await textOf(archive, name);
    const isList = /(?:^|\/)hashes[^/]*\.txt$/i.test(name);
    const parsed = /\.json$/i.test(name) ? metadataOf(text) : null;
    const page = text.includes("bellingcat/auto-archiver") && text.includes("Archived media for");
    if (!isList && !page && parsed === null) continue;
    own.add(name);
    metadata ??= parsed;
    isOurs ||= page || parsed !== null;
    if (page) version ??= software.exec(text)?.[1] ?? null;
    for (const found of text.toLowerCase().matchAll(isList ? bare : named))
      hashes.add(found[1] ?? found[2] ?? "");
  }
  if (!isOurs) return null;
  const said = metadata?.metadata ?? {};
  const line = (value: unknown): string | null =>
    typeof value === "string" ? cleanLine(value, 2_000) || null : null;
  const { content } = said;
  return {
    url: line(said["url"]),
    title: line(said["title"]),
    status: line(metadata?.status),
    timestamp: line(said["timestamp"]),
    processedAt: line(said["_processed_at"]),
    software: version === null ? null : `auto-archiver ${version}`,
    content: typeof content === "string" ? content.toWellFormed().trim() : "",
    hashes,
    own,
  };
}

/** The files in it, hashed both ways auto-archiver knows, as many as the limits let. */
export async function hashedFiles(
  archive: Archive,
  { hashes, own }: Pick<SaidByArchiver, "hashes" | "own">,
): Promise<{ readonly files: readonly HashedFile[]; readonly notChecked: number }> {
  const names = archive.names.filter((name) => !name.endsWith("/") && !ofStamps.test(name));
  const files: HashedFile[] = [];
  let left = PACKAGE_HASHED_BYTES;
  for (const [i, name] of names.entries()) {
    const sums = i < MOST_FILES ? await sumsOf(archive, name, left) : null;
    if (sums === null) return { files, notChecked: names.length - i };
    const { sha256, sha3, bytes } = sums;
    left -= bytes;
    const isListed = hashes.has(sha256) || hashes.has(sha3);
    if (isListed || !own.has(name))
      files.push({ path: cleanLine(name, 500), sha256, sha3, isListed });
  }
  return { files, notChecked: 0 };
}

/** Null where it has more bytes than may still be hashed. */
async function sumsOf(archive: Archive, name: string, left: number) {
  const [sha256, sha3] = [createHash("sha256"), createHash("sha3-512")];
  let bytes = 0;
  for await (const chunk of archive.read(name)) {
    bytes += chunk.length;
    if (bytes > left) return null;
    sha256.update(chunk);
    sha3.update(chunk);
  }
  return { sha256: sha256.digest("hex"), sha3: sha3.digest("hex"), bytes };
}

function metadataOf(text: string): z.infer<typeof shape> | null {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success && "_processed_at" in parsed.data.metadata ? parsed.data : null;
  } catch {
    return null;
  }
}

async function textOf(archive: Archive, name: string): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of archive.read(name)) {
    size += chunk.length;
    if (size > PACKAGE_TEXT_BYTES) break;
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString("utf8");
}
