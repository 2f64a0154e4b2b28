// Pictures on real engines: what they say of themselves, the same one found elsewhere, and what hostile ones may not do.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFile } from "../add-file.ts";
import { engineKinds, openTestCollect, type TestCollect } from "../testing.ts";
import {
  alikePictures,
  lookAtNew,
  lookAtRest,
  lookAtPicture,
  thumbnailOf,
} from "./look-at-picture.ts";
import { APART_TIME_MS } from "./limits.ts";
import { cachedThumbnail, forgetPictures, pictureHashes } from "./picture-cache.ts";
import { pictureTables } from "./confirmed.tables.ts";
import { rough } from "./note-sayings.ts";
import { pictureForm } from "./picture-form.ts";
import { hashDistance } from "./picture-hash.ts";
import { pictureTags } from "./picture-tags.ts";
import { mp3Tags, mp4Tags } from "./recording-tags.ts";
import { runApart } from "./run-apart.ts";
import { drawPicture, photograph, pngOf } from "./testing.ts";

describe.each(engineKinds)("pictures on %s", (kind) => {
  let test: TestCollect;
  beforeAll(async () => {
    test = await openTestCollect(kind, [pictureTables]);
  });
  afterAll(async () => test.end());

  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const { source } = await addFile(test.deps, { name, bytes });
    if (source === undefined) throw new Error("the picture was not taken in");
    return source;
  };

  it("tells what a photograph says of itself, and leaves the photograph as it was", async () => {
    const bytes = await photograph("one");
    const id = await put("one.jpg", bytes);
    const view = await lookAtPicture(test.deps, { id });
    expect(view).toMatchObject({ form: "jpeg", width: 480, height: 360, hasThumbnail: true });
    expect(Object.fromEntries(view.tags.map((tag) => [tag.key, tag.value]))).toEqual({
      camera: "Inventa One",
      time: "2019:03:04 05:06:07",
      software: "Darkroom 0",
      author: "Ainur Inventova",
      place: "43.25000, 76.91667",
    });
    const small = await thumbnailOf(test.deps, { id });
    expect(pictureForm(small ?? new Uint8Array())).toBe("jpeg");
    expect(pictureTags(small ?? new Uint8Array())).toEqual([]);
    const source = await test.vault.ledger.deps.engine.db
      .selectFrom("sources")
      .select("file")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const kept = await test.deps.files.bytes(source.file as never, bytes.length);
    expect(kept.equals(bytes)).toBe(true);
  });

  it("writes down once what a file says of itself, without names, free text or an exact place", async () => {
    const { db } = test.vault.ledger.deps.engine;
    const id = await put("kept.jpg", await photograph("kept"));
    expect((await lookAtPicture(test.deps, { id })).kept).toBeNull();
    await lookAtNew(test.deps, id);
    await lookAtNew(test.deps, id);
    const entries = await db
      .selectFrom("entries")
      .select(["seq", "at", "body"])
      .where("kind", "=", "file.described")
      .where("body", "like", `%${id}%`)
      .execute();
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    const body = JSON.parse(entry?.body ?? "") as { readonly says: readonly unknown[] };
    expect(body.says).toEqual([
      { key: "camera", tag: "EXIF Model", value: "Inventa One" },
      { key: "time", tag: "EXIF DateTimeOriginal", value: "2019:03:04 05:06:07" },
      { key: "software", tag: "EXIF Software", value: "Darkroom 0" },
      { key: "place", tag: "EXIF GPS", value: "about 43.3, 76.9" },
    ]);
    expect(entry?.body).not.toMatch(/Ainur|43\.25/);
    expect((await lookAtPicture(test.deps, { id })).kept).toEqual({
      seq: Number(entry?.seq),
      at: Number(entry?.at),
      keys: ["camera", "time", "software", "place"],
    });
    const silent = await put("silent.png", await drawPicture("silent").png().toBuffer());
    await lookAtNew(test.deps, silent);
    expect((await lookAtPicture(test.deps, { id: silent })).kept).toBeNull();
  });

  it("gives a place to a tenth of a degree, and nothing it cannot read", () => {
    expect(rough("43.25000, 76.91667")).toBe("about 43.3, 76.9");
    expect(rough("-12.00001, -76.96000")).toBe("about -12.0, -77.0");
    expect(rough("+43.2389+076.8897+800.0/")).toBe("about 43.2, 76.9");
    expect(rough("the house of somebody")).toBe("");
  });

  it("finds the same picture smaller, saved again, and not another one; and forgets it with its source", async () => {
    const { engine } = test.vault.ledger.deps;
    const first = await put("wall.jpg", await drawPicture("wall").jpeg().toBuffer());
    const again = await put("again.webp", await drawPicture("wall", 260, 195).webp({ quality: 60 }).toBuffer()); // prettier-ignore
    const other = await put("other.png", await drawPicture("other").png().toBuffer());
    await lookAtRest(test.deps, {});
    const found = await alikePictures(test.deps, { id: first });
    expect(found.map((one) => one.id)).toEqual([again]);
    expect(found[0]?.title).toBe("again.webp");
    expect(await alikePictures(test.deps, { id: other })).toEqual([]);
    await forgetPictures(engine, [again]);
    expect(await cachedThumbnail(engine, again)).toBeNull();
    expect((await pictureHashes(engine)).map((one) => one.source)).not.toContain(again);
  });

  it.each([
    ["a header of 50 000 × 50 000", () => pngOf(50_000, 50_000, 10), "picture/too-large"],
    ["a bomb of zeros", () => pngOf(9_000, 9_000, 200_000_000), null],
    ["half a JPEG", async () => (await photograph("half")).subarray(0, 6_000), "picture/broken"],
    ["an empty shell of a HEIC", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "picture/unsupported"], // prettier-ignore
  ])("answers %s with a code", async (name, make, problem) => {
    const id = await put(`${name}.bin.png`, await make());
    const view = await lookAtPicture(test.deps, { id });
    if (problem !== null) expect(view.problem).toBe(problem);
    else expect(view.problem ?? "drawn").toMatch(/^(drawn|picture\/(broken|memory|time))$/);
  });
});

describe("a drawing that asks for other files", () => {
  let server: Server;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_, answer) => {
      asked += 1;
      answer.end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(() => server.close());

  it("is neither drawn nor answered from the network", async () => {
    const { port } = server.address() as AddressInfo;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://127.0.0.1:${port}/x.png"/><image href="file:///etc/hostname"/></svg>`;
    const program = new URL("./look-program.ts", import.meta.url);
    const seen = await runApart(program, { bytes: Buffer.from(svg) });
    expect(seen).toMatchObject({ form: null, thumbnail: null, problem: "picture/unsupported" });
    expect(asked).toBe(0);
  });

  it("could not reach it from where pictures are opened, nor write a file, nor start a program", async () => {
    const { port } = server.address() as AddressInfo;
    const program = new URL("./testing-prisoner.ts", import.meta.url);
    expect(await runApart(program, { port })).toEqual({ net: "shut", write: "shut", run: "shut" });
    expect(asked).toBe(0);
  });

  it("is ended when it takes too long or too much memory, or dies", async () => {
    const program = new URL("./testing-prisoner.ts", import.meta.url);
    const spin = runApart(program, { spin: true }, { timeMs: 1_500 });
    await expect(spin).rejects.toMatchObject({ code: "picture/time" });
    const eat = runApart(program, { eat: true }, { timeMs: APART_TIME_MS * 3 });
    await expect(eat).rejects.toMatchObject({ code: "picture/memory" });
    await expect(runApart(program, { die: true })).rejects.toMatchObject({
      code: "picture/failed",
    });
  });
});

describe("tags", () => {
  it("read any bytes without an error, and one line each", () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 300 }).map((b) => Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\x02\0"), b])), // prettier-ignore
      fc
        .uint8Array({ maxLength: 300 })
        .map((b) => Buffer.concat([Buffer.from("\0\0\x01\0moov"), b])),
    );
    fc.assert(
      fc.property(any, (bytes) => {
        for (const tag of [...pictureTags(bytes), ...mp3Tags(bytes), ...mp4Tags(bytes)])
          expect(tag.value).toMatch(/^.{1,500}$/u);
      }),
    );
  });

  it("of a recording: who, when, how long", () => {
    const box = (kind: string, body: Buffer): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8, 0);
      head.write(kind, 4, "latin1");
      return Buffer.concat([head, body]);
    };
    const movie = Buffer.alloc(100);
    movie.writeUInt32BE(2_082_844_800 + 1_551_672_367, 4);
    movie.writeUInt32BE(1_000, 12);
    movie.writeUInt32BE(12_300, 16);
    const said = (text: string): Buffer => Buffer.concat([Buffer.from([0, text.length, 0, 0]), Buffer.from(text)]); // prettier-ignore
    const file = Buffer.concat([
      box("ftyp", Buffer.from("isom0000")),
      box("moov", Buffer.concat([box("mvhd", movie), box("udta", box("\xa9mod", said("Inventa Cam")))])), // prettier-ignore
    ]);
    expect(pictureForm(file)).toBe("mp4");
    expect(mp4Tags(file)).toEqual([
      { key: "time", value: "2019-03-04 04:06:07 UTC" },
      { key: "duration", value: "12.3 s" },
      { key: "camera", value: "Inventa Cam" },
    ]);
    const id3 = Buffer.concat([Buffer.from("ID3\x03\0\0\0\0\0\x1aTPE1\0\0\0\x06\0\0\0Ainur", "latin1"), Buffer.alloc(12)]); // prettier-ignore
    expect(mp3Tags(id3)).toEqual([{ key: "author", value: "Ainur" }]);
  });
});

it("the distance of two fingerprints is the number of bits that differ", () => {
  const bits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  fc.assert(
    fc.property(bits, bits, (a, b) => {
      const hex = (n: bigint): string => n.toString(16).padStart(16, "0");
      const ones = [...(a ^ b).toString(2)].filter((bit) => bit === "1").length;
      expect(hashDistance(hex(a), hex(b))).toBe(ones);
    }),
  );
});
