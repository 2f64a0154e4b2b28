// A site as a folder: the list of its files with their hashes, and what else lies there.
// Invariant: what is in no list of a site, or is not what its list says, never counts as a file of it.
import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { PublishError } from "../errors.ts";

export const SUMS = "SHA256SUMS";
const SAFE = /^(?!\.)[A-Za-z0-9._-]+(?:\/(?!\.)[A-Za-z0-9._-]+)*$/;

/** SHA-256 in hex by path. */
export type Sums = ReadonlyMap<string, string>;

export interface SiteFolder {
  /** Files that are there with exactly the bytes the list says. */
  readonly files: Sums;
  /** Names directly in the folder that are nobody's of the site: a `.git`, a `CNAME`. */
  readonly others: readonly string[];
}

/** Whether a file of a site may lie there: within the folder, in plain letters, nothing hidden. */
export const isSitePath = (path: string): boolean => SAFE.test(path) && path !== SUMS;

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** As `sha256sum -c` reads it. */
export const sumsText = (sums: Sums): string =>
  [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join("");

export function readSums(text: string): Sums {
  const out = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (hash !== undefined && path !== undefined && isSitePath(path)) out.set(path, hash);
  }
  return out;
}

/** Beside a folder: what will take its place, what it had before, and what is only to be removed. */
export const besides = (to: string) =>
  ({ part: `${to}.guwah-part`, old: `${to}.guwah-old`, gone: `${to}.guwah-gone` }) as const;

/** Runs `work` over all, some at a time. */
export async function inTurns<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const rest = all[Symbol.iterator]();
  const turn = async (): Promise<void> => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: 16 }, turn));
}

/** Everything under a folder but folders, paths with slashes, and whether it is a plain file and not a link or the like. */
export async function filesUnder(dir: string): Promise<Map<string, boolean>> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  return new Map(
    found
      .filter((one) => !one.isDirectory())
      .map((one) => [
        relative(dir, join(one.parentPath, one.name)).replaceAll(sep, "/"),
        one.isFile(),
      ]),
  );
}

/** Which names directly in a folder are not of the site whose list it holds. */
function othersIn(names: readonly string[], sums: Sums): string[] {
  const tops = new Set([...sums.keys()].map((path) => path.split("/", 1)[0]));
  return names.filter((name) => name !== SUMS && !tops.has(name));
}

/**
 * The site that lies at `to`; null where there is nothing, or an empty folder. What a broken swap left beside it is put right first.
 * Throws PublishError `publish/folder-taken` for anything else, and for files among those of the site that it knows nothing of.
 */
export async function readSiteFolder(to: string): Promise<SiteFolder | null> {
  await mendSwap(to);
  const names = await namesIn(to);
  if (names.length === 0) return null;
  const text = await readFile(join(to, SUMS), "utf8").catch(() => "");
  const sums = readSums(text);
  if (sums.size === 0 || sumsText(sums) !== text) throw taken();
  const others = othersIn(names, sums);
  const files = new Map<string, string>();
  const found = await filesUnder(to);
  await inTurns(found, async ([path, isPlain]) => {
    if (path === SUMS || others.includes(path.split("/", 1)[0] ?? "")) return;
    const hash = sums.get(path);
    if (hash === undefined) throw taken();
    if (isPlain && sha256(await readFile(join(to, path))) === hash) files.set(path, hash);
  });
  return { files, others };
}

async function namesIn(to: string): Promise<string[]> {
  try {
    return await readdir(to);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new PublishError("publish/folder-taken", "There is a file of that name.", { cause });
  }
}

/** After a crash between the two renames of a swap: the old folder gets its name back, or what it alone had goes to the new one. */
async function mendSwap(to: string): Promise<void> {
  const { part, old, gone } = besides(to);
  const kept = await namesIn(old);
  if (kept.length > 0) {
    if ((await stat(to).catch(() => null)) === null) await rename(old, to);
    else await moveOthers(old, to);
  }
  for (const one of [part, gone]) await rm(one, { recursive: true, force: true });
}

/** The last step of a swap: what is not of the site goes on living beside the new one, and the old one goes. */
export async function moveOthers(old: string, to: string): Promise<void> {
  const sums = readSums(await readFile(join(old, SUMS), "utf8").catch(() => ""));
  // Without its list nobody can tell what was withdrawn from what somebody put there.
  if (sums.size > 0)
    for (const name of othersIn(await namesIn(old), sums))
      if ((await stat(join(to, name)).catch(() => null)) === null)
        await rename(join(old, name), join(to, name));
  const gone = old.replace(/\.guwah-old$/, ".guwah-gone");
  await rename(old, gone);
  await rm(gone, { recursive: true, force: true });
}

const taken = (): PublishError =>
  new PublishError(
    "publish/folder-taken",
    "The folder holds something that is not of an earlier release. Name a new folder, or take it away.",
  );
