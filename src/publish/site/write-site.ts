// The one way a site comes to lie in a folder: written file by file beside it, looked at, and put in its place when it is whole.
// Invariant: every file is looked at, those too that are there already, before SHA256SUMS is written, which is the last and names
// exactly the files of the site; no page of an earlier build stays.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PublishError } from "../errors.ts";
import type { SiteFile } from "./site.ts";
import { placeOf, swapSite } from "./swap-site.ts";
import {
  besides,
  isSitePath,
  readSiteFolder,
  sha256,
  SUMS,
  type Sums,
  sumsText,
} from "./site-folder.ts";

export interface Collect {
  /** What the receiver has: it is looked at and listed, but not written. */
  readonly have?: Sums;
  /** Looks at each file, perhaps beside the rest of the work; what it throws ends everything. */
  readonly check?: (file: SiteFile) => Promise<void> | void;
  /** Waited for before the list is written: by then every file was looked at. */
  readonly checked?: () => Promise<void>;
  /** Called with the number of files so far. */
  readonly progress?: (files: number) => void;
}

export interface CollectedSite {
  readonly files: number;
  /** Of all files, also of those the receiver has. */
  readonly bytes: number;
  readonly written: number;
  /** SHA-256 of SHA256SUMS: one number for the whole site. */
  readonly sha256: string;
}

export interface WrittenSite extends CollectedSite {
  readonly removed: number;
}

/**
 * Writes into an empty folder what the receiver lacks, and the list of everything.
 * @throws PublishError "publish/bad-path" for a file that would lie outside the folder or is told twice
 */
export async function collectSite(
  dir: string,
  files: AsyncIterable<SiteFile>,
  { have, check, checked, progress }: Collect = {},
): Promise<CollectedSite> {
  const folders = new Set<string>();
  const sums = new Map<string, string>();
  let bytes = 0;
  let written = 0;
  for await (const file of files) {
    if (!isSitePath(file.path) || sums.has(file.path))
      throw new PublishError(
        "publish/bad-path",
        "A file of the site has an address it cannot have.",
      );
    const looked = check?.(file);
    if (looked !== undefined) await looked;
    const hash = sha256(file.bytes);
    sums.set(file.path, hash);
    bytes += file.bytes.length;
    progress?.(sums.size);
    if (have?.get(file.path) === hash) continue;
    const folder = dirname(join(dir, file.path));
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(join(dir, file.path), file.bytes, { flag: "wx" });
    written++;
  }
  await checked?.();
  const list = sumsText(sums);
  await writeFile(join(dir, SUMS), list, { flag: "wx" });
  return { files: sums.size, bytes, written, sha256: sha256(list) };
}

/**
 * Writes a site into a folder that is missing, empty, or holds an earlier site. What else lies directly in it stays.
 * @throws PublishError "publish/bad-path", "publish/folder-taken" where something else lies there; the folder is as it was then
 */
export async function writeSite(
  dir: string,
  files: AsyncIterable<SiteFile>,
  look: Pick<Collect, "check" | "checked"> = {},
): Promise<WrittenSite> {
  const to = await placeOf(dir);
  const earlier = await readSiteFolder(to);
  const { part } = besides(to);
  try {
    await mkdir(part, { recursive: true });
    const have = earlier?.files ?? new Map<string, string>();
    const made = await collectSite(part, files, { have, ...look });
    const { removed } = await swapSite(part, to, earlier);
    return { ...made, removed };
  } catch (cause) {
    await rm(part, { recursive: true, force: true });
    throw cause;
  }
}
