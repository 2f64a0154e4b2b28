// Files under their hash: kept whole or not at all, and damage is named.
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FileHash } from "../model/index.ts";
import { type FileStore, openFiles } from "./file-store.ts";
import { deriveVaultKeys, randomKey, wipe } from "./keys.ts";
import { filesUnder } from "./vault-testing.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex") as FileHash;
const limitBytes = 10_000_000;

let dir: string;
let files: FileStore;
const keys = deriveVaultKeys(randomKey());

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "guwah-files-"));
  files = await openFiles(dir, keys);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** The one encrypted file of the store, to be tampered with. */
async function onDisk(hash: FileHash): Promise<string> {
  const name = files.nameOf(hash);
  return join(dir, name.slice(0, 2), name.slice(2, 4), name);
}

describe("keeping and reading", () => {
  it("gives back any bytes, cut any way, under their SHA-256", async () => {
    const sizes = fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 1_048_576, 1_200_001);
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 300_000 }), async (size, cut) => {
        const bytes = randomBytes(size);
        async function* source() {
          for (let at = 0; at < size; at += cut) yield bytes.subarray(at, at + cut);
        }
        const kept = await files.keep(source(), { limitBytes });
        expect(kept).toMatchObject({ hash: sha256(bytes), size });
        expect(await files.size(kept.hash)).toBe(size);
        expect((await files.bytes(kept.hash, limitBytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("says when the same bytes were here already, and keeps one copy", async () => {
    const bytes = Buffer.from("an invented testimony");
    expect((await files.keep(bytes, { limitBytes })).isNew).toBe(true);
    expect((await files.keep(bytes, { limitBytes })).isNew).toBe(false);
    const names = [];
    for await (const file of files.list()) names.push(file);
    expect(names).toEqual([{ name: files.nameOf(sha256(bytes)), size: bytes.length }]);
  });

  it("refuses a file over the limit while it streams, and leaves nothing", async () => {
    let pulled = 0;
    async function* endless() {
      for (;;) {
        pulled += 1;
        yield randomBytes(1_000);
      }
    }
    await expect(files.keep(endless(), { limitBytes: 5_000 })).rejects.toMatchObject({
      code: "file-too-large",
      details: { limitBytes: 5_000 },
    });
    expect(pulled).toBe(6);
    expect((await filesUnder(dir)).size).toBe(0);
  });

  it("stops when cancelled, and leaves nothing", async () => {
    const stop = new AbortController();
    async function* source() {
      yield randomBytes(100);
      stop.abort();
      yield randomBytes(100);
    }
    const keeping = files.keep(source(), { limitBytes, signal: stop.signal });
    await expect(keeping).rejects.toMatchObject({ code: "cancelled" });
    expect((await filesUnder(dir)).size).toBe(0);
  });

  it("removes what a crash left half written when it opens again", async () => {
    await writeFile(join(dir, "incoming", "0123abcd"), "half of something");
    await openFiles(dir, keys);
    expect(await readdir(join(dir, "incoming"))).toEqual([]);
  });

  it("leaves other processes' files alone in a shared folder", async () => {
    await writeFile(join(dir, "incoming", "0123abcd"), "being written elsewhere");
    await openFiles(dir, keys, { shared: true });
    expect(await readdir(join(dir, "incoming"))).toEqual(["0123abcd"]);
  });

  it("tells nobody without the keys which documents it holds", async () => {
    const { hash } = await files.keep(Buffer.from("a leaked list, invented"), { limitBytes });
    const paths = [...(await filesUnder(dir)).keys()].join("\n");
    expect(paths).toContain(files.nameOf(hash));
    expect(paths).not.toContain(hash.slice(0, 12));
    const other = await openFiles(join(dir, "other"), deriveVaultKeys(randomKey()));
    expect(other.nameOf(hash)).not.toBe(files.nameOf(hash));
  });

  it("erases a file for good", async () => {
    const { hash } = await files.keep(randomBytes(500), { limitBytes });
    expect(await files.erase(hash)).toBe(true);
    expect(await files.erase(hash)).toBe(false);
    expect(await files.verify(hash)).toBe("missing");
    await expect(files.bytes(hash, limitBytes)).rejects.toMatchObject({ code: "file-missing" });
  });
});

describe("damage", () => {
  const bytes = randomBytes(200_000);
  let hash: FileHash;
  let path: string;
  beforeEach(async () => {
    ({ hash } = await files.keep(bytes, { limitBytes }));
    path = await onDisk(hash);
  });

  it("is found wherever one bit is flipped", async () => {
    const original = await readFile(path);
    const places = fc.integer({ min: 0, max: original.length - 1 });
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const flipped = Buffer.from(original);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        await writeFile(path, flipped);
        expect(await files.verify(hash)).toBe("damaged");
      }),
      { numRuns: 60 },
    );
    await writeFile(path, original);
    expect(await files.verify(hash)).toBe("ok");
  });

  it("is found when the file is cut anywhere, even between two pieces, or something follows", async () => {
    const original = await readFile(path);
    const pieceEnds = [32, 32 + 65_553, 32 + 2 * 65_553];
    for (const end of [0, 7, 31, ...pieceEnds, original.length - 1]) {
      await writeFile(path, original.subarray(0, end));
      expect(await files.verify(hash), `cut at ${end}`).toBe("damaged");
    }
    await writeFile(path, Buffer.concat([original, randomBytes(40)]));
    expect(await files.verify(hash)).toBe("damaged");
  });

  it("is found when another genuine file of the vault is put under this name", async () => {
    const other = await files.keep(randomBytes(200_000), { limitBytes });
    await writeFile(path, await readFile(await onDisk(other.hash)));
    expect(await files.verify(hash)).toBe("damaged");
    await expect(files.bytes(hash, limitBytes)).rejects.toMatchObject({ code: "file-damaged" });
  });

  it("is healed by keeping the same bytes again", async () => {
    await writeFile(path, randomBytes(200_100));
    expect((await files.keep(bytes, { limitBytes })).isNew).toBe(true);
    expect(await files.verify(hash)).toBe("ok");
  });
});

describe("a store whose keys were wiped", () => {
  it("refuses to keep and to read, even what was begun before", async () => {
    const mine = deriveVaultKeys(randomKey());
    const own = await openFiles(dir, mine);
    const { hash } = await own.keep(randomBytes(10), { limitBytes });
    async function* source() {
      yield randomBytes(10);
      wipe(mine);
    }
    await expect(own.keep(source(), { limitBytes })).rejects.toMatchObject({ name: "StoreError" });
    expect(() => own.nameOf(hash)).toThrow(expect.objectContaining({ code: "closed" }));
    await expect(own.verify(hash)).rejects.toMatchObject({ code: "closed" });
    expect((await filesUnder(dir)).size).toBe(1);
  });
});
