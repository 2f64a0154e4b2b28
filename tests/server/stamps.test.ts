// Trusted time through the server's addresses and in a dossier, with a real authority by openssl. Everyone in it is invented.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import type { CheckpointReport, StampList } from "../../src/preserve/index.ts";
import {
  forStamping,
  replying,
  serve,
  type ServedAuthority,
  testAuthority,
} from "../../src/preserve/testing.ts";
import type { VaultReport } from "../../src/store/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

const authority = testAuthority();
let served: ServedAuthority;
beforeAll(async () => {
  served = await serve(replying(authority));
});
afterAll(async () => {
  await served.close();
  authority.end();
});

describe.each(["sqlcipher", "postgres"] as const)("stamps of a vault on %s", (engine) => {
  let server: TestServer;
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await server.ask(method, path, body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const list = () => ask<StampList>("GET", "/api/stamps");
  const enter = () =>
    server.ask("POST", "/api/authorities", {
      name: "clock",
      url: served.url,
      root: authority.root,
    });

  beforeEach(async () => {
    const pg = engine === "postgres" ? { databaseUrl: inject("postgresUrl") } : {};
    server = await startTestServer({ withVault: true, ...pg });
  });
  afterEach(() => server.end());

  it("are none at first; one is asked for by hand, and the check holds it again", async () => {
    expect(await list()).toEqual({ authorities: [], stamps: [] });
    const before = served.asked.length;
    expect(await server.job("/api/stamps")).toEqual({ authorities: [], stamps: [] });
    expect(served.asked).toHaveLength(before);
    expect((await enter()).body).toMatchObject({ authorities: [{ name: "clock", fault: null }] });
    const { authorities, stamps } = (await server.job("/api/stamps")) as StampList;
    expect(authorities).toMatchObject([{ name: "clock", state: "stamped", fault: null }]);
    expect(stamps).toMatchObject([{ authority: "clock", holds: true, policy: "1.2.3.4" }]);
    expect(served.asked).toHaveLength(before + 1);
    type Report = VaultReport & { checkpoints: CheckpointReport & { stamps: number } };
    const report = (await server.job("/api/check")) as Report;
    expect(report).toMatchObject({ clean: true, checkpoints: { stamps: 1, alarms: [] } });

    const db = server.holding.open?.vault.engine.db;
    await db?.updateTable("stamps").set({ time: 1 }).execute();
    const after = (await server.job("/api/check")) as Report;
    expect(after.clean).toBe(false);
    expect(after.checkpoints.alarms.map(({ kind }) => kind)).toEqual(["stamp-forged"]);
  });

  it("are asked of no address that is not private, and a removed authority's stamps stay", async () => {
    const refused = await server.ask("POST", "/api/authorities", {
      name: "clock",
      url: "http://clock.example/",
      root: null,
    });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { error: { code: "bad-authority" } },
    ]);
    await enter();
    await server.job("/api/stamps");
    const gone = await ask<StampList>("POST", "/api/authorities/remove", { name: "clock" });
    expect(gone.authorities).toEqual([]);
    expect(gone.stamps).toMatchObject([{ holds: true }]);
    expect((await server.ask("POST", "/api/authorities/remove", { name: "clock" })).status).toBe(
      404,
    );
  });

  it("go into a dossier, and its script counts them", { timeout: 60_000 }, async () => {
    const { source } = await ask<{ source: string }>("POST", "/api/sources/text", {
      kind: "article",
      title: "Invented",
      text: "Ayperi Toqtar was a teacher. Nobody here is real.",
    });
    const { id: record } = await ask<{ id: string }>("POST", "/api/records", {
      schema: "Person",
      source,
      label: "Ayperi Toqtar",
      claims: [{ property: "name", words: "Ayperi Toqtar" }],
    });
    await enter();
    const { stamps } = (await server.job("/api/stamps")) as StampList;
    // What was written since does not take the stamp away: the checkpoint that has one still covers the entries.
    await server.send("later.txt", "An invented note that came later.");
    await ask("POST", "/api/checkpoints");
    const { job } = await ask<{ job: string }>("POST", "/api/dossiers", {
      records: [record],
      audience: "inside",
    });
    await server.holding.jobs.ended(job);
    const answer = await server.app.request(`http://127.0.0.1:4824/api/dossiers/${job}`, {
      headers: server.headers(),
    });
    expect(answer.status).toBe(200);
    const dir = mkdtempSync(join(tmpdir(), "guwah-stamped-"));
    writeFileSync(join(dir, "d.tar"), Buffer.from(await answer.arrayBuffer()));
    execFileSync("tar", ["-xf", "d.tar", "--strip-components=1"], { cwd: dir });
    rmSync(join(dir, "d.tar"));
    const run = (): string =>
      spawnSync("bash", ["verify.sh"], { cwd: dir, encoding: "utf8" }).stdout;
    const seconds = Math.floor((stamps[0]?.notLaterThan ?? 0) / 1000);
    expect(run()).toMatch(new RegExp(`^stamps .*1 time stamps, .* ${seconds}$`, "m"));
    expect(run()).toContain("All 9 steps passed");
    const token = join(dir, "proofs/stamps/1.tsr");
    const bytes = readFileSync(token);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    writeFileSync(token, bytes);
    expect(run()).toMatch(/stamps +FAILED/);
    rmSync(dir, { recursive: true, force: true });
  });
});

describe("the address of a revocation list", { timeout: 30_000 }, () => {
  it("is a stranger's: on this machine it is asked only where a test opened the port", async () => {
    const lists = await serve((_query, response) => void response.end(named.list()));
    const uses = [...forStamping, `crlDistributionPoints = URI:${lists.url}`];
    const named = testAuthority({ uses });
    const clock = await serve(replying(named));
    const port = Number(new URL(lists.url).port);
    for (const [openPorts, revocation, asked] of [
      [new Set<number>(), "unreachable", 0],
      [new Set([port]), "checked", 1],
    ] as const) {
      const server = await startTestServer({ withVault: true, captureTesting: { openPorts } });
      const authority = { name: "clock", url: clock.url, root: named.root };
      await server.ask("POST", "/api/authorities", authority);
      const { stamps } = (await server.job("/api/stamps")) as StampList;
      expect(stamps).toMatchObject([{ holds: true, revocation }]);
      expect(lists.asked).toHaveLength(asked);
      await server.end();
    }
    await lists.close();
    await clock.close();
    named.end();
  });
});
