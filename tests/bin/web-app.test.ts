import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildWebApp, webSourcesHash } from "../../bin/web-app.mjs";

/** A checkout with a screen and a stand-in for the builder that writes the time of its run. */
function checkoutWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "guwah-web-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const SCREEN = {
  "src/web/vite.config.ts": "",
  "src/web/a.tsx": "one",
  "src/model/b.ts": "",
  "package-lock.json": "{}",
};
const WORKING = { "node_modules/vite/bin/vite.js": "" };
const FAILING = {
  "node_modules/vite/bin/vite.js": "console.log('no such thing as zz'); process.exit(1);",
};

/** Counts the steps that had work to do. */
function counting() {
  const steps: string[] = [];
  const step = <T>(doing: string, _: string, work: () => Promise<T>) => (steps.push(doing), work());
  return { steps, progress: { note: () => {}, step } };
}

describe("the web app is built", () => {
  it("once, and again only when its sources change", async () => {
    const root = checkoutWith({ ...SCREEN, ...WORKING });
    const { steps, progress } = counting();
    await buildWebApp(root, process.execPath, progress);
    await buildWebApp(root, process.execPath, progress);
    expect(steps).toHaveLength(1);
    write(root, "src/web/a.tsx", "two");
    await buildWebApp(root, process.execPath, progress);
    expect(steps).toHaveLength(2);
  });

  it("again after a build that failed, whose words are passed on", async () => {
    const root = checkoutWith({ ...SCREEN, ...FAILING });
    const { steps, progress } = counting();
    await expect(buildWebApp(root, process.execPath, progress)).rejects.toThrow(
      /no such thing as zz/,
    );
    await expect(buildWebApp(root, process.execPath, progress)).rejects.toThrow(
      /no such thing as zz/,
    );
    expect(steps).toHaveLength(2);
  });

  it("not at all where there is none", async () => {
    const { steps, progress } = counting();
    await buildWebApp(checkoutWith({ "package-lock.json": "{}" }), process.execPath, progress);
    expect(steps).toEqual([]);
  });
});

describe("its sources are other sources", () => {
  it.each([
    ["when a screen changes", "src/web/a.tsx", true],
    ["when the model changes", "src/model/b.ts", true],
    ["when the packages change", "package-lock.json", true],
    ["when a file is added", "src/web/deep/new.css", true],
    ["but not when a test does", "src/web/a.test.tsx", false],
    ["but not when the server does", "src/server/a.ts", false],
  ])("%s", (_, path, other) => {
    const root = checkoutWith(SCREEN);
    const before = webSourcesHash(root);
    write(root, path, "changed");
    expect(webSourcesHash(root) !== before).toBe(other);
  });
});
