// What a folder holds of an earlier release, for making the next one in its place.
// Invariant: a folder of another audience is never taken for one: what partners may see does not come to lie among what all may.
import { open } from "node:fs/promises";
import { join } from "node:path";
import { PublishError } from "../errors.ts";
import { readSiteFolder, type SiteFolder } from "../site/site-folder.ts";
import { placeOf } from "../site/swap-site.ts";
import type { ReleaseAudience } from "./levels.ts";

/** How `release.json` begins, its keys in the order of canonical JSON. */
const beginning = /^\{"asOf":"[0-9-]{10}","audience":"([a-z]{1,20})",/;

/**
 * The release that lies at `dir`, and where that really is; `folder` is null where nothing is there.
 * Throws PublishError `publish/folder-taken` for a folder of anything else or of another audience; it is as it was then.
 */
export async function earlierRelease(
  dir: string,
  audience: ReleaseAudience,
): Promise<{ readonly to: string; readonly folder: SiteFolder | null }> {
  const to = await placeOf(dir);
  const folder = await readSiteFolder(to);
  if (folder !== null && (await audienceOf(join(to, "release.json"))) !== audience)
    throw new PublishError(
      "publish/folder-taken",
      "The folder holds something other than a release for this audience. Name a new folder.",
    );
  return { to, folder };
}

async function audienceOf(path: string): Promise<string | undefined> {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    return beginning.exec(buffer.toString("utf8", 0, bytesRead))?.[1];
  } finally {
    await file.close();
  }
}
