// Whoever sees, copies, exports or hands over something is in the ledger before they have it. Everyone here is invented.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createGuwah } from "../../src/app.ts";
import type { IntakeItem } from "../../src/collect/index.ts";
import type { AuditReport, EvidenceView, MirrorReport } from "../../src/preserve/index.ts";
import { storedPath } from "../../src/preserve/fixity/mirror-folder.ts";
import { flipByte } from "../../src/preserve/fixity/testing.ts";
import type { FileHash } from "../../src/model/index.ts";
import type { RecordFile } from "../../src/weigh/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

const number = "653101199001011234";
let server: TestServer;
let source: string;
let record: string;
let claim: string;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  const bytes = "Aysha Invented taught at an invented school. Nobody here is real.";
  source = (
    (await server.send("aysha-invented.txt", bytes)).body as IntakeItem & { source: string }
  ).source;
  const claims = [{ property: "idNumber", words: number }];
  const body = { schema: "Person", source, label: "Aysha Invented", claims };
  record = ((await server.ask("POST", "/api/records", body)).body as { id: string }).id;
  const file = (await server.ask("GET", `/api/records/${record}`)).body as RecordFile;
  claim = file.properties.flatMap((property) => property.claims)[0]?.id as string;
});
afterAll(() => server.end());

const evidence = async (): Promise<EvidenceView> =>
  (await server.ask("GET", `/api/sources/${source}/evidence`)).body;
const actions = async () => (await evidence()).custody.map(({ action }) => action);
const noted = async (action: string) =>
  (await server.holding.open?.vault.engine.db
    .selectFrom("custody")
    .selectAll()
    .where("action", "=", action)
    .orderBy("seq")
    .execute()) ?? [];

/** Lets no entry into the ledger while `run` runs. */
async function withoutLedger<T>(run: () => Promise<T>): Promise<T> {
  const vault = server.holding.open?.vault;
  if (vault === undefined) throw new Error("no vault is open");
  const ledger = vault.ledger as { append: unknown };
  const { append } = ledger;
  ledger.append = () => Promise.reject(new RangeError("the disk is gone"));
  try {
    return await run();
  } finally {
    ledger.append = append;
  }
}

describe("what is given out", () => {
  it("tells the file, who brought it and when", async () => {
    const view = await evidence();
    expect(view.original).toMatchObject({ name: "aysha-invented.txt", size: 65 });
    expect(view.original?.by).toBe("Aida Invented");
    expect(view.custody.map(({ action }) => action)).toEqual(["received"]);
    expect(view.used).toMatchObject({ records: 1, claims: 1, statements: 0 });
    expect(view.used.first).toEqual([{ id: record, schema: "Person", label: "Aysha Invented" }]);
  });

  it("says that there is no such source", async () => {
    const none = source.replace(/.$/, source.endsWith("0") ? "1" : "0");
    for (const path of ["evidence", "receipt"])
      expect((await server.ask("GET", `/api/sources/${none}/${path}`)).status).toBe(404);
  });

  it.each([
    ["a sealed value", "POST", () => `/api/claims/${claim}/open-sealed`, number],
    ["the original", "GET", () => `/api/sources/${source}/file`, "Nobody here is real"],
    ["a receipt", "GET", () => `/api/sources/${source}/receipt`, "SHA-256"],
    ["the words of a sealed value", "GET", () => `/api/claims/${claim}/passage`, "sourceTitle"],
  ])("%s: written first, and kept back where that fails", async (_, method, path, words) => {
    const before = (await evidence()).custody.length;
    const refused = await withoutLedger(() => server.ask(method, path()));
    expect(refused.status).toBe(500);
    expect(JSON.stringify(refused.body)).not.toContain(words);
    expect((await evidence()).custody.length).toBe(before);
    const given = await server.ask(method, path());
    expect(given.status).toBe(200);
    expect(JSON.stringify(given.body)).toContain(words);
    expect((await evidence()).custody.length).toBe(before + 1);
  });

  it("names the claim that was looked at, never what it says", async () => {
    const [view] = await noted("viewed");
    expect(view).toMatchObject({ claim, record, source });
    const rows = await server.holding.open?.vault.engine.db
      .selectFrom("entries")
      .select("body")
      .where("kind", "=", "custody.noted")
      .execute();
    expect(JSON.stringify(rows)).not.toContain(number);
  });

  it("shows a sealed value to nobody without the right, and writes nothing then", async () => {
    const secret = "four invented geese go south";
    const member = { name: "Bek Invented", roles: ["analyst"], passphrase: secret };
    await server.ask("POST", "/api/members", member);
    const keeper = server.headers()["Authorization"] as string;
    const { token } = (await server.ask("POST", "/api/unlock", { passphrase: secret })).body as {
      token: string;
    };
    const count = (await noted("viewed")).length;
    server.signIn(token);
    expect((await server.ask("POST", `/api/claims/${claim}/open-sealed`)).status).toBe(403);
    expect((await server.ask("POST", "/api/mirror", {})).status).toBe(403);
    expect((await server.ask("POST", "/api/audit", { repair: true })).status).toBe(403);
    server.signIn(keeper.replace("Bearer ", ""));
    expect((await noted("viewed")).length).toBe(count);
  });

  it("writes a look through a list once an hour for each member", async () => {
    const list = (
      (await server.send("list.csv", "name,id\nInvented One,1\n")).body as { source: string }
    ).source;
    for (let i = 0; i < 3; i++)
      expect((await server.ask("GET", `/api/sources/${list}/rows`)).status).toBe(200);
    expect((await noted("viewed")).filter((row) => row.source === list).length).toBe(1);
  });

  it("takes a picture that the page draws for a look, not for a copy", async () => {
    const copies = (await noted("copied")).length;
    const drawn = { "Sec-Fetch-Dest": "image" };
    await server.ask("GET", `/api/sources/${source}/file`, undefined, drawn);
    expect((await noted("copied")).length).toBe(copies);
    expect(await actions()).toContain("viewed");
  });

  it("writes down a handing over in the words given", async () => {
    const body = { from: "the office", to: "an invented lawyer", reason: "for the hearing" };
    const view = (await server.ask("POST", `/api/sources/${source}/transfer`, body))
      .body as EvidenceView;
    expect(view.custody.at(-1)).toMatchObject({
      action: "transferred",
      ...body,
      by: "Aida Invented",
    });
    expect((await server.ask("POST", `/api/sources/${source}/transfer`, {})).status).toBe(400);
  });

  it("writes down backups and dossiers before they are made", async () => {
    await server.job("/api/backup");
    expect((await noted("exported")).at(-1)).toMatchObject({ receiver: "backup", source: null });
    await server.job("/api/dossiers", { records: [record], audience: "inside" });
    const [backup, dossier] = await noted("exported");
    expect([backup?.receiver, dossier?.receiver]).toEqual(["backup", "inside"]);
    expect(dossier?.record).toBe(record);
  });

  it("gives the receipt as a page that runs nothing and loads nothing", async () => {
    const page = await server.ask("GET", `/api/sources/${source}/receipt`);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'.*sandbox$/);
    expect(page.body).not.toMatch(/<script|src=|href=|aysha/i);
    expect((await evidence()).ledger.checkpoint?.size).toBeGreaterThan(
      (await evidence()).ledger.seq,
    );
  });
});

describe("audit and mirror", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-mirror-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("finds a turned bit and repairs it from the mirror of last time", async () => {
    const hash = (await evidence()).original?.hash as FileHash;
    const name = server.holding.open?.vault.files.nameOf(hash) as string;
    const made = (await server.job("/api/mirror", { folder })) as MirrorReport;
    expect(made).toMatchObject({ lost: 0, left: 0 });
    expect(made.copied).toBe(made.files);
    expect((await readFile(storedPath(folder, name))).includes("Nobody here is real")).toBe(false);
    await flipByte(storedPath(server.home, name));
    expect(await server.job("/api/audit")).toMatchObject({ damaged: 1, clean: false });
    expect(await server.job("/api/audit", { repair: true })).toMatchObject({
      damaged: 1,
      repaired: 1,
      clean: true,
    });
    const state = (await server.ask("GET", "/api/audit")).body as { last: AuditReport };
    expect(state).toMatchObject({ mirror: { folder } });
    expect(state.last.lost).toEqual([{ file: hash, state: "damaged", repaired: true }]);
    expect(await server.job("/api/audit")).toMatchObject({ damaged: 0, clean: true });
    expect(await server.job("/api/check")).toMatchObject({ clean: true });
  });

  it("says that a mirror is not there", async () => {
    await rm(folder, { recursive: true });
    await expect(server.job("/api/mirror", {})).rejects.toThrow("mirror-lost");
    await expect(server.job("/api/audit", { repair: true })).rejects.toThrow("mirror-lost");
  });
});

describe("an audit on schedule", () => {
  afterEach(() => void vi.useRealTimers());

  it("is made when a week has gone by, in the name of who opened the vault, and once", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const home = join(await mkdtemp(join(tmpdir(), "guwah-week-")), "vault");
    let now = Date.now();
    const { app, holding } = await createGuwah({
      config: { home, databaseUrl: null, idleMinutes: 15, auditDays: 7 },
      webFolder: null,
      port: () => 4824,
      clock: () => now,
    });
    try {
      const { token } = await holding.create({
        vaultName: "Invented",
        memberName: "Aida Invented",
        passphrase: "seven invented cranes fly north",
      });
      // Somebody is at work all the week, so that the vault does not lock itself.
      holding.sessions.hold();
      const headers = { "X-Guwah": "1", Host: "127.0.0.1:4824", Authorization: `Bearer ${token}` };
      await app.request("http://127.0.0.1:4824/api/sources/file", {
        method: "POST",
        headers: {
          ...headers,
          "X-Guwah-Name": "a.txt",
          "Content-Type": "application/octet-stream",
        },
        body: "An invented notice.",
      });
      const made = () => {
        if (holding.open === null) throw new Error("the vault is locked");
        return holding.open.vault.engine.db.selectFrom("audits").select("files").execute();
      };
      const minute = async () => {
        await vi.advanceTimersByTimeAsync(60_000);
        await new Promise((resolve) => setTimeout(resolve, 50));
      };
      await minute();
      expect(await made()).toEqual([]);
      now += 7 * 24 * 60 * 60 * 1000;
      await expect.poll(() => minute().then(made), { timeout: 20_000 }).not.toEqual([]);
      await minute();
      await minute();
      expect(await made()).toHaveLength(1);
    } finally {
      await holding.lock();
      holding.sessions.close();
      await rm(join(home, ".."), { recursive: true, force: true });
    }
  });
});
