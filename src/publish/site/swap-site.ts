// Puts a new site in the place of an earlier one: unchanged files by another link to the same bytes, everything at once.
// Invariant: the folder is the old site or the new one, whole, whenever the power goes; nothing the new list does not name is in it.
import { copyFile, link, mkdir, open, readFile, realpath, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diskError, syncFolder } from "../../store/index.ts";
import { PublishError } from "../errors.ts";
import {
  besides,
  filesUnder,
  inTurns,
  moveOthers,
  readSums,
  sha256,
  type SiteFolder,
  SUMS,
  sumsText,
} from "./site-folder.ts";

export interface Swapped {
  readonly kept: number;
  readonly written: number;
  readonly removed: number;
}

/** Where the folder really lies, so that a link to it goes on pointing there. */
export const placeOf = (to: string): Promise<string> => realpath(to).catch(() => to);

/**
 * `part`: a folder with the list of the new site and those of its files that `earlier` lacks; it becomes `to`.
 * Throws PublishError `publish/damaged-site` where a file is missing, too many, or not what the list says; StoreError of the disk.
 * `to` is as it was then.
 */
export async function swapSite(
  part: string,
  to: string,
  earlier: SiteFolder | null,
): Promise<Swapped> {
  const text = await readFile(join(part, SUMS), "utf8");
  const sums = readSums(text);
  if (sumsText(sums) !== text || sums.size === 0) throw damaged();
  const came = await filesUnder(part);
  came.delete(SUMS);
  await inTurns(came, async ([path, isPlain]) => {
    if (!isPlain || sha256(await readFile(join(part, path))) !== sums.get(path)) throw damaged();
  });
  const kept = [...sums].filter(([path]) => !came.has(path));
  for (const [path, hash] of kept) if (earlier?.files.get(path) !== hash) throw damaged();
  for (const folder of new Set(kept.map(([path]) => dirname(join(part, path)))))
    await mkdir(folder, { recursive: true });
  await inTurns(kept, ([path]) => linked(join(to, path), join(part, path)));
  await inTurns([...came.keys(), SUMS], (path) => synced(join(part, path)));
  await syncFolder(part);
  await exchange(part, to);
  const removed = [...(earlier?.files.keys() ?? [])].filter((path) => !sums.has(path)).length;
  return { kept: kept.length, written: came.size, removed };
}

async function exchange(part: string, to: string): Promise<void> {
  const { old } = besides(to);
  try {
    await mkdir(dirname(to), { recursive: true });
    const there = (await stat(to).catch(() => null)) !== null;
    if (there) await rename(to, old);
    await rename(part, to).catch(async (cause: unknown) => {
      if (there) await rename(old, to);
      throw cause;
    });
    if (there) await moveOthers(old, to);
    await syncFolder(dirname(to));
  } catch (cause) {
    throw diskError(cause);
  }
}

/** Some sticks know no second link to a file. */
const linked = (from: string, to: string): Promise<void> =>
  link(from, to).catch(() => copyFile(from, to));

async function synced(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const damaged = (): PublishError =>
  new PublishError(
    "publish/damaged-site",
    "What came is not what its list says. Make the release again.",
  );
