// A capture that is killed leaves its page nowhere but in one folder of its own, and the next start clears that. All of it is invented.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findBrowser } from "../../src/collect/capture/find-browser.ts";
import { serveVault } from "./served-vault.ts";

const capture = join(import.meta.dirname, "..", "..", "src/collect/capture/capture-page.ts");
let folder: string;
let temporary: string;
/** Resolves when the page asks for what never comes: by then its text is in the browser. */
let pageIsThere: Promise<unknown>;
const site = createServer((request, response) => {
  if (request.url === "/never") return;
  response.writeHead(200, { "Content-Type": "text/html" });
  response.end("<p>The Invented Courier</p><img src=/never>");
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-killed-"));
  temporary = join(folder, "tmp");
  await mkdir(temporary);
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  pageIsThere = new Promise<void>((done) =>
    site.on("request", ({ url }) => {
      if (url === "/never") done();
    }),
  );
});
afterEach(async () => {
  site.closeAllConnections();
  site.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A process that captures the page of the site and never comes to its end. */
function startCapture() {
  const { port } = site.address() as AddressInfo;
  const ask = `{ url: new URL("http://127.0.0.1:${port}/"), program: ${JSON.stringify(findBrowser(process.env["GUWAH_TEST_CHROMIUM"] ?? null))},
    upstream: null, clock: Date.now, progress: () => {},
    testing: { noSandbox: process.getuid?.() === 0, openPorts: new Set([${port}]) } }`;
  const script = `const { capturePage } = await import(${JSON.stringify(capture)}); await capturePage(${ask});`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { PATH: process.env["PATH"], HOME: folder, TMPDIR: temporary },
    stdio: "ignore",
  });
}

it("what a killed capture left is cleared at the next start, and nothing else", async () => {
  await writeFile(join(temporary, "of-another-program"), "");
  const child = startCapture();
  const gone = once(child, "exit");
  await pageIsThere;
  const [place = "", ...others] = (await readdir(temporary)).sort();
  expect(others).toEqual(["of-another-program"]);
  expect((await stat(join(temporary, place))).mode & 0o077).toBe(0);
  const living = await readdir(join(temporary, place));
  expect(living).toHaveLength(1);

  // While it lives, the start of another process does not touch it.
  const first = await serveVault(folder);
  expect(await readdir(join(temporary, place))).toEqual(living);
  await first.kill("SIGTERM");
  expect(child.exitCode).toBeNull();

  child.kill("SIGKILL");
  await gone;
  const left = await readdir(join(temporary, place, ...living));
  expect(left).toContain("profile");
  // The browser notices within moments that nobody holds its pipe.
  await delay(2_000);
  const second = await serveVault(folder);
  expect(await readdir(join(temporary, place))).toEqual([]);
  expect(await readdir(temporary)).toContain("of-another-program");
  await second.kill("SIGTERM");
}, 90_000);
