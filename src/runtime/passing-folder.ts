// Folders for what lies open for a while: a browser's profile, a dossier until it is carried away. A kill leaves them
// behind; the next process clears them.
// Invariant: they lie in a folder only this account may enter; each says whose it is; only those of dead processes are
// cleared, and nothing outside that folder.
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { RuntimeError } from "./errors.ts";
import { processLives, thisProcess } from "./process-mark.ts";

export interface PassingFolder {
  /** Absolute, readable by this account only. */
  readonly path: string;
  /** Removes it with all that is in it. */
  readonly forget: () => Promise<void>;
}

const MARK = "process.json";
/** A folder without a readable mark this young may be one that is being made right now. */
const YOUNG_MS = 10_000;
const mark = z.object({
  pid: z.int().min(1),
  ticks: z.string().max(40).optional(),
  bootId: z.string().max(64).optional(),
});

/** Where passing folders lie in the system's own temporary folder: one place for each account. */
export const temporaryPlace = (): string => join(tmpdir(), `guwah-${process.getuid?.() ?? "own"}`);

/**
 * Makes an empty folder of this process in `place`, after clearing what dead processes left there.
 * Throws RuntimeError `folder-taken` when `place` belongs to somebody else.
 */
export async function makePassingFolder(place: string): Promise<PassingFolder> {
  await mkdir(place, { recursive: true, mode: 0o700 });
  if (!(await isOurs(place)))
    throw new RuntimeError(
      "folder-taken",
      "Expected a folder of your own for what lies open for a while; somebody else's stands there. Remove it, or set TMPDIR to a folder of yours.",
    );
  await chmod(place, 0o700);
  await clearPassing(place);
  const path = await mkdtemp(join(place, "open-"));
  await writeFile(join(path, MARK), JSON.stringify(await thisProcess()), { mode: 0o600 });
  return { path, forget: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Removes from `place` what no living process owns. Says how many it removed; never throws. */
export async function clearPassing(place: string): Promise<number> {
  if (!(await isOurs(place))) return 0;
  let cleared = 0;
  for (const name of await readdir(place).catch(() => [])) {
    const path = join(place, name);
    if (await isHeld(path)) continue;
    const gone = await rm(path, { recursive: true, force: true, maxRetries: 3 }).then(
      () => true,
      () => false,
    );
    if (gone) cleared += 1;
  }
  return cleared;
}

/** In a folder everybody may write to, somebody else may have put one of this name, or a link that leads elsewhere. */
async function isOurs(place: string): Promise<boolean> {
  const found = await lstat(place).catch(() => null);
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

async function isHeld(path: string): Promise<boolean> {
  const found = await readFile(join(path, MARK), "utf8")
    .then((text) => mark.parse(JSON.parse(text)))
    .catch(() => null);
  if (found !== null) return processLives(found);
  const made = await lstat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs < YOUNG_MS;
}
