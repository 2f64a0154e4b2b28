// Puts a site into a folder, writing only what differs from what is there.
// Invariant: SHA256SUMS names exactly the files of the site, and no page of an earlier or broken build stays in a folder of the site.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { PublishError } from "../errors.ts";
import type { SiteFile } from "./site.ts";

const SUMS = "SHA256SUMS";
const SAFE = /^(?!\.)[A-Za-z0-9._-]+(?:\/(?!\.)[A-Za-z0-9._-]+)*$/;

export interface WrittenSite {
  readonly files: number;
  readonly bytes: number;
  readonly written: number;
  readonly removed: number;
  /** SHA-256 of SHA256SUMS: one number for the whole site. */
  readonly sha256: string;
}

/** Hashes an earlier build left in `to`; empty where there was none. */
async function earlier(to: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(to, SUMS), "utf8").catch(() => "");
  const out = new Map<string, string>();
  for (const line of text.split("\n")) {
    const found = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    if (found?.[2] !== undefined && SAFE.test(found[2])) out.set(found[2], found[1] as string);
  }
  return out;
}

/**
 * Writes a site into a folder, which is made where it is missing.
 * @param to the folder; other files directly in it are left alone, its folders named as the site's own belong to the site
 * @throws PublishError "publish/bad-path" for a file that would lie outside the folder or is told twice
 */
export async function writeSite(to: string, files: AsyncIterable<SiteFile>): Promise<WrittenSite> {
  const before = await earlier(to);
  const folders = new Set<string>();
  const sums = new Map<string, string>();
  let bytes = 0;
  let written = 0;
  for await (const file of files) {
    if (!SAFE.test(file.path) || file.path === SUMS || sums.has(file.path))
      throw new PublishError(
        "publish/bad-path",
        "A file of the site has an address it cannot have.",
      );
    const hash = createHash("sha256").update(file.bytes).digest("hex");
    sums.set(file.path, hash);
    bytes += file.bytes.length;
    const path = join(to, file.path);
    if (before.get(file.path) === hash && (await sizeOf(path)) === file.bytes.length) continue;
    const folder = dirname(path);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(path, file.bytes);
    written++;
  }
  const removed = await removeOthers(to, sums, before);
  const list = [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join("");
  // Last and at once: after a break in between, the old list still names what has to be looked at.
  await writeFile(join(to, `${SUMS}.new`), list);
  await rename(join(to, `${SUMS}.new`), join(to, SUMS));
  const sha256 = createHash("sha256").update(list).digest("hex");
  return { files: sums.size, bytes, written, removed, sha256 };
}

/** What was withdrawn must go, also where a build broke off before it wrote its list. */
async function removeOthers(
  to: string,
  sums: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): Promise<number> {
  const there = new Set(before.keys());
  const tops = new Set(
    [...sums.keys()].flatMap((path) => (path.includes("/") ? path.split("/", 1) : [])),
  );
  for (const top of tops)
    for (const found of await readdir(join(to, top), { recursive: true, withFileTypes: true }))
      if (!found.isDirectory())
        there.add(relative(to, join(found.parentPath, found.name)).replaceAll(sep, "/"));
  const gone = [...there].filter((path) => !sums.has(path));
  for (const path of gone) await rm(join(to, path), { force: true });
  return gone.length;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? -1;
}
