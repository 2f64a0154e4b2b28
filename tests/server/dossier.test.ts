// A dossier over the addresses of the server: the gate, the archive, and what a stranger makes of it. Everyone here is invented.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import * as mupdf from "mupdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IntakeItem } from "../../src/collect/index.ts";
import { dossierAudiences, type WrittenDossier } from "../../src/publish/index.ts";
import { audiences } from "../../src/web/screens/dossier/audiences.ts";
import type { RecordFile } from "../../src/weigh/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let root: string;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-dossier-"));
});
afterAll(async () => {
  await server.end();
  rmSync(root, { recursive: true, force: true });
});

/** A word found nowhere else, by which anything that leaks is known. */
let words = 0;
const needle = (): string => `needle${(++words).toString().padStart(4, "0")}q`;

interface Put {
  readonly source: string;
  readonly record: string;
  /** In the source's text, its title, and the claim. */
  readonly needles: readonly string[];
}

/** A source of a kind with one record of a person and one claim on it, accepted unless said otherwise. */
async function put(kind: string, name: string, review = "accepted"): Promise<Put> {
  const [inTitle, inText] = [needle(), needle()];
  const text = `${name} was a teacher, called ${inText}. Nobody here is real.`;
  const { source } = (
    await server.ask("POST", "/api/sources/text", { kind, title: `Invented ${inTitle}`, text })
  ).body as IntakeItem & { source: string };
  const claims = [
    { property: "name", words: name },
    { property: "occupation", words: inText },
  ];
  const made = await server.ask("POST", "/api/records", {
    schema: "Person",
    source,
    label: `${name} ${inTitle}`,
    claims,
  });
  const record = (made.body as { id: string }).id;
  const file = (await server.ask("GET", `/api/records/${record}`)).body as RecordFile;
  for (const { id, reviewSeq } of file.properties.flatMap((property) => property.claims)) {
    const decided = { state: review, expect: reviewSeq };
    expect((await server.ask("POST", `/api/claims/${id}/review`, decided)).status).toBe(200);
  }
  return { source, record, needles: [inTitle, inText] };
}

const same = async (left: Put, right: Put): Promise<void> => {
  const judged = { left: left.record, right: right.record, verdict: "same", reason: "invented" };
  expect((await server.ask("POST", "/api/judgements", judged)).status).toBe(200);
};
const consent = async (about: string, audience = "partners"): Promise<string> => {
  const said = { about, audiences: [audience], giver: "parent", mode: "spoken" };
  return ((await server.ask("POST", "/api/consents", said)).body as { id: string }).id;
};

/** Makes a dossier and unpacks it. */
async function dossier(
  record: string,
  audience: string,
): Promise<{ dir: string; told: WrittenDossier }> {
  const { job } = (await server.ask("POST", "/api/dossiers", { record, audience })).body as {
    job: string;
  };
  const told = await finished(job);
  const dir = mkdtempSync(join(root, "d-"));
  writeFileSync(join(dir, "d.tar"), await archive(job));
  execFileSync("tar", ["-xf", "d.tar", "--strip-components=1"], { cwd: dir });
  rmSync(join(dir, "d.tar"));
  return { dir, told };
}

async function finished(job: string): Promise<WrittenDossier> {
  for (;;) {
    const { body } = await server.ask("GET", `/api/jobs/${job}`);
    const { state, result, error } = body as {
      state: string;
      result: WrittenDossier;
      error?: { code: string };
    };
    if (state === "done") return result;
    if (state !== "running") throw new Error(error?.code ?? state);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function archive(job: string): Promise<Buffer> {
  const response = await server.app.request(`http://127.0.0.1:4824/api/dossiers/${job}`, {
    headers: server.headers(),
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** Every byte of a dossier as text, the words of its PDF included. */
function wordsIn(dir: string): string {
  const files = readdirSync(dir, { recursive: true, encoding: "utf8", withFileTypes: true }).filter(
    (f) => f.isFile(),
  );
  return files
    .map((file) => {
      const bytes = readFileSync(join(file.parentPath, file.name));
      if (!file.name.endsWith(".pdf")) return `${file.name}\n${bytes.toString("latin1")}`;
      const pdf: mupdf.Document = mupdf.Document.openDocument(bytes, "application/pdf");
      return Array.from({ length: pdf.countPages() }, (_, i) =>
        pdf.loadPage(i).toStructuredText("").asText(),
      ).join("\n");
    })
    .join("\n");
}

it("can be made for the audiences the screen offers", () => {
  expect(audiences).toEqual(dossierAudiences);
});

describe("a dossier", () => {
  it("is refused without the person's consent, and says so", async () => {
    const { record } = await put("article", "Tolunbek Mirzat");
    const preview = async (audience: string) =>
      server.ask("POST", "/api/dossiers/preview", { record, audience });
    expect((await preview("partners")).body).toMatchObject({
      error: { code: "publish/no-consent" },
    });
    expect((await preview("everyone")).body).toMatchObject({
      error: { code: "publish/unknown-audience" },
    });
    expect((await preview("inside")).status).toBe(200);
    const id = await consent(record);
    expect((await preview("partners")).status).toBe(200);
    expect((await preview("un-named")).status).toBe(409);
    await server.ask("POST", `/api/consents/${id}/withdraw`, {});
    expect((await preview("partners")).body).toMatchObject({
      error: { details: { consent: "withdrawn" } },
    });
  });

  it("passes every step of its own script", { timeout: 60_000 }, async () => {
    const one = await put("article", "Jeyran Oydan");
    await consent(one.record);
    const { dir, told } = await dossier(one.record, "partners");
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
          const base = await put("article", "Kerembek Oytur");
          await consent(base.record);
          const held: string[] = [];
          const going = [...base.needles];
          for (const { kind, review, consented } of parts) {
            const more = await put(kind, "Kerembek Oytur", review);
            if (consented) await consent(more.source);
            await same(base, more);
            const open = kind === "article" || kind === "report" || consented;
            const [inTitle = "", inText = ""] = more.needles;
            if (!open) held.push(inTitle, inText);
            else if (review === "proposed") held.push(inTitle);
            else going.push(inTitle, inText);
          }
          const { dir, told } = await dossier(base.record, "partners");
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
      const one = await put("article", "Sherwan Qoyluq");
      const other = await put("article", "Perhat Qoyluq");
      await consent(one.record);
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
      const { dir, told } = await dossier(one.record, "partners");
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
      const { record } = await put("article", "Alim Yultuz");
      await consent(record);
      const key = join(root, "key.txt");
      execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
      const recipient = execFileSync("age-keygen", ["-y", key], { encoding: "utf8" }).trim();
      const ask = { record, audience: "partners" };
      const wrong = await server.ask("POST", "/api/dossiers", { ...ask, recipients: ["age1no"] });
      expect(wrong.body).toMatchObject({ error: { code: "publish/bad-recipient" } });
      const recipients = [recipient];
      const { job } = (await server.ask("POST", "/api/dossiers", { ...ask, recipients })).body as {
        job: string;
      };
      await finished(job);
      const bytes = await archive(job);
      expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
      const tar = execFileSync("age", ["-d", "-i", key], { input: bytes, maxBuffer: 100_000_000 });
      expect(execFileSync("tar", ["-t"], { input: tar, encoding: "utf8" })).toContain("verify.sh");
      expect(readdirSync(join(server.home, "outgoing"))).toEqual([]);
      expect((await server.ask("GET", `/api/dossiers/${job}`)).status).toBe(404);
    },
  );
});
