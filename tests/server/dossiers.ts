// What tests of dossiers share: people put on file, dossiers asked for and unpacked. Everyone in it is invented.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as mupdf from "mupdf";
import { expect } from "vitest";
import type { IntakeItem } from "../../src/collect/index.ts";
import type { WrittenDossier } from "../../src/publish/index.ts";
import type { RecordFile } from "../../src/weigh/index.ts";
import type { TestServer } from "./server.ts";

/** A word found nowhere else, by which anything that leaks is known. */
let words = 0;
export const needle = (): string => `needle${(++words).toString().padStart(4, "0")}q`;

export interface Put {
  readonly source: string;
  readonly record: string;
  /** In the source's text, its title, and the claim. */
  readonly needles: readonly string[];
}

export type Desk = ReturnType<typeof deskOf>;

/** `root`: a folder for what is unpacked. */
export function deskOf(server: TestServer, root: string) {
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
    record: string | readonly string[],
    audience: string,
    more: object = {},
  ): Promise<{ dir: string; told: WrittenDossier }> {
    const asked = { records: [record].flat(), audience, ...more };
    const { job } = (await server.ask("POST", "/api/dossiers", asked)).body as { job: string };
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

  return { put, same, consent, dossier, finished, archive };
}

/** Every byte of a dossier as text, the words of its PDF included. */
export function wordsIn(dir: string): string {
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

/** The script's exit code, and what it said. */
export function verified(
  dir: string,
  ...options: readonly string[]
): { status: number | null; text: string } {
  const run = spawnSync("bash", ["verify.sh", ...options], { cwd: dir, encoding: "utf8" });
  return { status: run.status, text: run.stdout + run.stderr };
}
