// Checkpoints and witnesses through the server's addresses, on both engines. Everyone in it is invented.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import {
  type CheckpointList,
  type Comparison,
  cosignCheckpoint,
  initWitness,
  type MadeCheckpoint,
  serveWitness,
  type ServedWitness,
  trustLog,
  type WitnessFolder,
} from "../../src/preserve/index.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

describe.each(["sqlcipher", "postgres"] as const)("checkpoints of a vault on %s", (engine) => {
  let server: TestServer;
  let folder: string;
  let witness: WitnessFolder;
  let served: ServedWitness;
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await server.ask(method, path, body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const list = () => ask<CheckpointList>("GET", "/api/checkpoints");
  const write = (n: number) =>
    server.send(`invented-${n}.txt`, `An invented note, number ${n}, of some words.`);

  beforeAll(async () => {
    const pg = engine === "postgres" ? { databaseUrl: inject("postgresUrl") } : {};
    server = await startTestServer({ withVault: true, ...pg });
    folder = await mkdtemp(join(tmpdir(), "guwah-server-witness-"));
    witness = await initWitness(join(folder, "w"), "partner.example/invented");
    served = await serveWitness(witness, { clock: Date.now });
  });
  afterAll(async () => {
    await served.close();
    await server.end();
    await rm(folder, { recursive: true, force: true });
  });

  it("are none at first, and are made by hand", async () => {
    expect(await list()).toMatchObject({ origin: null, vkey: null, checkpoints: [], alarms: [] });
    const none = await server.ask("POST", "/api/checkpoints/request", { witness: null });
    expect([none.status, none.body]).toMatchObject([404, { error: { code: "no-checkpoint" } }]);
    const { size, made } = await ask<MadeCheckpoint>("POST", "/api/checkpoints");
    expect(made).toBe(true);
    const { checkpoints, vkey, entries } = await list();
    expect(checkpoints[0]).toMatchObject({ size, why: "hand", policyMet: false });
    expect(vkey).toMatch(/^guwah\/[0-9a-f]{32}\+[0-9a-f]{8}\+/);
    expect(entries).toBe(size + 1);
    expect((await ask<MadeCheckpoint>("POST", "/api/checkpoints")).made).toBe(false);
  });

  it("go to a witness with an address, and come back cosigned", async () => {
    const { vkey } = await list();
    await trustLog(witness, vkey ?? "");
    const set = await ask<CheckpointList>("POST", "/api/witnesses", {
      need: 1,
      witnesses: [
        { name: "partner", vkey: witness.vkey, address: `http://127.0.0.1:${served.port}` },
      ],
    });
    expect(set.witnesses[0]).toMatchObject({ name: "partner", cosigned: 0 });
    const after = (await server.job("/api/checkpoints/deliver")) as CheckpointList;
    expect(after.checkpoints[0]).toMatchObject({ policyMet: true });
    expect(after.checkpoints[0]?.note.split("\n").filter((l) => l.startsWith("—"))).toHaveLength(2);
  });

  it("go by file as well, one way and back", async () => {
    await write(1);
    const { size } = await ask<MadeCheckpoint>("POST", "/api/checkpoints");
    const request = await ask<{ text: string; oldSize: number }>(
      "POST",
      "/api/checkpoints/request",
      { witness: "partner" },
    );
    expect(request.text).toMatch(/^old [1-9]/);
    const answer = await cosignCheckpoint(witness, Date.now, request.text);
    if (answer.kind !== "cosigned") throw new Error(answer.kind);
    const added = await ask("POST", "/api/checkpoints/cosignatures", { note: answer.note });
    expect(added).toEqual({ size, added: ["partner"], known: [] });
  });

  it("are part of the check, and made before every backup", async () => {
    await write(2);
    await server.job("/api/backup");
    const { checkpoints } = await list();
    expect(checkpoints[0]).toMatchObject({ why: "backup", coveredBy: null, policyMet: false });
    expect(checkpoints).toHaveLength(3);
    const report = (await server.job("/api/check")) as {
      clean: boolean;
      checkpoints: { checked: number; cosignatures: number };
    };
    expect(report.clean).toBe(true);
    expect(report.checkpoints).toMatchObject({ checked: 4, cosignatures: 2, alarms: [] });
  });

  it("kept elsewhere are compared with today's ledger", async () => {
    const { checkpoints } = await list();
    for (const { note, size } of checkpoints) {
      const said = await ask<Comparison>("POST", "/api/checkpoints/compare", { note });
      expect(said).toMatchObject({ verdict: "extends", size });
    }
    const said = await ask<Comparison>("POST", "/api/checkpoints/compare", { note: "no" });
    expect(said.verdict).toBe("malformed");
  });

  it("refuse with a code what is not as it should be", async () => {
    const refused = async (path: string, body: unknown) => {
      const answer = await server.ask("POST", path, body);
      return [answer.status, (answer.body as { error: { code: string } }).error.code];
    };
    const cosignatures = "/api/checkpoints/cosignatures";
    expect(await refused(cosignatures, { note: "x" })).toEqual([400, "not-a-checkpoint"]);
    expect(await refused(cosignatures, { note: "x".repeat(100_001) })).toEqual([
      400,
      "bad-request",
    ]);
    const wrong = { name: "x", vkey: "x+y+z", address: null };
    expect(await refused("/api/witnesses", { need: 1, witnesses: [wrong] })).toEqual([
      400,
      "proof/key",
    ]);
    expect(await refused("/api/witnesses", { need: 1, witnesses: [] })).toEqual([
      400,
      "proof/policy",
    ]);
    expect(await refused("/api/checkpoints/request", { witness: "nobody" })).toEqual([
      404,
      "witness-unknown",
    ]);
    expect(await refused("/api/checkpoints/request", { witness: null, from: 99_999 })).toEqual([
      422,
      "ledger-shortened",
    ]);
  });

  it("go on under a new name when a keeper says why", async () => {
    const before = await list();
    const made = await ask<{ origin: string }>("POST", "/api/checkpoints/new-name", {
      reason: "restored from an older backup",
    });
    expect(made.origin).not.toBe(before.origin);
    await write(3);
    await ask("POST", "/api/checkpoints");
    const after = await list();
    expect(after.origin).toBe(made.origin);
    expect(after.checkpoints).toHaveLength(before.checkpoints.length + 1);
    expect(after.alarms).toEqual([]);
    const delivered = (await server.job("/api/checkpoints/deliver")) as CheckpointList;
    expect(delivered.witnesses[0]).toMatchObject({ last: "not-trusted", cosigned: 0 });
  });

  it("outlast locking and unlocking", async () => {
    const before = await list();
    await server.holding.lock();
    expect((await server.ask("GET", "/api/checkpoints")).status).toBe(423);
    const { token } = await ask<{ token: string }>("POST", "/api/unlock", { passphrase });
    server.signIn(token);
    expect((await list()).checkpoints).toEqual(before.checkpoints);
  });
});
