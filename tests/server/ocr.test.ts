// Reading by machine over HTTP and in a terminal, with the real tesseract and without it. Everything written is invented.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writtenPicture } from "../../src/collect/testing.ts";
import {
  type EvidenceView,
  type MachineReading,
  type OcrReadiness,
  type RecognisedSource,
  type SourceView,
} from "../../src/server/index.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

const main = join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");

describe("reading by machine", { timeout: 90_000 }, () => {
  let server: TestServer;
  let source: string;
  beforeAll(async () => {
    server = await startTestServer({ withVault: true });
    const bytes = await writtenPicture(["The Invented Courier", "was here on Monday"]);
    source = ((await server.send("sign.png", bytes)).body as { source: string }).source;
  }, 60_000);
  afterAll(async () => server.end());

  /** A shell in which tesseract is not found. */
  const withoutIt = async <T>(work: () => Promise<T>): Promise<T> => {
    const path = process.env["PATH"];
    process.env["PATH"] = "/nowhere";
    try {
      return await work();
    } finally {
      process.env["PATH"] = path;
    }
  };
  const guwah = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, GUWAH_HOME: server.home, GUWAH_PASSPHRASE: passphrase };
      execFile(process.execPath, [main, ...words], { env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });

  it("is done on request, and shows on the source and its evidence", async () => {
    const ready = (await server.ask("GET", "/api/ocr")).body as OcrReadiness;
    expect(ready).toMatchObject({ problem: null });
    const at = `/api/sources/${source}/ocr`;
    expect((await server.ask("GET", at)).body).toEqual([]);
    const made: RecognisedSource = await server.job(at, { languages: ["eng"] });
    expect((await server.ask("GET", at)).body as readonly MachineReading[]).toMatchObject([
      { id: made.source },
    ]);
    const text = (await server.ask("GET", `/api/sources/${made.source}`)).body as SourceView;
    expect(text.machineRead).toMatchObject({ from: source, languages: "eng" });
    const evidence = (await server.ask("GET", `/api/sources/${source}/evidence`))
      .body as EvidenceView;
    expect(evidence.derived).toMatchObject([
      { tool: ready.tool, parameters: { languages: "eng", pages: "1" }, hash: text.file?.hash },
    ]);
    expect(await server.ask("POST", at, { languages: ["deu"] })).toMatchObject({ status: 400 });
    expect(await server.ask("POST", at, { languages: [] })).toMatchObject({ status: 400 });
  });

  it("says plainly that the program is missing, and how to get it", async () => {
    await withoutIt(async () => {
      const ready = (await server.ask("GET", "/api/ocr")).body as OcrReadiness;
      expect(ready.problem?.code).toBe("ocr/no-tesseract");
      expect(ready.problem?.message).toContain("apt install tesseract-ocr");
      expect(ready.languages.every(({ installed }) => !installed)).toBe(true);
      const { job } = (await server.ask("POST", `/api/sources/${source}/ocr`, {})).body as {
        job: string;
      };
      expect((await server.holding.jobs.ended(job)).error?.code).toBe("ocr/no-tesseract");
    });
  });

  it("is a command of the terminal too", async () => {
    // The vault is let go, so that the terminal opens it itself.
    await server.holding.lock();
    const here = await guwah("ocr");
    expect(here.err).toBe("");
    expect(here.out).toMatch(/tesseract \d.*is here/);
    expect(here.out).toContain("✓ kaz");
    const said = await guwah("ocr", source, "--languages", "eng");
    expect(said.out).toContain("Read by machine: look at the picture before you quote it.");
    const refused = await withoutIt(async () => guwah("ocr", source));
    expect(refused.err).toContain("ocr/no-tesseract");
    expect(refused.err).toContain("apt install tesseract-ocr");
    expect(refused.code).not.toBe(0);
  });
});
