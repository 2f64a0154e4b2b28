// Output of auto-archiver, dropped as a ZIP: right, changed, with planted files, with a WACZ in it, and hostile. All of it is invented.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { addFile } from "../add-file.ts";
import { showSource } from "../show-source.ts";
import { readAnew, sourceReading, sourceText } from "../source-reading.ts";
import { engineKinds, openTestCollect, pressText, type TestCollect } from "../testing.ts";
import type { AutoArchiverCheck } from "./auto-archiver-check.ts";
import { showCapture } from "./show-capture.ts";
import { writeWarc } from "./write-warc.ts";
import { writeWacz } from "./write-wacz.ts";

const url = "https://posts.example/one";
const sum = (bytes: Buffer | string, kind: "sha256" | "sha3-512" = "sha256"): string =>
  createHash(kind).update(bytes).digest("hex");
const photo = Buffer.from("an invented photo");
const film = Buffer.from("an invented film");

/** The files one run leaves, as its modules for JSON, HTML, hashes and stamps write them. */
function output(more: Readonly<Record<string, Buffer | string>> = {}) {
  const listed = [`SHA-256:${sum(photo)}`, `SHA3-512:${sum(film, "sha3-512")}`];
  const metadata = {
    status: "invented_extractor: success",
    metadata: {
      _processed_at: "2021-05-03 10:00:00+00:00",
      url,
      title: "A post by an invented outlet",
      content: pressText,
      timestamp: "2019-03-12 08:00:00+00:00",
    },
    media: [
      { filename: "photo.jpg", properties: { hash: listed[0], pdq_hash: "0f".repeat(32) } },
      { filename: "film.mp4", properties: { hash: listed[1] } },
    ],
  };
  const page = `<html><title>${url}</title><h2>Archived media for ${url}</h2><p>Made with <a href="https://github.com/bellingcat/auto-archiver">bellingcat/auto-archiver</a>\n        v1.2.3</p></html>`;
  return {
    "run/photo.jpg": photo,
    "run/film.mp4": film,
    "run/metadata.json": JSON.stringify(metadata),
    "run/hashes.txt": [sum(photo), sum(film, "sha3-512")].join("\n"),
    "run/timestamp_token_https-stamps-example": "a token",
    "run/formatted.html": page,
    ...more,
  };
}

async function zip(parts: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const made = new ZipFile();
  for (const [path, bytes] of Object.entries(parts)) made.addBuffer(Buffer.from(bytes), path);
  made.end();
  const chunks: Buffer[] = [];
  for await (const chunk of made.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe.each(engineKinds)("output of auto-archiver on %s", (engine) => {
  let vault: TestCollect;
  beforeAll(async () => {
    vault = await openTestCollect(engine);
  });
  afterAll(async () => vault.end());

  const add = async (parts: Readonly<Record<string, Buffer | string>>) => {
    const bytes = await zip(parts);
    const item = await addFile(vault.deps, { name: "run.zip", bytes });
    const id = item.source ?? "";
    const check = (await showCapture(vault.deps, { id })) as AutoArchiverCheck;
    return { item, id, check, bytes, view: await showSource(vault.deps, { id }) };
  };
  const states = ({ files }: AutoArchiverCheck): object =>
    Object.fromEntries(files.map(({ path, state }) => [path, state]));

  it("is taken in with its text and address, its hashes held against its files, its times kept apart", async () => {
    const { item, id, check, view, bytes } = await add(output());
    expect(item).toMatchObject({ kind: "social-post", title: "A post by an invented outlet" });
    expect(view.url).toMatchObject({ value: url });
    expect(view.published).not.toMatchObject({ state: "accepted" });
    expect(states(check)).toEqual({ "run/photo.jpg": "listed", "run/film.mp4": "listed" });
    expect(check).toMatchObject({
      listed: 2,
      missing: 0,
      notChecked: 0,
      stamps: { count: 1, state: "not-checked" },
      wacz: null,
      saidByPackage: {
        processedAt: "2021-05-03 10:00:00+00:00",
        timestamp: "2019-03-12 08:00:00+00:00",
        software: "auto-archiver 1.2.3",
      },
    });
    expect(view.note).toMatch(/2 of 2 files.*not verified.*nothing here confirms/);
    expect((await sourceText(vault.deps, { id })).text).toContain("Aigul Testova said");
    const { reading } = await sourceReading(vault.deps, { id });
    await readAnew(vault.deps, id);
    expect((await sourceReading(vault.deps, { id })).reading).toEqual(reading);
    // The whole of it is kept as it came, so that the same package is not taken in twice.
    const again = await addFile(vault.deps, { name: "x.zip", bytes });
    expect(again.duplicateOf).toBe(id);
  });

  it("tells of a file that was changed, one that was planted, and one that is gone", async () => {
    const changed = await add(output({ "run/photo.jpg": "another photo" }));
    expect(states(changed.check)).toMatchObject({ "run/photo.jpg": "not-listed" });
    expect(changed.check.missing).toBe(1);
    expect(changed.view.note).toMatch(/1 of 2 files.*1 of the hashes/);
    const planted = await add(output({ "run/planted.txt": "an invented lie" }));
    expect(states(planted.check)).toMatchObject({ "run/planted.txt": "not-listed" });
    const { "run/film.mp4": _, ...rest } = output();
    const gone = await add(rest);
    expect([gone.check.files.length, gone.check.missing]).toEqual([1, 1]);
  });

  it("holds a WACZ inside against its own hashes, and reads its page", async () => {
    const html = `<html lang="en"><head><title>Held</title></head><body><article>${pressText
      .split("\n\n")
      .map((p) => `<p>${p}</p>`)
      .join("")}</article></body></html>`;
    const at = Date.UTC(2021, 4, 3, 10);
    const response = { status: 200, statusText: "OK", headers: [["Content-Type", "text/html; charset=utf-8"]] as const, body: Buffer.from(html) }; // prettier-ignore
    const exchange = { url, method: "GET", at, requestHeaders: [], requestBody: null, response };
    const software = "invented tool 1";
    const warc = await writeWarc({ at, software, exchanges: [exchange], resources: [] });
    const wacz = await writeWacz({ warc, url, title: "Held", at, createdAt: at, software });
    const { item, id, check } = await add(output({ "run/page.wacz": wacz }));
    expect(item.kind).toBe("article");
    expect(check.wacz).toEqual({ path: "run/page.wacz", right: 3, of: 3 });
    expect(check.dom?.mime).toContain("html");
    expect((await sourceText(vault.deps, { id })).text).toContain("Aigul Testova said");
  });

  it("is not taken for it without what auto-archiver writes, nor broken by what it should not hold", async () => {
    const plain = { "a.json": '{"metadata": {}, "media": []}', "hashes.txt": sum(photo) };
    const other = await addFile(vault.deps, { name: "plain.zip", bytes: await zip(plain) });
    expect(other.error?.code).toBeDefined();
    const deep = `${'{"metadata":{"_processed_at":"now","url":"javascript:alert(1)","title":7,"content":["x"]},"media":['}${"[".repeat(50_000)}${"]".repeat(50_000)}]}`;
    const { view, check } = await add({ "metadata.json": deep, "x.jpg": photo });
    expect(view.url).toBeUndefined();
    expect(check).toMatchObject({ listed: 0, dom: null, saidByPackage: { title: null } });
    expect(view.note).toContain("It lists no hashes.");
  });
});
