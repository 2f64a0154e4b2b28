// Exports through the addresses: what each audience gets, and everything home and back. Everyone in it is invented.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonConsents } from "../../src/act/index.ts";
import { exportFormats, type WrittenExport, type WrittenHome } from "../../src/publish/index.ts";
import { type Desk, deskOf, type Put, wordsIn } from "./dossiers.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let root: string;
let desk: Desk;
let consented: Put;
let withheld: Put;
let testimony: Put;
let unreviewed: Put;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-exports-"));
  desk = deskOf(server, root);
  consented = await desk.put("article", "Gulnisa Yarmuq");
  withheld = await desk.put("article", "Rehim Qaraboz");
  testimony = await desk.put("testimony", "Gulnisa Yarmuq");
  unreviewed = await desk.put("article", "Gulnisa Yarmuq", "proposed");
  await desk.same(consented, testimony);
  await desk.same(consented, unreviewed);
  await desk.consent(consented.record);
}, 60_000);
afterAll(async () => {
  await server.end();
  rmSync(root, { recursive: true, force: true });
});

async function exported<T>(path: string, asked: object): Promise<{ dir: string; told: T }> {
  const { job } = (await server.ask("POST", path, asked)).body as { job: string };
  const told = (await desk.finished(job)) as unknown as T;
  const response = await server.app.request(`http://127.0.0.1:4824/api/exports/${job}`, {
    headers: server.headers(),
  });
  expect(response.status).toBe(200);
  const dir = mkdtempSync(join(root, "e-"));
  const tar = join(root, "e.tar");
  writeFileSync(tar, Buffer.from(await response.arrayBuffer()));
  execFileSync("tar", ["-xf", tar, "--strip-components=1"], { cwd: dir });
  return { dir, told };
}

describe("an export", () => {
  it.each(exportFormats)(
    "for partners holds no word that stays, as %s",
    { timeout: 60_000 },
    async (format) => {
      const { dir, told } = await exported<WrittenExport>("/api/exports", {
        format,
        audience: "partners",
      });
      const words = wordsIn(dir);
      for (const stays of [
        ...withheld.needles,
        ...testimony.needles,
        ...unreviewed.needles,
        "Qaraboz",
      ])
        expect(words.includes(stays)).toBe(false);
      if (format !== "geojson" && format !== "claimreview" && format !== "annotations")
        expect(words).toContain("Gulnisa Yarmuq");
      expect(told).toMatchObject({ people: 1 });
      expect(told.heldBack).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ what: "person", reason: "person-never-asked" }),
        ]),
      );
      execFileSync("sha256sum", ["-c", "--quiet", "SHA256SUMS"], { cwd: dir });
    },
  );

  it("for inside holds what a member may read, with its review", async () => {
    const { dir } = await exported<WrittenExport>("/api/exports", {
      format: "csv",
      audience: "inside",
    });
    const claims = readFileSync(join(dir, "claims.csv"), "utf8");
    for (const put of [consented, withheld, testimony, unreviewed])
      expect(claims).toContain(put.needles[1]);
    expect(claims).toContain("proposed");
  });

  it("is told before it is made, with what stays, and with what each format loses", async () => {
    expect(await server.job("/api/exports/preview", { audience: "partners" })).toMatchObject({
      people: 1,
      release: null,
      heldBack: expect.arrayContaining([
        expect.objectContaining({ what: "person", reason: "person-never-asked" }),
      ]) as object[],
    });
    expect(await server.job("/api/exports/preview", { audience: "public" })).toMatchObject({
      people: 0,
      release: { approvedBy: [], missing: [{ code: "nobody" }, { code: "approvals", have: 0 }] },
    });
    const { items } = (await server.ask("GET", "/api/exports/formats")).body as {
      items: { format: string; about: string }[];
    };
    expect(items.map(({ format }) => format)).toEqual(exportFormats);
    for (const format of ["ftm", "esf", "geojson", "annotations", "claimreview"])
      expect(items.find((one) => one.format === format)?.about).toContain("Lost:");
  });

  it("for the public is refused before two members approved a release", async () => {
    const { job } = (
      await server.ask("POST", "/api/exports", { format: "csv", audience: "public" })
    ).body as { job: string };
    await expect(desk.finished(job)).rejects.toThrow("publish/no-release");
  });

  it.each([
    [{ format: "doc", audience: "partners" }, "publish/unknown-format"],
    [{ format: "csv", audience: "everyone" }, "publish/unknown-audience"],
    [
      { format: "csv", audience: "inside", recipients: ["not an age key"] },
      "publish/bad-recipient",
    ],
  ])("is refused: %o", async (asked, code) => {
    const { body } = await server.ask("POST", "/api/exports", asked);
    expect((body as { error: { code: string } }).error.code).toBe(code);
  });

  it("is written down with whose file went where", async () => {
    const rows = await server.holding.open?.vault.engine.db
      .selectFrom("entries")
      .select(["subject", "body"])
      .where("kind", "=", "export.made")
      .execute();
    const told = (rows ?? []).map(({ body }) => JSON.parse(body ?? "null") as object);
    expect(told.length).toBeGreaterThanOrEqual(exportFormats.length);
    for (const one of told)
      expect(one).toMatchObject({
        audience: "partners",
        people: [{ record: consented.record }],
        sources: expect.not.arrayContaining([withheld.source]) as string[],
      });
    const { wentOut } = (await server.ask("GET", `/api/consents/${consented.record}/state`))
      .body as PersonConsents;
    expect(wentOut[0]).toMatchObject({
      kind: "export",
      audience: "partners",
      receiver: "partners",
    });
  });
});

describe("everything home", () => {
  it("comes back through the command line with the same root", { timeout: 60_000 }, async () => {
    const { dir, told } = await exported<WrittenHome>("/api/exports/all", {});
    const env = {
      ...process.env,
      GUWAH_HOME: join(root, "again", "vault"),
      GUWAH_PASSPHRASE: passphrase,
      GUWAH_DATABASE_URL: "",
    };
    const guwah = async (...words: string[]): Promise<{ code: number; json: unknown }> =>
      new Promise((resolve) => {
        execFile(process.execPath, ["src/cli/main.ts", ...words, "--json"], { env }, (error, out) =>
          resolve({
            code: Number((error as { code?: number } | null)?.code ?? 0),
            json: JSON.parse(out || "null"),
          }),
        );
      });
    expect(await guwah("import", dir)).toMatchObject({
      code: 0,
      json: { root: told.root, entries: told.entries, check: { clean: true } },
    });
    expect(await guwah("check")).toMatchObject({ code: 0, json: { clean: true, root: told.root } });
    // A second time there is a vault already.
    expect((await guwah("import", dir)).code).not.toBe(0);
  });

  it("is encrypted to the recipients who are named", async () => {
    const identity = await generateX25519Identity();
    const recipients = [await identityToRecipient(identity)];
    const { job } = (await server.ask("POST", "/api/exports/all", { recipients })).body as {
      job: string;
    };
    await desk.finished(job);
    const response = await server.app.request(`http://127.0.0.1:4824/api/exports/${job}`, {
      headers: server.headers(),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect(bytes.includes("ledger.jsonl")).toBe(false);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(Buffer.from(await decrypter.decrypt(bytes)).includes("guwah-all/ledger.jsonl")).toBe(
      true,
    );
  });
});

it("takes in over HTTP what another program wrote, and what went out as FollowTheMoney", async () => {
  const { dir } = await exported<WrittenExport>("/api/exports", {
    format: "ftm",
    audience: "partners",
  });
  const bytes = readFileSync(join(dir, "followthemoney.json"));
  const { source } = (await server.send("invented.ftm.json", bytes)).body as { source: string };
  const { body } = await server.ask("GET", `/api/sources/${source}/foreign`);
  expect(body).toEqual({ format: "followthemoney" });
  expect(await server.job(`/api/sources/${source}/foreign/dry-run`, {})).toMatchObject({ add: 1 });
  expect(await server.job(`/api/sources/${source}/foreign/import`, {})).toMatchObject({
    added: 1,
    failed: 0,
  });
  expect(await server.job(`/api/sources/${source}/foreign/import`, {})).toMatchObject({
    added: 0,
    unchanged: 1,
  });
});
