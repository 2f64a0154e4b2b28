// A WACZ made elsewhere, dropped like any file: right, changed, made by a tool that declares wrong hashes, and hostile.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { addFile } from "../add-file.ts";
import { showSource } from "../show-source.ts";
import { readAnew, sourceReading, sourceText } from "../source-reading.ts";
import { engineKinds, openTestCollect, pressText, type TestCollect } from "../testing.ts";
import { mainPage } from "./main-page.ts";
import { showCapture } from "./show-capture.ts";
import type { WaczCheck } from "./wacz-check.ts";
import { writeWarc } from "./write-warc.ts";
import { writeWacz } from "./write-wacz.ts";

const url = "https://courier.example/article";
const at = Date.UTC(2021, 4, 3, 10);
const html = `<!doctype html><html lang="en"><head><title>Villager held</title></head><body><article>${pressText
  .split("\n\n")
  .map((p) => `<p>${p}</p>`)
  .join("")}</article></body></html>`;

async function wacz(
  body = html,
  more: readonly (readonly [string, string])[] = [],
): Promise<Buffer> {
  const warc = await writeWarc({
    at,
    software: "invented tool 1",
    exchanges: [
      {
        url,
        method: "GET",
        at,
        requestHeaders: [],
        requestBody: null,
        response: {
          status: 200,
          statusText: "OK",
          headers: [["Content-Type", "text/html; charset=utf-8"], ...more],
          body: Buffer.from(body),
        },
      },
    ],
    resources: [],
  });
  return writeWacz({
    warc,
    url,
    title: "Villager held",
    at,
    createdAt: at,
    software: "invented tool 1",
  });
}

async function zip(parts: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const made = new ZipFile();
  for (const [path, bytes] of Object.entries(parts)) made.addBuffer(Buffer.from(bytes), path);
  made.end();
  const chunks: Buffer[] = [];
  for await (const chunk of made.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe.each(engineKinds)("a WACZ that comes in, on %s", { timeout: 60_000 }, (engine) => {
  let vault: TestCollect;
  beforeAll(async () => {
    vault = await openTestCollect(engine);
  });
  afterAll(() => vault.end());

  const taken = async (name: string, bytes: Buffer) => {
    const item = await addFile(vault.deps, { name, bytes });
    const check =
      item.source === undefined ? null : await showCapture(vault.deps, { id: item.source });
    return { item, check: check as WaczCheck | null };
  };

  it("is a source whose text is its main page's, and what it says of time stays its own claim", async () => {
    const bytes = await wacz();
    const { item, check } = await taken("page.wacz", bytes);
    expect(item).toMatchObject({ title: "Villager held", kind: "article" });
    expect(item.suggestions).toBeGreaterThan(0);
    const id = item.source ?? "";
    expect((await sourceText(vault.deps, { id })).text).toContain(
      "He has not been allowed to call us",
    );
    expect(check).toMatchObject({
      datapackage: "right",
      undeclared: [],
      signature: "none",
      saidByPackage: {
        created: "2021-05-03T10:00:00.000Z",
        software: "invented tool 1",
        mainPageUrl: url,
      },
    });
    expect(check?.resources.map(({ state }) => state)).toEqual(["right", "right", "right"]);
    const view = await showSource(vault.deps, { id });
    expect(view.url?.value).toBe(url);
    expect(view.published?.value).not.toContain("2021");
    expect(view.note).toMatch(/3 of 3 declared hashes.*nothing here confirms: captured 2021-05-03/);
    const before = (await sourceReading(vault.deps, { id })).reading;
    await readAnew(vault.deps, id);
    expect((await sourceReading(vault.deps, { id })).reading).toEqual(before);
    expect((await taken("again.wacz", bytes)).item.duplicateOf).toBe(id);
  });

  it("with a changed byte, a planted part or a wrong digest is kept, and said to be so", async () => {
    const good = await wacz(html.replace("Nurlan", "Invented"));
    const title = good.indexOf('"title":"Villager held","ts"');
    const changed = Buffer.from(good);
    changed[title + 9] = "W".charCodeAt(0);
    // The archive's own checksum of the part would refuse it before any hash is looked at.
    const one = await taken("changed.wacz", changed);
    expect(
      one.item.error?.code ?? one.check?.resources.find((r) => r.state !== "right")?.path,
    ).toMatch(/broken-archive|pages\/pages\.jsonl/);

    const parts = (hash: string) => ({
      "archive/data.warc.gz": gzipSync("WARC/1.1\r\n"),
      "datapackage.json": JSON.stringify({
        title: "Invented",
        resources: [
          { path: "archive/data.warc.gz", hash },
          { path: "pages/gone.jsonl", hash },
        ],
      }),
      "datapackage-digest.json": JSON.stringify({ hash: "sha256:00", signedData: {} }),
      "planted.txt": "an invented part",
    });
    const twice = createHash("sha256").update("other bytes").digest("hex");
    const { item, check } = await taken("wrong.wacz", await zip(parts(`sha256:${twice}`)));
    expect(check).toMatchObject({
      datapackage: "wrong",
      resources: [
        { path: "archive/data.warc.gz", state: "wrong" },
        { path: "pages/gone.jsonl", state: "missing" },
      ],
      undeclared: ["planted.txt"],
      signature: "not-checked",
      dom: null,
    });
    const view = await showSource(vault.deps, { id: item.source ?? "" });
    expect(view.note).toMatch(/0 of 2 declared hashes.*not what it declares/);
  });

  it("that is hostile or broken ends in a source or a code, never in a crash", async () => {
    const described = JSON.stringify({
      mainPageUrl: url,
      title: "\u202ex".repeat(5_000),
      resources: "none",
    });
    const hostile = [
      await zip({
        "datapackage.json": described,
        "archive/a.warc.gz": gzipSync("WARC/1.1\r\n\r\n"),
      }),
      await zip({ "datapackage.json": "{", "archive/b.warc.gz": "not gzip" }),
      await zip({
        "datapackage.json": "[]",
        "archive/c.warc": Buffer.alloc(5_000_000, "WARC/1.1\r\n"),
      }),
      await zip({
        "datapackage.json": JSON.stringify({ mainPageUrl: "file:///etc/hostname", created: 5 }),
        "archive/d.warc.gz": gzipSync(Buffer.alloc(50_000_000)),
      }),
    ];
    for (const [i, bytes] of hostile.entries()) {
      const { item } = await taken(`hostile-${i}.wacz`, bytes);
      expect(item.error?.code ?? item.source, String(i)).toMatch(/^src_|^ratio$/);
      expect(item.title ?? "").not.toMatch(/\u202e/);
    }
    const broken = await taken("broken.wacz", (await wacz()).subarray(0, 900));
    expect(broken.item.error?.code).toBe("broken-archive");
    expect((await taken("tiny.wacz", Buffer.from("P"))).item.name).toBe("tiny.wacz");
  });
});

it("a ProofMode bundle is recognised, its media held against the hashes it declares", async () => {
  const vault = await openTestCollect("sqlcipher");
  try {
    const photo = Buffer.from("an invented photo");
    const hash = createHash("sha256").update(photo).digest("hex");
    const proof = JSON.stringify({
      "File Hash SHA256": hash,
      "Proof Generated": "2020-01-01T00:00:00Z",
    });
    const note = async (name: string, bytes: Buffer): Promise<string> => {
      const item = await addFile(vault.deps, { name, bytes });
      expect(item.kind).toBe("photo");
      return (await showSource(vault.deps, { id: item.source ?? "" })).note ?? "";
    };
    const good = { "IMG_1.jpg": photo, [`${hash}.proof.json`]: proof, [`${hash}.asc`]: "x" };
    expect(await note("bundle.zip", await zip(good))).toMatch(/1 of 1 media.*not checked/);
    const other = { ...good, "IMG_1.jpg": Buffer.from("another photo") };
    expect(await note("changed.zip", await zip(other))).toMatch(/0 of 1 media/);
    const plain = await addFile(vault.deps, { name: "plain.zip", bytes: await zip({ a: "b" }) });
    expect(plain.error?.code).toBeDefined();
  } finally {
    await vault.end();
  }
});

it("a record that is cut off, on which the WARC library never ends, is given up", async () => {
  const warc = gzipSync(
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx`,
  );
  const bytes = await zip({ "archive/a.warc.gz": warc });
  expect(await mainPage({ bytes, url }, 1_500)).toBeNull();
});
