// Where programs that tests need are on this machine. Invariant: a path that is returned exists.
import { execFileSync } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian, Red Hat and Homebrew keep PostgreSQL's server programs off the PATH, a folder for each version. */
const POSTGRES_HOMES = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/opt/homebrew/opt/postgresql@*/bin",
];

/** Debian's Chromium, and the names others give theirs. */
const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * @returns the folder that holds `postgres` and `initdb` of the newest PostgreSQL 15 or later here, if there is one
 */
export function findPostgres(): string | undefined {
  const places = [...POSTGRES_HOMES.flatMap(foldersLike), ...pathFolders()];
  let best: { folder: string; version: number } | undefined;
  for (const folder of places) {
    const server = join(folder, "postgres");
    if (!isProgram(server) || !isProgram(join(folder, "initdb"))) continue;
    const words = execFileSync(server, ["--version"], { encoding: "utf8" });
    const version = Number(/ (\d+)/.exec(words)?.[1] ?? 0);
    if (version >= 15 && version > (best?.version ?? 0)) best = { folder, version };
  }
  return best?.folder;
}

/** @returns the path of a Chromium that playwright-core can drive, if there is one; `GUWAH_TEST_CHROMIUM` names another */
export function findChromium(): string | undefined {
  return process.env["GUWAH_TEST_CHROMIUM"] ?? CHROMIUM_NAMES.map(findProgram).find(Boolean);
}

/** @returns the path of a program on the PATH, if it is there */
export function findProgram(name: string): string | undefined {
  return pathFolders()
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** A user's PATH may lack the folders where system programs are. */
function pathFolders(): string[] {
  return [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"].filter(Boolean);
}

/** Folders that match a pattern with one `*` in the name of one of its steps. */
function foldersLike(pattern: string): string[] {
  const [before = "", after = ""] = pattern.split("*");
  const parent = before.slice(0, before.lastIndexOf("/"));
  const start = before.slice(parent.length + 1);
  try {
    const names = readdirSync(parent).filter((name) => name.startsWith(start));
    return names.map((name) => join(parent, name + after));
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
