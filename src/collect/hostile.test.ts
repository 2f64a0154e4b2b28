// What must not block, kill or fill the program. Everything here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atMost, gather } from "./byte-streams.ts";
import { addFile, dryRun, listSources, lookAtTable, tableRows } from "./index.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { createReader } from "./reader.ts";
import { openTestCollect, type TestCollect } from "./testing.ts";
import { archiveOf } from "./testing-xlsx.ts";

const program = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.on("message", (ask) => { ${body} });`)}`,
  );
const bytes = Buffer.from("An invented text.");

describe("the reading thread", () => {
  it("is stopped when it takes too long, and the next file is read", async () => {
    const slow = createReader({
      timeMs: 300,
      program: program(
        `if (ask.name === "slow") for (;;); parentPort.postMessage({ answer: { text: "read" } });`,
      ),
    });
    await expect(slow.read({ bytes, name: "slow" })).rejects.toMatchObject({ code: "reader-time" });
    expect((await slow.read({ bytes, name: "quick" })).text).toBe("read");
    await slow.close();
  });

  it("is stopped when it needs too much memory, and when it dies", async () => {
    const hungry = createReader({
      heapMb: 32,
      program: program(`const all = []; for (;;) all.push(new Array(10000).fill({}));`),
    });
    await expect(hungry.read({ bytes })).rejects.toMatchObject({ code: "reader-memory" });
    await hungry.close();
    const dying = createReader({ program: program(`process.exit(3);`) });
    await expect(dying.read({ bytes })).rejects.toMatchObject({ code: "reader-failed" });
    await dying.close();
    const broken = createReader({ program: program(`throw new Error("secret text of a file");`) });
    const error: unknown = await broken.read({ bytes }).catch((cause: unknown) => cause);
    expect(error instanceof Error ? error.message : "no error").toMatch(/^Expected a file/);
    await broken.close();
  });

  it("answers every ask in its turn", async () => {
    const echo = createReader({
      program: program(
        `setTimeout(() => parentPort.postMessage({ answer: { text: ask.name } }), 5);`,
      ),
    });
    const names = ["a", "b", "c", "d"];
    expect(
      (await Promise.all(names.map((name) => echo.read({ bytes, name })))).map((a) => a.text),
    ).toEqual(names);
    await echo.close();
  });
});

describe("large and hostile files", () => {
  let vault: TestCollect;
  beforeAll(async () => {
    vault = await openTestCollect("sqlcipher");
  });
  afterAll(() => vault.end());

  const megabyte = Buffer.alloc(1024 * 1024);
  async function* zeros(megabytes: number, head = Buffer.alloc(0)): AsyncGenerator<Uint8Array> {
    yield head;
    for (let i = 0; i < megabytes; i++) yield megabyte;
  }

  it("are stopped at 2 GiB while they stream in", async () => {
    let passed = 0;
    const all = (async () => {
      for await (const chunk of atMost(zeros(2048), MAX_FILE_BYTES)) passed += chunk.length;
    })();
    await expect(all).rejects.toMatchObject({ code: "too-large" });
    expect(passed).toBe(2047 * megabyte.length);
    const { bytes: head, rest } = await gather(zeros(3), 1000);
    let whole = 0;
    for await (const chunk of rest ?? []) whole += chunk.length;
    expect([head.length, whole]).toEqual([1000, 3 * megabyte.length]);
  });

  it("of 2 GB that are no recording are refused before they are kept", async () => {
    let given = 0;
    const counted = (async function* () {
      for await (const chunk of zeros(2048, Buffer.from("text "))) {
        given += chunk.length;
        yield chunk;
      }
    })();
    const item = await addFile(vault.deps, { name: "large.txt", bytes: counted });
    expect(item.error?.code).toBe("too-large");
    expect(given).toBeLessThan(70 * megabyte.length);
  });

  it("are kept as a stream where they are recordings larger than a document", async () => {
    const mp4 = Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "latin1");
    const item = await addFile(vault.deps, { name: "large.mp4", bytes: zeros(80, mp4) });
    expect(item).toMatchObject({ kind: "recording" });
    expect(item.error).toBeUndefined();
  });

  it("that unpack to far more than they are get a code, and nested ones are not opened", async () => {
    const xml = `<w:document><w:body><w:p><w:r><w:t>${"invented ".repeat(8_000_000)}</w:t></w:r></w:p></w:body></w:document>`;
    const bomb = archiveOf([
      { name: "[Content_Types].xml", data: "<Types/>" },
      { name: "word/document.xml", data: xml },
    ]);
    expect((await addFile(vault.deps, { name: "bomb.docx", bytes: bomb })).error?.code).toBe(
      "ratio",
    );
    const nested = archiveOf([{ name: "inner.zip", data: bomb }]);
    expect(
      (await addFile(vault.deps, { name: "nested.zip", bytes: nested })).error?.code,
    ).toBeDefined();
    expect((await listSources(vault.deps, { q: "bomb" })).total).toBe(0);
  });

  it("in a broken encoding are read as far as they can be", async () => {
    const item = await addFile(vault.deps, {
      name: "broken.txt",
      bytes: Buffer.concat([
        Buffer.from("Ойдан шығарылған мәтін. "),
        Buffer.from([0xff, 0xfe, 0xd0]),
        Buffer.from(" Соңы."),
      ]),
    });
    expect(item.error).toBeUndefined();
  });

  it("of a million rows are looked at and tried out row by row", { timeout: 240_000 }, async () => {
    const million = (async function* () {
      let text = "No,Name,Born\n";
      for (let i = 1; i <= 1_000_000; i++) {
        text += `${i},Invented Person ${i},19${10 + (i % 80)}${i === 500_000 ? ",one cell too many" : ""}\n`;
        if (text.length < 500_000) continue;
        yield Buffer.from(text);
        text = "";
      }
      yield Buffer.from(text);
    })();
    const { source = "" } = await addFile(vault.deps, { name: "million.csv", bytes: million });
    const look = await lookAtTable(vault.deps, { source });
    expect(look.rows).toBe(1_000_000);
    const report = await dryRun(vault.deps, { source, mapping: look.mapping, series: "million" });
    expect(report).toMatchObject({ rows: 1_000_000, add: 1_000_000, fail: 0, warnings: 1 });
    expect(report.reports.find((r) => r.problems.length > 0)).toMatchObject({
      row: 500_000,
      problems: [{ code: "extra-cells" }],
    });
    expect(
      (await tableRows(vault.deps, { source, from: 999_999, count: 10 })).rows.map((r) => r[0]),
    ).toEqual(["999999", "1000000"]);
  });
});
