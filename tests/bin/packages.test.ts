import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { isNewEnough } from "../../bin/node24.mjs";
import { installPackages, isInstalled, whatToDo } from "../../bin/packages.mjs";

/** A folder whose lock asks for one package and whose node_modules, if any, holds `found`. */
function folderWith(found?: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), "guwah-packages-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "trial", private: true }));
  writeLock(folder, "sha512-a");
  if (found !== undefined) {
    mkdirSync(join(folder, "node_modules"));
    const record = JSON.stringify({ packages: found });
    writeFileSync(join(folder, "node_modules", ".package-lock.json"), record);
  }
  return folder;
}

function writeLock(folder: string, integrity: string): void {
  const packages = {
    "": { name: "trial" },
    "node_modules/a": { version: "1.0.0", integrity },
    "node_modules/b": { version: "1.0.0", integrity: "sha512-b", optional: true },
  };
  writeFileSync(
    join(folder, "package-lock.json"),
    JSON.stringify({ lockfileVersion: 3, packages }),
  );
}

describe("packages are taken for installed", () => {
  it.each([
    ["when npm unpacked exactly them", { "node_modules/a": { integrity: "sha512-a" } }, true],
    ["not when there are none", undefined, false],
    ["not when one is missing", {}, false],
    ["not when one is another version", { "node_modules/a": { integrity: "sha512-old" } }, false],
    [
      "not when there is one too many",
      { "node_modules/a": { integrity: "sha512-a" }, "node_modules/c": { integrity: "sha512-c" } },
      false,
    ],
  ])("%s", (_, found, expected) => {
    expect(isInstalled(folderWith(found))).toBe(expected);
  });

  it("and no longer once the lock changes", () => {
    const folder = folderWith({ "node_modules/a": { integrity: "sha512-a" } });
    expect(isInstalled(folder)).toBe(true);
    writeLock(folder, "sha512-new");
    expect(isInstalled(folder)).toBe(false);
  });

  it("where there is no lock, because Guwah itself came as a package", () => {
    const folder = folderWith();
    rmSync(join(folder, "package-lock.json"));
    expect(isInstalled(folder)).toBe(true);
  });
});

describe("installing", () => {
  it("leaves a stamp, so that nothing is asked of the network again", async () => {
    const folder = folderWith();
    mkdirSync(join(folder, "local"));
    writeFileSync(
      join(folder, "local/package.json"),
      JSON.stringify({ name: "local", version: "1.0.0" }),
    );
    const manifest = { name: "trial", private: true, dependencies: { local: "file:local" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    const packages = {
      "": manifest,
      local: { version: "1.0.0" },
      "node_modules/local": { resolved: "local", link: true },
    };
    writeFileSync(
      join(folder, "package-lock.json"),
      JSON.stringify({ lockfileVersion: 3, packages }),
    );
    expect(isInstalled(folder)).toBe(false);
    await installPackages(folder);
    expect(isInstalled(folder)).toBe(true);
    expect(readFileSync(join(folder, "node_modules/.guwah-stamp"), "utf8")).toMatch(
      /^[0-9a-f]{64} \w+-\w+\n$/,
    );
  });

  it("says what npm said and what to do when it fails, and leaves no stamp", async () => {
    const folder = folderWith();
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ dependencies: { other: "1.0.0" } }),
    );
    await expect(installPackages(folder)).rejects.toMatchObject({
      name: "Advice",
      message: expect.stringMatching(/npm error[\s\S]*package-lock.json/),
    });
    expect(isInstalled(folder)).toBe(false);
  });

  it.each([
    ["npm error code ENOSPC", /disk is full/],
    ["npm error code EAI_AGAIN", /Connect to the network once/],
    ["npm error code EACCES", /belongs to someone else/],
    ["npm error code EINTEGRITY", /lock file/],
  ])("after %s it names the next step", (output, advice) => {
    expect(whatToDo(1, output)).toMatch(advice);
  });
});

describe("a Node can run Guwah", () => {
  it.each([
    ["20.20.2", false],
    ["24.6.9", false],
    ["24.7.0", true],
    ["24.21.0", true],
    ["26.0.0", true],
  ])("%s: %s", (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });
});
