// The rebuttal file over the addresses of the server and by the command line: what it proves, what it lists as unanswered, what it
// holds back, and that its leaving is written down. Everyone in it is invented.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as mupdf from "mupdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "../../src/cli/command.ts";
import { rebuttal } from "../../src/cli/commands/rebuttal.ts";
import type { IntakeItem } from "../../src/collect/index.ts";
import type { Connection } from "../../src/cli/connection.ts";
import type { MadeRebuttalView, PersonConsents, RebuttalView } from "../../src/server/index.ts";
import type { RecordFile } from "../../src/weigh/index.ts";
import { photograph } from "../../src/collect/testing.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let root: string;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-rebuttal-"));
});
afterAll(async () => {
  await server.end();
  rmSync(root, { recursive: true, force: true });
});

const post = async <T>(path: string, body: unknown, status = 200): Promise<T> => {
  const answer = await server.ask("POST", path, body);
  expect({ status: answer.status, body: answer.status === status ? null : answer.body }).toEqual({
    status,
    body: null,
  });
  return answer.body;
};
const fileOf = async (id: string): Promise<RecordFile> =>
  (await server.ask("GET", `/api/records/${id}`)).body;

async function source(kind: string, title: string, text: string): Promise<string> {
  return (await post<{ source: string }>("/api/sources/text", { kind, title, text })).source;
}

type Words = { readonly property: string; readonly words?: string; readonly value?: unknown };
async function record(schema: string, from: string, claims: readonly Words[]): Promise<string> {
  const asked = { schema, source: from, label: schema, claims };
  const { id } = await post<{ id: string }>("/api/records", asked);
  await acceptAll(id);
  return id;
}

async function acceptAll(id: string): Promise<void> {
  const { properties } = await fileOf(id);
  for (const claim of properties.flatMap((property) => property.claims))
    if (claim.review !== "accepted")
      await post(`/api/claims/${claim.id}/review`, { state: "accepted", expect: claim.reviewSeq });
}

const ref = (property: string, id: string): Words => ({
  property,
  value: { kind: "ref", record: id },
});
const coded = (property: string, vocabulary: string, code: string): Words => ({
  property,
  value: { kind: "code", vocabulary, code },
});

interface Statement {
  readonly text: string;
  readonly quote: string;
  readonly speaker: string;
  readonly stance: string;
  readonly targets?: readonly { readonly record: string; readonly property?: string }[];
  readonly answers?: readonly string[];
}
/** A statement of a source whose text holds it. */
async function said(from: string, one: Statement): Promise<string> {
  const start = one.text.indexOf(one.quote);
  const { id } = await post<{ id: string }>("/api/statements", {
    source: from,
    passage: { start, end: start + one.quote.length, quote: one.quote },
    speaker: one.speaker,
    content: one.quote,
    mode: "direct",
    stance: one.stance,
    targets: one.targets ?? [],
    answers: one.answers ?? [],
  });
  return id;
}

interface Told {
  readonly person: string;
  readonly article: string;
  readonly question: string;
}

/** Somebody invented, taken on a day and held at a place; an embassy denies the taking, a ministry speaks of the policy alone. */
async function told(name: string): Promise<Told> {
  const article = await source("article", `${name} paper`, `${name} was taken. Nobody is real.`);
  const person = await record("Person", article, [
    { property: "name", words: name },
    { property: "occupation", words: "baker" },
  ]);
  const episode = await record("Episode", article, [
    ref("person", person),
    coded("kind", "episode-kind", "taken"),
    { property: "from", words: "2018-03-05" },
    { property: "place", words: "Ürümqi" },
  ]);
  const denial = `The invented embassy said: ${name} was never taken.`;
  const embassy = await source("official-statement", `${name} embassy`, denial);
  await said(embassy, {
    text: denial,
    quote: `${name} was never taken.`,
    speaker: "Invented embassy",
    stance: "denies",
    targets: [{ record: episode }],
  });
  const policy = `The invented ministry said of ${name}'s county: there are no camps.`;
  const ministry = await source("official-statement", `${name} ministry`, policy);
  const notes = await source("article", `${name} questions`, `Are there camps, ${name} asked?`);
  const question = await record("Question", notes, [
    { property: "wording", words: `Are there camps near ${name}?` },
    ref("people", person),
  ]);
  await said(ministry, {
    text: policy,
    quote: "there are no camps.",
    speaker: "Invented ministry",
    stance: "denies",
    answers: [question],
  });
  return { person, article, question };
}

const consent = (about: string, audience = "partners"): Promise<{ id: string }> =>
  post("/api/consents", { about, audiences: [audience], giver: "parent", mode: "spoken" });
const preview = (id: string, audience = "partners"): Promise<RebuttalView> =>
  post(`/api/people/${id}/rebuttal/preview`, { audience });

/** The words between two headings of the page. */
const part = (html: string, from: string, to: string): string =>
  html.slice(html.indexOf(`<h2>${from}`), html.indexOf(`<h2>${to}`));

describe("a rebuttal file", () => {
  it("lists what each official statement answers, and what none speaks to", async () => {
    const { person } = await told("Qunduz Bakir");
    await consent(person);
    const { html, unanswered, aboutThePerson, aboutThePolicy, origins } = await preview(person);
    expect({ aboutThePerson, aboutThePolicy, origins }).toEqual({
      aboutThePerson: 1,
      aboutThePolicy: 1,
      origins: 1,
    });
    // Whether it happened is answered; when and where is not.
    expect(unanswered).toHaveLength(2);
    expect(unanswered.join()).toMatch(/From.*Place|Place.*From/);
    const first = part(html, "2.", "3.");
    expect(first).toContain("Qunduz Bakir was never taken.");
    expect(first).toMatch(/It speaks to: Episode \(Taken[^)]*\): What happened\./);
    expect(first).not.toContain("there are no camps.");
    const second = part(html, "3.", "4.");
    expect(second).toContain("there are no camps.");
    expect(second).toContain("Are there camps near Qunduz Bakir?");
    expect(second).toContain("answers nothing that this file says happened");
  });

  it("never lets a denial of the policy answer for the person, however often it is made", async () => {
    const { person, question } = await told("Sulayman Policy");
    await consent(person);
    const before = (await preview(person)).unanswered;
    const text = "Another invented ministry said: there are no camps anywhere.";
    const again = await source("official-statement", "Again", text);
    await said(again, {
      text,
      quote: "there are no camps anywhere.",
      speaker: "Another ministry",
      stance: "denies",
      answers: [question],
    });
    const after = await preview(person);
    expect(after.aboutThePolicy).toBe(2);
    expect(after.unanswered).toEqual(before);
  });

  it("is refused without consent, and holds back what a dossier would", async () => {
    const { person } = await told("Tursun Kept");
    await post(`/api/people/${person}/rebuttal/preview`, { audience: "partners" }, 409);
    await consent(person);
    const letter = await source("testimony", "A cousin's words", "His cousin saw him needle77q.");
    const cousin = await record("Person", letter, [
      { property: "name", words: "Tursun Kept" },
      { property: "occupation", words: "needle77q" },
    ]);
    await post("/api/judgements", { left: person, right: cousin, verdict: "same", reason: "r77q" });
    const outside = await preview(person);
    expect(outside.html).not.toContain("needle77q");
    expect(outside.html).not.toContain("r77q");
    expect(outside.html).not.toContain("A cousin's words");
    expect(outside.heldBack).toContainEqual({
      what: "source",
      reason: "source-never-asked",
      count: 1,
    });
    const inside = await preview(person, "inside");
    expect(inside.html).toContain("needle77q");
    expect(inside.html).toContain("r77q");
  });

  it("tells what was corrected and taken back with its day, and no reason of a member outside the group", async () => {
    const { person } = await told("Roza Changed");
    await consent(person);
    const claim = (await fileOf(person)).properties
      .find(({ name }) => name === "occupation")
      ?.claims.at(0);
    await post(`/api/claims/${claim?.id}/replace`, { words: "miller" });
    await acceptAll(person);
    const miller = (await fileOf(person)).properties.find(({ name }) => name === "occupation");
    const { html } = await preview(person);
    const changed = part(html, "6.", "Sources");
    expect(changed).toMatch(/<h3>\d{4}-\d\d-\d\d<\/h3>/);
    expect(changed).toContain("corrected</span>, before: <bdi>baker</bdi>");
    await post("/api/withdraw", {
      target: miller?.claims[0]?.id,
      subject: person,
      reason: "needle78q",
    });
    const after = part((await preview(person)).html, "6.", "Sources");
    expect(after).toContain("taken back");
    expect(after).not.toContain("needle78q");
    expect((await preview(person, "inside")).html).toContain("needle78q");
  });

  it("has a form for an answer that asks for each open thing", async () => {
    const { person } = await told("Nur Form");
    await consent(person);
    const { html } = await preview(person);
    const form = html.slice(html.indexOf("Form for an answer"));
    expect(form).toMatch(/1\. Episode \(Taken[^)]*\): /);
    expect(form).toContain("How an answer is handled");
    expect(html).not.toContain("<script");
  });

  it("says where a picture came from, where else it is, and who says whom it shows", async () => {
    const bytes = await photograph("rebuttal");
    const sent = (await server.send("needle79q.jpg", bytes)).body as IntakeItem;
    const photo = sent.source ?? "";
    const person = await record("Person", photo, [{ property: "name", words: "Kerem Pictured" }]);
    await consent(person);
    await consent(photo);
    expect(part((await preview(person)).html, "5.", "6.")).toContain("Nobody confirmed");
    await post(`/api/sources/${photo}/confirmations`, { record: person, shows: true });
    const outside = part((await preview(person)).html, "5.", "6.");
    expect(outside).toMatch(/Came into the vault on \d{4}-\d\d-\d\d\./);
    expect(outside).toContain("The same picture elsewhere in the vault: none.");
    expect(outside).toContain("1 member of the group says that it shows this person.");
    expect(outside).not.toContain("Aida Invented");
    const inside = part((await preview(person, "inside")).html, "5.", "6.");
    expect(inside).toContain("Aida Invented");
  });

  it("escapes what came from outside", async () => {
    const { person } = await told("Eve <img src=x onerror=alert(1)>");
    await consent(person);
    const { html } = await preview(person);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img");
  });

  it("is written as PDF, once its leaving is in the ledger", async () => {
    const { person, article } = await told("Gulshan Printed");
    await consent(person);
    const made = await post<MadeRebuttalView>(`/api/people/${person}/rebuttal`, {
      audience: "partners",
      format: "pdf",
    });
    expect(made.file.name).toMatch(/^rebuttal-P-[0-9A-Z]+-\d{4}-\d\d-\d\d\.pdf$/);
    const pdf: mupdf.Document = mupdf.Document.openDocument(
      Buffer.from(made.file.base64, "base64"),
      "application/pdf",
    );
    const words = Array.from({ length: pdf.countPages() }, (_, i) =>
      pdf.loadPage(i).toStructuredText("").asText(),
    ).join("\n");
    expect(words).toContain("What no official statement speaks to");
    expect(words).toContain("Gulshan Printed was never taken.");
    const evidence = await server.ask("GET", `/api/sources/${article}/evidence`);
    expect(JSON.stringify(evidence.body)).toContain(made.file.hash);
    const { body } = await server.ask("GET", `/api/consents/${person}/state`);
    expect((body as PersonConsents).wentOut).toMatchObject([
      { kind: "dossier", audience: "partners" },
    ]);
  });

  it("is made by the command line, into a new file only", async () => {
    const { person } = await told("Polat Terminal");
    await consent(person);
    const file = join(root, "polat.html");
    const lines: string[] = [];
    const call = {
      args: [person],
      options: { to: file, audience: "partners" },
      terminal: { line: (line: string) => lines.push(line) },
      connect: () =>
        Promise.resolve({
          post,
          get: async (path: string) => (await server.ask("GET", path)).body,
        }),
    } as unknown as Call & { connect: () => Promise<Connection> };
    const made = (await rebuttal.run(call)) as { file: string; sha256: string };
    expect(made.file).toBe(file);
    expect(readFileSync(file, "utf8")).toContain("Polat Terminal");
    expect(lines.join("\n")).toContain("unanswered: Episode");
    await expect(rebuttal.run(call)).rejects.toThrow();
  });
});
