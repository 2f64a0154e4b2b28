// `guwah capture` as a person types it, against a running server with the real browser and a site on loopback.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuwah } from "../../src/app.ts";
import { startTestSite, testSettings, type TestSite } from "../../src/collect/testing.ts";
import {
  type CapturedSource,
  type Holding,
  listen,
  type Listening,
} from "../../src/server/index.ts";
import { passphrase } from "./server.ts";

const main = join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");

describe("guwah capture", { timeout: 180_000 }, () => {
  let site: TestSite;
  let folder: string;
  let holding: Holding;
  let server: Listening;
  beforeAll(async () => {
    site = await startTestSite();
    folder = await mkdtemp(join(tmpdir(), "guwah-capture-command-"));
    let port = 0;
    const { testing } = testSettings([site.port]);
    const made = await createGuwah({
      config: { home: join(folder, "vault"), databaseUrl: null, idleMinutes: 15 },
      webFolder: null,
      port: () => port,
      ...(testing === undefined ? {} : { captureTesting: testing }),
    });
    ({ holding } = made);
    await holding.create({ vaultName: "Invented", memberName: "Aida", passphrase });
    server = await listen(made.app, 0);
    ({ port } = server);
    await holding.announce(port);
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await holding.lock();
    holding.sessions.close();
    await site.end();
    await rm(folder, { recursive: true, force: true });
  });

  const guwah = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = {
        ...process.env,
        GUWAH_HOME: join(folder, "vault"),
        GUWAH_PASSPHRASE: passphrase,
      };
      execFile(process.execPath, [main, ...words], { env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });

  it("says what was kept, for people and for programs", async () => {
    const said = await guwah("capture", `${site.origin}/`);
    expect(said.out).toMatch(/^✓ Villager held for a year/);
    expect(said.out).toMatch(/HTTP 200 · src_/);
    expect(said.out).toMatch(/5 requests, 0 without an answer/);
    expect(said.out).toMatch(/WACZ sha256 [0-9a-f]{64}/);
    expect(said.code).toBe(0);

    const { out } = await guwah("capture", `${site.origin}/article`, "--kind", "report", "--json");
    const made = JSON.parse(out) as CapturedSource;
    expect(made).toMatchObject({ kind: "report", facts: { target: { httpStatus: 200 } } });
  });

  it("says why not, with a code that is not 0", async () => {
    const said = await guwah("capture", "http://192.168.1.1/");
    expect(said.code).not.toBe(0);
    expect(said.err).toMatch(/private network/);
    expect((await guwah("capture")).code).not.toBe(0);
  });
});
