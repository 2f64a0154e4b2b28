// Parts of encrypted files: the same bytes as a slice of the whole, and nothing from pieces that were tampered with.
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileHash } from "../model/index.ts";
import { type FileStore, openFiles } from "./file-store.ts";

const piece = 64 * 1024;
const plain = randomBytes(4 * piece + 1_234);
let dir = "";
let files: FileStore;
let hash: FileHash;

async function part(of: FileStore, from: number, to: number, which = hash): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const bytes of of.range(which, from, to)) parts.push(bytes);
  return Buffer.concat(parts);
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "guwah-range-"));
  files = await openFiles(dir, { files: randomBytes(32), fileNames: randomBytes(32) });
  ({ hash } = await files.keep(plain, { limitBytes: plain.length }));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe("a part of a file", () => {
  it("is the slice of the whole, wherever it begins and ends", async () => {
    const edge = fc.oneof(
      fc.nat(plain.length + 10),
      fc.constantFrom(0, 1, piece - 1, piece, piece + 1, 4 * piece, plain.length),
    );
    await fc.assert(
      fc.asyncProperty(edge, edge, async (a, b) => {
        const found = await part(files, a, b);
        expect(found.equals(plain.subarray(a, Math.max(a, b)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("ends with the file where that is as long as whole pieces, and gives nothing past it", async () => {
    const whole = randomBytes(2 * piece);
    const kept = await files.keep(whole, { limitBytes: whole.length });
    expect((await part(files, piece, 9 * piece, kept.hash)).equals(whole.subarray(piece))).toBe(
      true,
    );
    expect(await part(files, 2 * piece, 3 * piece, kept.hash)).toHaveLength(0);
  });

  it.each([
    ["in the part", 3 * piece],
    // Forging what an earlier piece ends with must not open a later one.
    ["in the sum of a piece before it", 8 + 24 + 2 * (piece + 17) - 12],
  ])("is refused when a byte was changed %s", async (_, at) => {
    const name = files.nameOf(hash);
    const path = join(dir, name.slice(0, 2), name.slice(2, 4), name);
    const good = await readFile(path);
    const bad = Buffer.from(good);
    bad[at] = (bad[at] ?? 0) ^ 1;
    await writeFile(path, bad);
    try {
      await expect(part(files, 2 * piece + 10, 4 * piece)).rejects.toMatchObject({
        code: "file-damaged",
      });
    } finally {
      await writeFile(path, good);
    }
  });
});
