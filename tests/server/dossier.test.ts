// A dossier over the addresses of the server: the gate, the archive, and what a stranger makes of it. Everyone here is invented.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dossierAudiences } from "../../src/publish/index.ts";
import { audiences } from "../../src/web/screens/dossier/audiences.ts";
import { type Desk, deskOf, needle, wordsIn } from "./dossiers.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let root: string;
let desk: Desk;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-dossier-"));
  desk = deskOf(server, root);
});
afterAll(async () => {
  await server.end();
  rmSync(root, { recursive: true, force: true });
});

it("can be made for the audiences the screen offers", () => {
  expect(audiences).toEqual(dossierAudiences);
});

describe("a dossier", () => {
  it("is refused without the person's consent, and says so", async () => {
    const { record } = await desk.put("article", "Tolunbek Mirzat");
    const preview = async (audience: string) =>
      server.ask("POST", "/api/dossiers/preview", { records: [record], audience });
    expect((await preview("partners")).body).toMatchObject({
      error: { code: "publish/no-consent" },
    });
    expect((await preview("everyone")).body).toMatchObject({
      error: { code: "publish/unknown-audience" },
    });
    expect((await preview("inside")).status).toBe(200);
    const id = await desk.consent(record);
    expect((await preview("partners")).status).toBe(200);
    expect((await preview("un-named")).status).toBe(409);
    await server.ask("POST", `/api/consents/${id}/withdraw`, {});
    expect((await preview("partners")).body).toMatchObject({
      error: { details: { consent: "withdrawn" } },
    });
  });

  it("passes every step of its own script", { timeout: 60_000 }, async () => {
    const one = await desk.put("article", "Jeyran Oydan");
    await desk.consent(one.record);
    const { dir, told } = await desk.dossier(one.record, "partners");
    expect(told).toMatchObject({ claims: 2, sources: 1, entries: 4, heldBack: [] });
    const run = spawnSync("bash", ["verify.sh", "--signer", told.signer], {
      cwd: dir,
      encoding: "utf8",
    });
    expect(run.stdout).toMatch(/4 entries are in the ledger[^]*All 9 steps passed/);
    expect(run.status).toBe(0);
    const report = readFileSync(join(dir, "data/report.html"), "utf8");
    expect(report).not.toMatch(/<script|<link|src=|javascript:/);
    for (const word of one.needles) expect(wordsIn(dir)).toContain(word);
  });

  it(
    "holds nothing of what is held back, whatever was said and linked",
    { timeout: 240_000 },
    async () => {
      const kinds = ["article", "testimony", "photo", "list", "report"] as const;
      const part = fc.record({
        kind: fc.constantFrom(...kinds),
        review: fc.constantFrom("accepted", "proposed"),
        consented: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
          const base = await desk.put("article", "Kerembek Oytur");
          await desk.consent(base.record);
          const held: string[] = [];
          const going = [...base.needles];
          for (const { kind, review, consented } of parts) {
            const more = await desk.put(kind, "Kerembek Oytur", review);
            if (consented) await desk.consent(more.source);
            await desk.same(base, more);
            const open = kind === "article" || kind === "report" || consented;
            const [inTitle = "", inText = ""] = more.needles;
            if (!open) held.push(inTitle, inText);
            else if (review === "proposed") held.push(inTitle);
            else going.push(inTitle, inText);
          }
          const { dir, told } = await desk.dossier(base.record, "partners");
          const all = wordsIn(dir);
          for (const word of held) expect(all).not.toContain(word);
          for (const word of going) expect(all).toContain(word);
          if (held.length > 0) expect(told.heldBack.length).toBeGreaterThan(0);
        }),
        { numRuns: 12 },
      );
    },
  );

  it(
    "never holds a sealed value, nor another person's name on file",
    { timeout: 60_000 },
    async () => {
      const one = await desk.put("article", "Sherwan Qoyluq");
      const other = await desk.put("article", "Perhat Qoyluq");
      await desk.consent(one.record);
      const secret = needle();
      const base = { record: one.record, source: one.source };
      const sealed = await server.ask("POST", "/api/claims", {
        ...base,
        property: "idNumber",
        words: secret,
      });
      expect(sealed).toMatchObject({ status: 200 });
      const kin = await server.ask("POST", "/api/records", {
        schema: "Relationship",
        source: one.source,
        label: "brothers",
        claims: [
          { property: "from", value: { kind: "ref", record: one.record } },
          {
            property: "to",
            value: { kind: "ref", record: other.record, words: "Perhat Qoyluq" },
          },
        ],
      });
      expect(kin.body).toMatchObject({ schema: "Relationship" });
      const { dir, told } = await desk.dossier(one.record, "partners");
      expect(told.heldBack.map(({ reason }) => reason).sort()).toEqual(["other-person", "sealed"]);
      const all = wordsIn(dir);
      expect(all).not.toContain(secret);
      expect(all).not.toContain("Perhat");
      expect(all).not.toContain('"cipher"');
    },
  );

  it(
    "can be encrypted to a recipient, and is gone from here afterwards",
    { timeout: 60_000 },
    async () => {
      const { record } = await desk.put("article", "Alim Yultuz");
      await desk.consent(record);
      const key = join(root, "key.txt");
      execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
      const recipient = execFileSync("age-keygen", ["-y", key], { encoding: "utf8" }).trim();
      const ask = { records: [record], audience: "partners" };
      const wrong = await server.ask("POST", "/api/dossiers", { ...ask, recipients: ["age1no"] });
      expect(wrong.body).toMatchObject({ error: { code: "publish/bad-recipient" } });
      const recipients = [recipient];
      const { job } = (await server.ask("POST", "/api/dossiers", { ...ask, recipients })).body as {
        job: string;
      };
      await desk.finished(job);
      const bytes = await desk.archive(job);
      expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
      const tar = execFileSync("age", ["-d", "-i", key], { input: bytes, maxBuffer: 100_000_000 });
      expect(execFileSync("tar", ["-t"], { input: tar, encoding: "utf8" })).toContain("verify.sh");
      expect(readdirSync(join(server.home, "outgoing"))).toEqual([]);
      expect((await server.ask("GET", `/api/dossiers/${job}`)).status).toBe(404);
    },
  );
});
