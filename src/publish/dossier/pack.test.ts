// An archive of a folder that is read whole, and one that is broken off in the middle of a file.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { setTimeout } from "node:timers/promises";
import { extract } from "tar-stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packFolder } from "./pack.ts";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "guwah-pack-"));
  await mkdir(join(dir, "data"));
  for (const [i, name] of ["a.bin", "data/b.bin", "data/c.bin"].entries())
    await writeFile(join(dir, name), Buffer.alloc(400_000 + i, i));
});
afterAll(async () => rm(dir, { recursive: true, force: true }));

describe("a folder as an archive", () => {
  it("holds every file under the name of the whole, without times", async () => {
    const found = new Map<string, number>();
    const archive = extract();
    const feeding = pipeline(Readable.fromWeb(packFolder(dir, "all") as NodeStream), archive);
    for await (const entry of archive) {
      let size = 0;
      for await (const chunk of entry) size += (chunk as Buffer).length;
      found.set(entry.header.name, size);
      expect(entry.header.mtime?.getTime()).toBe(0);
    }
    await feeding;
    expect(Object.fromEntries(found)).toEqual({
      "all/a.bin": 400_000,
      "all/data/b.bin": 400_001,
      "all/data/c.bin": 400_002,
    });
  });

  // An error nobody hears would end the process, and this run with it.
  it("ends quietly when whoever reads it breaks off, wherever that is", async () => {
    for (let chunks = 0; chunks < 24; chunks++) {
      const reader = packFolder(dir, "all").getReader();
      for (let i = 0; i < chunks; i++) if ((await reader.read()).done) break;
      await reader.cancel();
      await setTimeout(5);
    }
  });
});
