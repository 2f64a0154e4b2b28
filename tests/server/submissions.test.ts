// Submissions over the addresses of the server and by the command line: gates, the document, and what was sent. Everyone is invented.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MadeAnswer, SubmissionsOf } from "../../src/server/index.ts";
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

/** A record whose claims are all accepted. */
async function record(schema: string, from: string, claims: readonly Words[]): Promise<string> {
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
    await post(`/api/claims/${claim.id}/review`, { state: "accepted", expect: claim.reviewSeq });
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

async function taken(name: string, more: { from?: string; place?: string } = {}): Promise<Made> {
  const article = await source("article", `Invented Courier on ${name.length} signs`);
  const testimony = await source("testimony", "Secret witness Gulbahar Invented");
  const person = await record("Person", article, [
    { property: "name", words: name },
    { property: "name", words: "Aygul Tursunqizi" },
    { property: "name", words: "阿依古丽·图尔逊" },
    { property: "name", words: "ئايگۈل تۇرسۇن" },
    { property: "sex", words: "female" },
    { property: "birthDate", words: "1984-05-03" },
    { property: "citizenship", words: "China" },
    { property: "occupation", words: "nurse" },
  ]);
  await record("Episode", testimony, [
    of(person),
    { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "taken" } },
    { property: "from", words: more.from ?? "2018-03-14" },
    { property: "place", words: more.place ?? "Ürümqi" },
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

/** What LibreOffice reads in a DOCX, as the text of the PDF it makes. */
function readByOffice(bytes: Buffer): string {
  const dir = mkdtempSync(join(root, "office-"));
  writeFileSync(join(dir, "made.docx"), bytes);
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${join(root, "profile")}`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      dir,
      join(dir, "made.docx"),
    ],
    { stdio: "pipe", timeout: 240_000 },
  );
  return execFileSync("pdftotext", ["-layout", join(dir, "made.pdf"), "-"], { encoding: "utf8" });
}

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
    const [docx, pdf] = made.files.map(({ base64 }) => Buffer.from(base64, "base64"));
    const text = readByOffice(docx as Buffer);
    for (const words of [
      "Aygul Tursunqizi",
      "Айгүл Тұрсын",
      "阿依古丽·图尔逊",
      "14 March 2018",
      "Invented Witness Group",
      "Old Town station",
      "asked at three invented stations",
      "Police",
    ])
      expect(text).toContain(words);
    // Nobody who spoke in confidence is in it.
    expect(text).not.toContain("Gulbahar");
    writeFileSync(join(root, "looked-at.docx"), docx as Buffer);
    writeFileSync(join(root, "looked-at.pdf"), pdf as Buffer);
    if (process.env["GUWAH_TEST_KEEP"] !== undefined)
      for (const file of ["looked-at.docx", "looked-at.pdf"])
        writeFileSync(join(process.env["GUWAH_TEST_KEEP"], file), readFileSync(join(root, file)));
    expect(readdirSync(root)).toContain("looked-at.docx");
  });
});

it("shows every route of a person", async () => {
  const { person } = await taken("Айгүл Тұрсын");
  const page = (await server.ask("GET", `/api/people/${person}/submissions`)).body as SubmissionsOf;
  expect(page.routes.map(({ route }) => route)).toEqual(["wgeid", "wgad", "ced", "cat", "special"]);
  const ced = page.routes.find(({ route }) => route === "ced");
  expect(ced).toMatchObject({ eligible: false, reasons: [{ code: "ced-not-party", state: "CN" }] });
});
