// Consent, interventions and letters over the addresses of the server, and `guwah consent`'s answers. Everyone here is invented.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ConsentNeed, PersonConsents } from "../../src/act/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "guwah-letters-"));
  server = await startTestServer({ withVault: true });
});
afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

async function post<T>(path: string, body: unknown): Promise<T> {
  const { status, body: answer } = await server.ask("POST", path, body);
  expect([status, answer]).toMatchObject([200, {}]);
  return answer;
}

let texts = 0;
async function person(name: string, kind = "article"): Promise<{ id: string; source: string }> {
  const text = `${name} was taken away. Text ${++texts}; nobody here is real.`;
  const { source } = await post<{ source: string }>("/api/sources/text", { kind, text });
  const claims = [{ property: "name", words: name }];
  const made = { schema: "Person", source, label: name, claims };
  return { ...(await post<{ id: string }>("/api/records", made)), source };
}
const state = async (id: string): Promise<PersonConsents> =>
  (await server.ask("GET", `/api/consents/${id}/state`)).body;

it("a consent is given with a sealed giver, shown as flags, and its giver opened by who may", async () => {
  const { id } = await person("Invented Person");
  expect((await state(id)).flags.map(({ consented }) => consented)).toEqual(
    Array.from({ length: 7 }, () => "never-asked"),
  );
  const said = {
    about: id,
    audiences: ["un-named", "partners"],
    giver: "sibling",
    giverName: "Invented Sister, +7 000",
    mode: "spoken",
    capacity: "detained",
    risk: "The family lives abroad.",
    wording: "1 en",
    review: "2027-01-01",
  };
  const { id: consent } = await post<{ id: string }>("/api/consents", said);
  const shown = await state(id);
  expect(JSON.stringify(shown)).not.toContain("Invented Sister");
  expect(shown).toMatchObject({
    consents: [{ giverKept: true, by: "Aida Invented" }],
    findings: [],
  });
  expect(await post(`/api/consents/${consent}/giver`, {})).toEqual({ text: said.giverName });
  await post(`/api/consents/${consent}/withdraw`, { audiences: ["partners"] });
  const flags = new Map((await state(id)).flags.map((one) => [one.audience, one.consented]));
  expect([flags.get("un-named"), flags.get("partners"), flags.get("inside")]).toEqual([
    "yes",
    "withdrawn",
    "never-asked",
  ]);
  const incomplete = { ...said, risk: undefined };
  expect((await server.ask("POST", "/api/consents", incomplete)).body).toMatchObject({
    error: { code: "act/consent-incomplete" },
  });
});

it("wordings and what is due have addresses of their own", async () => {
  const { body } = await server.ask("GET", "/api/consents/wordings");
  expect(body).toMatchObject({ items: [{ id: "1 en", reviewed: false }] });
  const due = await server.ask("GET", "/api/consents/due?days=3650");
  expect(due.body).toMatchObject({ items: [{ why: "review", label: "Invented Person" }] });
  expect((await server.ask("GET", "/api/consents/due?days=x")).status).toBe(400);
});

it("says who must consent before a file may go", async () => {
  const { id, source } = await person("Another Invented", "testimony");
  const { needs } = await post<{ needs: ConsentNeed[] }>("/api/consents/needed", {
    record: id,
    audience: "partners",
  });
  expect(needs.map(({ id: of, as, blocks }) => [of, as, blocks])).toEqual([
    [id, "subject", "never-asked"],
    [source, "giver", "never-asked"],
  ]);
});

it("a letter waits for consent, goes out as a document, is sent, answered and marked", async () => {
  const { id } = await person("Third Invented");
  const letter = {
    person: id,
    template: "appeal",
    language: "kk",
    given: { addressee: "Invented Ministry", signer: "Aida Invented" },
  };
  const plan = await post<{ gaps: string[]; blocks: unknown[] }>("/api/letters/preview", letter);
  expect(plan.blocks).toMatchObject([{ id, blocks: "never-asked" }]);
  const refused = await server.ask("POST", "/api/letters", { ...letter, format: "docx" });
  expect([refused.status, refused.body]).toMatchObject([
    403,
    { error: { code: "act/consent-blocks" } },
  ]);
  const { id: consent } = await post<{ id: string }>("/api/consents", {
    about: id,
    audiences: ["un-named"],
    giver: "self",
    mode: "written",
  });
  const response = await server.app.request("http://127.0.0.1:4824/api/letters", {
    method: "POST",
    headers: { ...server.headers(), "Content-Type": "application/json" },
    body: JSON.stringify({ ...letter, format: "docx" }),
  });
  expect(response.headers.get("content-disposition")).toMatch(/letter-P-[0-9A-Z]{8}\.docx/);
  const file = join(folder, "letter.docx");
  writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  const words = execFileSync("unzip", ["-p", file, "word/document.xml"], { encoding: "utf8" });
  expect(words).toContain("Third Invented");
  expect(words).toContain("Құрметпен");

  const { id: sent } = await post<{ id: string }>("/api/interventions", {
    kind: "official-request",
    addressees: ["Invented Ministry"],
    people: [id],
    date: "2026-01-10",
    due: "2026-02-10",
    text: "The letter as it was sent.",
    audience: "un-named",
  });
  const overdue = { state: "no-reply", silentDays: 30 };
  expect(await post("/api/interventions/list", overdue)).toMatchObject({ items: [{ id: sent }] });
  await post(`/api/interventions/${sent}/reply`, {
    reply: "denied",
    speaker: "Invented Ministry",
    text: "We know of no such person.",
    date: "2026-03-01",
  });
  expect((await server.ask("GET", `/api/interventions/${sent}`)).body).toMatchObject({
    state: "answered",
    replies: [{ stance: "denies", words: "We know of no such person." }],
  });
  await post(`/api/consents/${consent}/withdraw`, { reason: "she asked to wait" });
  expect((await state(id)).wentOut).toMatchObject([
    { kind: "official-request", marked: true, todo: "ask-to-destroy", consents: [consent] },
    { kind: "official-request", marked: true, todo: "ask-to-destroy", consents: [consent] },
  ]);
  const again = await server.ask("POST", "/api/letters", { ...letter, format: "txt" });
  expect(again.status).toBe(403);
});
