// Whether bytes are a whole WACZ, by programs that are not ours: unzip takes it apart, sha256sum finds the declared hashes.
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FileHash } from "../../src/model/index.ts";
import type { Vault } from "../../src/store/index.ts";

const most = 2 ** 27;

/** The hashes of packages in the vault that are not whole; `total`: how many there are. */
export async function halfPackages(
  { engine: { db }, files }: Vault,
  folder: string,
): Promise<{ readonly total: number; readonly half: readonly string[] }> {
  const rows = await db
    .selectFrom("files")
    .select("hash")
    .where("mime", "=", "application/wacz+zip")
    .execute();
  const half: string[] = [];
  for (const { hash } of rows)
    if (!isWhole(await files.bytes(hash as FileHash, most), folder)) half.push(hash);
  return { total: rows.length, half };
}

/** Throws nothing for bytes, whatever they are. */
export function isWhole(bytes: Uint8Array, folder: string): boolean {
  const path = join(folder, "one.wacz");
  writeFileSync(path, bytes);
  if (spawnSync("unzip", ["-tqq", path]).status !== 0) return false;
  const part = (name: string): Buffer =>
    execFileSync("unzip", ["-p", path, name], { maxBuffer: most });
  const sum = (name: string): string =>
    `sha256:${execFileSync("sha256sum", { input: part(name) })
      .toString()
      .slice(0, 64)}`;
  try {
    const { resources } = JSON.parse(part("datapackage.json").toString()) as {
      resources: readonly { readonly path: string; readonly hash: string }[];
    };
    const { hash } = JSON.parse(part("datapackage-digest.json").toString()) as { hash: string };
    return (
      resources.some((one) => one.path.startsWith("archive/")) &&
      resources.every((one) => sum(one.path) === one.hash) &&
      sum("datapackage.json") === hash
    );
  } catch {
    return false;
  }
}
