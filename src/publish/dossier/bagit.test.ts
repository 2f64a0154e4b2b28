// What readers of bags that are not ours make of a dossier. Everything in it is invented.
// Debian 12 has no package of the Library of Congress's `bagit`; where it was installed otherwise it has to agree, and Python's
// standard library reads the bag beside it. On a machine without Python, sha256sum alone does.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeInvented } from "./testing.ts";

const python = process.env["GUWAH_TEST_PYTHON"] ?? "python3";
const hasPython = spawnSync(python, ["--version"]).status === 0;
const script = new URL("read-bag.py", import.meta.url).pathname;

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "guwah-bag-"));
  dir = join(root, "bag");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Whether the bag is valid, and who said so. */
function read(): { readonly valid: boolean; readonly said: string } {
  const run = hasPython
    ? spawnSync(python, [script, dir], { encoding: "utf8" })
    : spawnSync("sh", ["-c", "sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt"], {
        cwd: dir,
        encoding: "utf8",
      });
  return { valid: run.status === 0, said: run.stdout + run.stderr };
}

it("is a valid bag to readers that are not ours", async () => {
  await writeInvented(dir);
  expect(read()).toMatchObject({ valid: true });
});

it("is not one any more when somebody changed a file, or its list", async () => {
  await writeInvented(dir);
  appendFileSync(join(dir, "data/report.html"), "x");
  expect(read()).toMatchObject({ valid: false, said: expect.stringContaining("report.html") });
  rmSync(dir, { recursive: true });
  await writeInvented(dir);
  appendFileSync(join(dir, "manifest-sha256.txt"), `${"0".repeat(64)}  data/absent.txt\n`);
  expect(read().valid).toBe(false);
});

it("is not one when a file was planted, where Python reads it", async () => {
  await writeInvented(dir);
  writeFileSync(join(dir, "data/planted.txt"), "x");
  // sha256sum looks at what is listed and nothing else: what a file beside the list is, verify.sh says.
  expect(read().valid).toBe(!hasPython);
});
