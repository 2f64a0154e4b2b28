// Reading pictures by machine with the real tesseract, and with programs that misbehave. Everything written is invented.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFile } from "../add-file.ts";
import { addText } from "../add-text.ts";
import { listSources } from "../list-sources.ts";
import { showSource } from "../show-source.ts";
import { sourceText } from "../source-reading.ts";
import { engineKinds, openTestCollect, photograph, pngOf, type TestCollect } from "../testing.ts";
import { findTesseract, ocrReadiness, type Tesseract } from "./find-tesseract.ts";
import { OCR_LANGUAGES } from "./languages.ts";
import { readingsByMachine } from "./machine-read.ts";
import { recogniseSource } from "./recognise-source.ts";
import { runCapped } from "./run-capped.ts";
import {
  emptyFolder,
  falseTesseract,
  removeFolders,
  scannedPdf,
  writtenPicture,
} from "./testing.ts";

const nowhere = { path: "", system: "linux" } as const;
const english = ["The Invented Courier wrote on Monday", "that Nurlan Testov was released"];

async function real(): Promise<Tesseract> {
  const found = await findTesseract();
  if (found === null) throw new Error("tesseract is not here");
  return found;
}

afterAll(removeFolders);

describe("the program", () => {
  it("is asked what it can", async () => {
    const found = await real();
    expect(found.tool).toMatch(/^tesseract \d+\.\d+/);
    expect(found.languages).toEqual(OCR_LANGUAGES.map(({ code }) => code));
    expect(ocrReadiness(found).problem).toBeNull();
  });

  it("that is missing, or lacks a language, is said plainly", async () => {
    expect(await findTesseract(nowhere)).toBeNull();
    expect(ocrReadiness(null)).toMatchObject({ problem: { code: "ocr/no-tesseract" }, tool: null });
    const readiness = ocrReadiness({ ...(await real()), languages: ["eng"] });
    expect(readiness.languages.filter((one) => one.installed).map((one) => one.code)).toEqual(["eng"]); // prettier-ignore
    expect(ocrReadiness({ ...(await real()), languages: [] }).problem?.code).toBe("ocr/no-language"); // prettier-ignore
  });

  it("is ended with all it started when its time is over", async () => {
    const marker = join(await emptyFolder(), "alive");
    const { program } = await falseTesseract(`(sleep 1; touch ${marker}) & sleep 60`);
    const caps = { memoryMb: 512, outputBytes: 1_000 };
    const { end } = await runCapped({ program, args: [], timeMs: 200, ...caps });
    expect(end).toBe("time");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await expect(readFile(marker)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("has a cap on memory and answer, and gets nothing of our environment", async () => {
    process.env["GUWAH_TEST_SECRET"] = "invented";
    const run = async (script: string, memoryMb: number) =>
      runCapped({
        program: (await falseTesseract(script)).program,
        args: [],
        timeMs: 20_000,
        memoryMb,
        outputBytes: 10_000,
      });
    expect((await run("ulimit -v", 512)).output.toString().trim()).toBe(String(512 * 1024));
    expect((await run("exec tail /dev/zero", 64)).end).not.toBe("done");
    expect((await run("exec yes", 512)).end).toBe("output");
    expect((await run("env", 512)).output.toString()).not.toContain("GUWAH");
    delete process.env["GUWAH_TEST_SECRET"];
  });

  it("has no network where the system lets us take it away", async () => {
    const found = await real();
    // A system that forbids users their own networks leaves this to what the program is given: no address.
    if (!found.shut) return expect(process.platform).not.toBe("win32");
    const server = createServer((_, answer) => answer.end("reached"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const script = `${process.execPath} -e 'fetch("http://127.0.0.1:${port}").then(() => console.log("out"), () => console.log("shut"))'`;
    const { program } = await falseTesseract(script);
    const caps = { timeMs: 20_000, memoryMb: 100_000, outputBytes: 1_000 };
    const said = async (shut: boolean) =>
      (await runCapped({ program, args: [], ...caps, shut })).output.toString().trim();
    expect(await said(true)).toBe("shut");
    expect(await said(false)).toBe("out");
    server.close();
  });
});

describe.each(engineKinds)("a source read by machine (%s)", (kind) => {
  let test: TestCollect;
  beforeAll(async () => {
    test = await openTestCollect(kind);
  }, 60_000);
  afterAll(async () => test.end());

  const add = async (name: string, bytes: Buffer): Promise<string> => {
    const { source } = await addFile(test.deps, { name, bytes });
    return source ?? "";
  };
  const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (cause: unknown) => (cause as { readonly code?: unknown }).code,
    );

  it("becomes a text of its own that says how it was made and what it repeats", async () => {
    const source = await add("page.png", await writtenPicture(english));
    const { deps } = test;
    const made = await recogniseSource(deps, await real(), { source, languages: ["eng"] });
    expect(made).toMatchObject({ isNew: true, pages: [1], left: 0, languages: ["eng"] });
    const { text } = await sourceText(deps, { id: made.source });
    expect(text.split("\n").filter(Boolean)).toEqual(english);
    const view = await showSource(deps, { id: made.source });
    expect(view.title).toBe("Machine-read: page.png");
    expect(view.machineRead).toEqual({ from: source, tool: made.tool, languages: "eng", pages: "1" }); // prettier-ignore
    expect(view.relays).toMatchObject([{ source }]);
    const entry = await deps.ledger.deps.engine.db
      .selectFrom("entries")
      .select("body")
      .where("kind", "=", "file.kept")
      .where("subject", "=", view.file?.hash ?? "")
      .executeTakeFirstOrThrow();
    const original = (await showSource(deps, { id: source })).file?.hash;
    expect(JSON.parse(entry.body ?? "")).toMatchObject({
      derivedFrom: original,
      tool: made.tool,
      parameters: { languages: "eng", pages: "1" },
    });
    expect(await readingsByMachine(deps.ledger.deps.engine.db, source)).toEqual([
      { id: made.source, title: view.title },
    ]);
    // The same reading again is the same source, and the picture itself is no reading.
    const again = await recogniseSource(deps, await real(), { source, languages: ["eng"] });
    expect(again).toMatchObject({ source: made.source, isNew: false });
    const { items } = await listSources(deps);
    expect(items.filter((one) => one.machineRead !== undefined).map((one) => one.id)).toEqual([made.source]); // prettier-ignore
  }, 60_000);

  it("and nothing else is marked so, also where its text is a file made from another", async () => {
    const page = await add(
      "page.html",
      Buffer.from("<p>Words of an invented page, as they came.</p>"),
    );
    const { text } = await sourceText(test.deps, { id: page });
    const typed = await addText(test.deps, { kind: "note", text });
    expect(typed.source).toBeDefined();
    for (const id of [page, typed.source ?? ""])
      expect((await showSource(test.deps, { id })).machineRead).toBeUndefined();
  });

  it("in each of its languages", async () => {
    const pages = {
      kaz: ["Қазақстан қаласында тұрады", "Ол үйіне қайтып келді"],
      uig: ["ئۇ ئۆيىگە قايتىپ كەلدى"],
      chi_sim: ["他已经回到家里", "中国新疆"],
      rus: ["Его освободили весной", "Он вернулся домой"],
      tur: ["Öğretmen köyüne döndü"],
    } as const;
    for (const [code, lines] of Object.entries(pages)) {
      const source = await add(`${code}.png`, await writtenPicture(lines));
      const languages = [code as keyof typeof pages];
      const made = await recogniseSource(test.deps, await real(), { source, languages });
      const { text } = await sourceText(test.deps, { id: made.source });
      // A machine may take one letter for another: most of what was written must be there.
      const letters = [...lines.join("").replace(/\s/g, "")];
      const found = letters.filter((letter) => text.includes(letter));
      expect(found.length / letters.length, `${code}: ${text}`).toBeGreaterThan(0.8);
    }
  }, 120_000);

  it("page by page of a PDF, only where a page has no text", async () => {
    const picture = await writtenPicture(["Ainur Inventova came home"]);
    const words = "This page has words of its own, enough of them";
    const source = await add("scan.pdf", await scannedPdf([picture, { words }, picture]));
    const made = await recogniseSource(test.deps, await real(), { source, languages: ["eng"] });
    expect(made.pages).toEqual([1, 3]);
    const { text } = await sourceText(test.deps, { id: made.source });
    expect(text.match(/Ainur Inventova came home/g)).toHaveLength(2);
    expect(text).not.toContain("words of its own");
    const whole = await add("words.pdf", await scannedPdf([{ words }]));
    expect(await codeOf(recogniseSource(test.deps, await real(), { source: whole }))).toBe("ocr/has-text"); // prettier-ignore
  }, 60_000);

  it("not without the right, the program, the language, or letters", async () => {
    const source = await add("one.jpg", await photograph("ocr"));
    const { deps } = test;
    const tesseract = await real();
    const ask = (changes: Partial<Tesseract>, languages: readonly ["kaz"] | readonly ["eng"]) =>
      codeOf(recogniseSource(deps, { ...tesseract, ...changes }, { source, languages }));
    expect(await codeOf(recogniseSource(test.as("reviewer"), tesseract, { source }))).toBe("access/not-allowed"); // prettier-ignore
    expect(await codeOf(recogniseSource(deps, null, { source }))).toBe("ocr/no-tesseract");
    expect(await ask({ languages: ["eng"] }, ["kaz"])).toBe("ocr/no-language");
    const empty = await add("empty.png", await writtenPicture([""]));
    expect(await codeOf(recogniseSource(deps, tesseract, { source: empty }))).toBe("ocr/nothing");
    const text = await add("words.txt", Buffer.from("Words that were invented"));
    expect(await codeOf(recogniseSource(deps, tesseract, { source: text }))).toBe("ocr/not-for-this"); // prettier-ignore
  }, 60_000);

  it("one page at a time, whoever asks", async () => {
    const at = join(await emptyFolder(), "busy");
    // `mkdir` fails where another one is at work.
    const alone = await falseTesseract(`mkdir ${at} || exit 1; sleep 0.3; rmdir ${at}; echo one`);
    const source = await add("alone.png", await writtenPicture(["Alone"]));
    const ask = () => recogniseSource(test.deps, alone, { source });
    const made = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(made.map((one) => one.source)).size).toBe(1);
  }, 60_000);

  it("not when it is a bomb, or its program hangs or breaks", async () => {
    const bomb = await add("bomb.png", pngOf(30_000, 30_000, 1_000));
    const { deps } = test;
    const before = (await listSources(deps)).total;
    expect(await codeOf(recogniseSource(deps, await real(), { source: bomb }))).toBe("picture/too-large"); // prettier-ignore
    const source = await add("small.png", await writtenPicture(["One"]));
    const hangs = await falseTesseract("sleep 60");
    const caps = { timeMs: 300 };
    expect(await codeOf(recogniseSource(deps, hangs, { source, caps }))).toBe("ocr/time");
    const breaks = await falseTesseract("exit 3");
    expect(await codeOf(recogniseSource(deps, breaks, { source }))).toBe("ocr/failed");
    const eats = await real();
    const little = { memoryMb: 60 };
    expect(["ocr/memory", "ocr/failed"]).toContain(await codeOf(recogniseSource(deps, eats, { source, caps: little }))); // prettier-ignore
    expect((await listSources(deps)).total).toBe(before + 1);
  }, 60_000);
});
