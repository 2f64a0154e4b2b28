// The files the house tests look at. Invariant: paths are relative to the root, with forward slashes, sorted.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * @param folder relative to the root
 * @returns every file under it, as paths relative to the root; nothing when the folder does not exist
 */
export function filesUnder(root: string, folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => !path.includes("/node_modules/") && statSync(join(root, path)).isFile())
    .sort();
}

/** @returns the rooms: the folders directly under src */
export function roomsOf(root: string): string[] {
  const start = join(root, "src");
  if (!existsSync(start)) return [];
  return readdirSync(start)
    .filter((name) => statSync(join(start, name)).isDirectory())
    .sort();
}

/** Whether a file holds TypeScript that runs (declarations of types do not). */
export function isSource(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith(".d.ts");
}

/** Whether a file exists for tests only: a test, or a room's factories for tests. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /\/testing(\.tsx?$|\/)/.test(path);
}

/** Whether a file is data that the program carries rather than code. */
export function isData(path: string): boolean {
  return /\/(data|fixtures)\//.test(path);
}
