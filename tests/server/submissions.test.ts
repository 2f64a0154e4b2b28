// Submissions over the addresses of the server and by the command line: gates, the document, and what was sent. Everyone is invented.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as mupdf from "mupdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frame, languages, routes } from "../../src/act/index.ts";
import { fieldsOf } from "../../src/act/submissions/route.ts";
import type { Call } from "../../src/cli/command.ts";
import { submissions } from "../../src/cli/commands/submission.ts";
import type { Connection } from "../../src/cli/connection.ts";
import type { MadeAnswer, SubmissionsOf } from "../../src/server/index.ts";
import { exitCodes } from "../../src/runtime/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let root: string;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-submissions-"));
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
type Words = { readonly property: string; readonly words?: string; readonly value?: unknown };

let texts = 0;
async function source(kind: string, title: string): Promise<string> {
  const text = `${title} ${++texts}: an invented text about invented people.`;
  return (await post<{ source: string }>("/api/sources/text", { kind, title, text })).source;
}

/** A record whose claims are all accepted, or what `state` says. */
async function record(
  schema: string,
  from: string,
  claims: readonly Words[],
  state = "accepted",
): Promise<string> {
  const { id } = await post<{ id: string }>("/api/records", {
    schema,
    source: from,
    label: schema,
    claims,
  });
  const file = (await server.ask("GET", `/api/records/${id}`)).body as {
    properties: { claims: { id: string; reviewSeq: number | null }[] }[];
  };
  for (const claim of file.properties.flatMap((property) => property.claims))
    await post(`/api/claims/${claim.id}/review`, { state, expect: claim.reviewSeq });
  return id;
}

const of = (person: string): Words => ({
  property: "person",
  value: { kind: "ref", record: person },
});

interface Made {
  readonly person: string;
  readonly article: string;
  readonly testimony: string;
}

const coded = (property: string, vocabulary: string, code: string): Words => ({
  property,
  value: { kind: "code", vocabulary, code },
});

async function taken(name: string, more: { citizenship?: string } = {}): Promise<Made> {
  const article = await source("article", `Invented Courier on ${name.length} signs`);
  const testimony = await source("testimony", "Secret witness Gulbahar Invented");
  const person = await record("Person", article, [
    { property: "name", words: name },
    { property: "name", words: "Aygul Tursunqizi" },
    { property: "name", words: "阿依古丽·图尔逊" },
    { property: "name", words: "ئايگۈل تۇرسۇن" },
    { property: "sex", words: "female" },
    { property: "birthDate", words: "1984-05-03" },
    { property: "citizenship", words: more.citizenship ?? "China" },
    { property: "occupation", words: "nurse" },
  ]);
  await record("Episode", testimony, [
    of(person),
    { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "taken" } },
    { property: "from", words: "2018-03-14" },
    { property: "place", words: "Ürümqi" },
    { property: "holderKind", value: { kind: "code", vocabulary: "holder-kind", code: "police" } },
    {
      property: "statedReason",
      value: { kind: "code", vocabulary: "reason", code: "religious-study" },
    },
    {
      property: "holder",
      words: "officers of the invented Old Town station",
    },
  ]);
  return { person, article, testimony };
}

const consent = async (
  about: string,
  audiences: readonly string[] = ["un-named"],
): Promise<void> => {
  const whose = about.startsWith("src_")
    ? { giver: "witness" }
    : { giver: "parent", capacity: "detained", risk: "She was told what a letter may bring." };
  await post("/api/consents", { about, audiences, mode: "spoken", ...whose });
};
const make = async (person: string, more: Record<string, unknown> = {}): Promise<MadeAnswer> =>
  post<MadeAnswer>("/api/submissions", { route: "wgeid", person, ...more });

/** What LibreOffice reads in each DOCX: the text of the PDF it makes of it. */
function readByOffice(documents: Readonly<Record<string, Buffer>>): Record<string, string> {
  const dir = mkdtempSync(join(root, "office-"));
  for (const [name, bytes] of Object.entries(documents))
    writeFileSync(join(dir, `${name}.docx`), bytes);
  const paths = Object.keys(documents).map((name) => join(dir, `${name}.docx`));
  const profile = `-env:UserInstallation=file://${join(root, "profile")}`;
  execFileSync(
    "soffice",
    [profile, "--headless", "--convert-to", "pdf", "--outdir", dir, ...paths],
    {
      stdio: "pipe",
      timeout: 240_000,
    },
  );
  const keep = process.env["GUWAH_TEST_KEEP"];
  return Object.fromEntries(
    Object.keys(documents).map((name) => {
      const pdf = join(dir, `${name}.pdf`);
      if (keep !== undefined) copyFileSync(pdf, join(keep, `${name}.pdf`));
      return [name, execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" })];
    }),
  );
}
const bytesOf = (made: MadeAnswer, i = 0): Buffer =>
  Buffer.from(made.files[i]?.base64 ?? "", "base64");
/** Lines of a page break where the page ends; words do not. */
const joined = (text: string): string =>
  text.normalize("NFKC").replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");

describe("a submission to the Working Group on Disappearances", () => {
  it("is held up by what is missing and by each consent, then made, and the document says it all", async () => {
    const { person, testimony } = await taken("Айгүл Тұрсын");
    const first = await make(person);
    expect(first.files).toEqual([]);
    expect(first.missing.map(({ field }) => field)).toEqual([
      "search",
      "submitter-name",
      "submitter-address",
    ]);
    expect(first.blocked).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "person", id: person, reason: "never-asked" }),
        expect.objectContaining({ kind: "source", id: testimony, reason: "never-asked" }),
      ]),
    );
    await post("/api/submitter", {
      name: "Invented Witness Group",
      address: "1 Invented Street, Almaty",
    });
    await post("/api/submissions/words", {
      person,
      field: "search",
      words: "Her mother asked at three invented stations in April 2018 and was sent away.",
    });
    await consent(person);
    expect((await make(person)).blocked.map(({ kind }) => kind)).toEqual(["source"]);
    await consent(testimony);
    const made = await make(person, { formats: ["docx", "pdf"] });
    expect(made).toMatchObject({ eligible: true, missing: [], blocked: [], version: 1 });
    const text = readByOffice({ first: bytesOf(made) })["first"] ?? "";
    const said = [
      "Aygul Tursunqizi",
      "Айгүл Тұрсын",
      "阿依古丽·图尔逊",
      "ئايگۈل تۇرسۇن",
      "14 March 2018",
      "Invented Witness Group",
      "Old Town station",
      "asked at three invented stations",
      "Police",
      "Standard procedure",
    ];
    for (const words of said) expect(joined(text)).toContain(joined(words));
    // Nobody who spoke in confidence is in it, by title or by file name.
    expect(text).not.toContain("Gulbahar");
    const pdf: mupdf.Document = mupdf.Document.openDocument(bytesOf(made, 1), "application/pdf");
    const pages = Array.from({ length: pdf.countPages() }, (_, i) =>
      pdf.loadPage(i).toStructuredText("").asText(),
    );
    for (const words of said.filter((one) => !one.startsWith("ئ")))
      expect(joined(pages.join(""))).toContain(joined(words));
    // Whoever looks after the file sees that it left, and that it was made twice.
    const again = await make(person);
    expect(again.files[0]?.hash).toBe(made.files[0]?.hash);
    const history = (await server.ask("GET", `/api/records/${person}/history`)).body as {
      kind: string;
    }[];
    expect(history.filter(({ kind }) => kind === "custody.noted").length).toBeGreaterThanOrEqual(3);
  });

  it("is blocked by a claim nobody has accepted, where it alone fills a mandatory field", async () => {
    const { person } = await taken("Айгүл Тұрсын");
    const doubtful = await source("article", "Invented Gazette");
    const claims = [
      { property: "people", value: { kind: "ref", record: person } },
      coded("kind", "intervention-kind", "search-by-family"),
      { property: "addressee", words: "an invented station" },
    ];
    await record("Intervention", doubtful, claims, "proposed");
    const held = await make(person);
    expect(held.missing.map(({ field }) => field)).not.toContain("search");
    expect(held.blocked).toContainEqual(
      expect.objectContaining({ kind: "review", field: "search", reason: "not-reviewed" }),
    );
  });

  it("tells nobody what another person's record says, and lists no file with a name", async () => {
    const { person, testimony } = await taken("Айгүл Тұрсын");
    await consent(person);
    await consent(testimony);
    const { content } = await post<MadeAnswer>("/api/submissions/preview", {
      route: "wgeid",
      person,
    });
    const text = JSON.stringify(content);
    expect(text).not.toContain("Gulbahar");
    expect(text).toMatch(/annex-01\.txt/);
  });
});

describe("every form in every language", () => {
  it("has each of its fields, as LibreOffice reads it", async () => {
    const { person, testimony } = await taken("Айгүл Тұрсын", { citizenship: "Kazakhstan" });
    await post("/api/submitter", { name: "Invented Witness Group", address: "1 Invented Street" });
    for (const about of [person, testimony]) await consent(about, ["un-named", "un-quiet"]);
    await record("Proceeding", testimony, [
      of(person),
      coded("kind", "proceeding-kind", "deportation"),
      { property: "country", words: "Kazakhstan" },
      { property: "removalDate", words: "2026-12-01" },
      coded("outcome", "proceeding-outcome", "removal-ordered"),
    ]);
    const written = routes.flatMap(fieldsOf).filter(({ written: may }) => may !== undefined);
    for (const field of new Set(written.map(({ code }) => code)))
      await post("/api/submissions/words", { person, field, words: `Our words on ${field}.` });
    const documents: Record<string, Buffer> = {};
    for (const { code } of routes)
      for (const language of languages) {
        const made = await make(person, { route: code, language });
        expect({ code, missing: made.missing, blocked: made.blocked }).toEqual({
          code,
          missing: [],
          blocked: [],
        });
        documents[`${code}-${language}`] = bytesOf(made);
      }
    const quiet = await make(person, { route: "special", audience: "un-quiet" });
    documents["special-quiet"] = bytesOf(quiet);
    const texts = readByOffice(documents);
    for (const route of routes)
      for (const language of languages) {
        const text = joined(texts[`${route.code}-${language}`] ?? "");
        for (const field of fieldsOf(route))
          expect(text, `${route.code} ${language} ${field.code}`).toContain(
            joined(frame(`field.${field.code}`, language)),
          );
        expect(text).toContain(joined("ئايگۈل تۇرسۇن"));
        expect(text).toContain("阿依古丽·图尔逊");
        expect(text).toContain("Айгүл");
      }
    expect(texts["cat-fr"]).toContain("1 décembre 2026");
    expect(texts["cat-es"]).toContain("1 de diciembre de 2026");
    expect(joined(texts["wgad-fr"] ?? "")).toContain(joined("Étude ou enseignement religieux"));
    const silent = joined(texts["special-quiet"] ?? "");
    expect(silent).toContain(joined(frame("head.quiet", "en")));
    // The family allowed both; what was asked for this letter is silence.
    expect(silent).toContain(joined(frame("consent.letter.no", "en")));
  }, 300_000);
});

describe("guwah submission", () => {
  it("writes nothing while something is missing or blocked, and says what; then the file, once", async () => {
    const { person, testimony } = await taken("Айгүл Тұрсын");
    const folder = mkdtempSync(join(root, "cli-"));
    const run = async (...args: string[]) => {
      const lines: string[] = [];
      const terminal = { line: (text: string) => lines.push(text) } as unknown as Call["terminal"];
      const [command] = submissions;
      const options: Record<string, string | boolean> = {};
      const words: string[] = [];
      for (let i = 0; i < args.length; i++) {
        const arg = args[i] as string;
        if (arg === "--pdf") options["pdf"] = true;
        else if (arg.startsWith("--")) options[arg.slice(2)] = args[++i] as string;
        else words.push(arg);
      }
      const connection = {
        post: async (path: string, body: unknown) => post(path, body),
      } as unknown as Connection;
      const call = {
        args: words,
        options,
        terminal,
        connect: async () => connection,
      } as unknown as Call;
      return (await command?.run(call)) as Record<string, unknown>;
    };
    const target = join(folder, "made.docx");
    const before = process.exitCode;
    const held = await run("wgeid", person, "--to", target);
    expect(held).toMatchObject({ eligible: true, file: null });
    expect(
      (held["missing"] as unknown[]).length + (held["blocked"] as unknown[]).length,
    ).toBeGreaterThan(1);
    expect(readdirSync(folder)).toEqual([]);
    expect(process.exitCode).toBe(exitCodes.refused);
    process.exitCode = before;
    await post("/api/submitter", { name: "Invented Witness Group", address: "1 Invented Street" });
    await post("/api/submissions/words", { person, field: "search", words: "They asked." });
    for (const about of [person, testimony]) await consent(about);
    const made = await run("wgeid", person, "--to", target, "--pdf");
    expect(made).toMatchObject({ eligible: true, missing: [], blocked: [], file: target });
    expect(readdirSync(folder).sort()).toEqual(["made.docx", "made.pdf"]);
    await expect(run("wgeid", person, "--to", target)).rejects.toThrow();
    const shut = await run("ced", person, "--to", join(folder, "ced.docx"));
    expect(shut).toMatchObject({ eligible: false, file: null });
    process.exitCode = before;
    expect(readdirSync(folder)).toHaveLength(2);
  });
});

it("shows every route of a person", async () => {
  const { person } = await taken("Айгүл Тұрсын");
  const page = (await server.ask("GET", `/api/people/${person}/submissions`)).body as SubmissionsOf;
  expect(page.routes.map(({ route }) => route)).toEqual(["wgeid", "wgad", "ced", "cat", "special"]);
  const ced = page.routes.find(({ route }) => route === "ced");
  expect(ced).toMatchObject({ eligible: false, reasons: [{ code: "ced-not-party", state: "CN" }] });
});
