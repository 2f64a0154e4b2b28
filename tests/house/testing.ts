// A made-up checkout for the tests of the house rules. Invariant: it is gone when the test is over.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Makes a temporary folder with these files, in which git knows what is ignored; nothing is committed.
 * @param files texts by path
 * @returns the folder
 */
export function houseOf(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "guwah-house-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  execFileSync("git", ["init", "-q"], { cwd: root });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
