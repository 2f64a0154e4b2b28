// A site in a folder: whole, the same however it came about, and at no moment a mix of two. Everyone is invented.
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../../proof/index.ts";
import { canonicalPieces } from "../release/release-files.ts";
import { joinedBytes } from "../release/text-bytes.ts";
import { earlierRelease } from "../release/earlier-release.ts";
import type { Release, ReleasedPerson } from "../release/released.ts";
import { buildSite } from "./build-site.ts";
import { inventRelease } from "./invent-release.ts";
import type { SiteFile } from "./site.ts";
import { besides, filesUnder, SUMS } from "./site-folder.ts";
import { swapSite } from "./swap-site.ts";
import { writeSite } from "./write-site.ts";

const release = inventRelease(12);
let root: string;
let folders = 0;
const fresh = (): string => join(root, String(++folders));
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "guwah-site-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function contents(dir: string): Promise<ReadonlyMap<string, string>> {
  const paths = [...(await filesUnder(dir)).keys()].toSorted();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(dir, path), "latin1")] as const),
    ),
  );
}

/** Without one person, wherever they are told of. */
const without = (from: Release, gone: ReleasedPerson): Release => ({
  ...from,
  people: from.people.filter((person) => person !== gone),
  places: from.places.map((place) => ({
    ...place,
    people: place.people.filter((number) => number !== gone.number),
  })),
});

async function* some(files: Readonly<Record<string, string>>): AsyncGenerator<SiteFile> {
  for (const [path, text] of Object.entries(files))
    yield await Promise.resolve({ path, bytes: Buffer.from(text) });
}

describe("a site in a folder", () => {
  it("is written anew only where it changed, and what was withdrawn is gone", async () => {
    const to = fresh();
    const first = await writeSite(to, buildSite(release));
    expect(first.written).toBe(first.files);
    const again = await writeSite(to, buildSite(inventRelease(12)));
    expect(again).toMatchObject({ written: 0, removed: 0, sha256: first.sha256 });

    await writeFile(join(to, "method.html"), "somebody else's words");
    expect(await writeSite(to, buildSite(release))).toMatchObject({ written: 1, removed: 0 });
    expect(await readFile(join(to, "method.html"), "utf8")).not.toContain("somebody else's");

    const gone = release.people[3] as ReleasedPerson;
    const kept = join(to, "people", "g-000009.html");
    const before = new Date(1_000_000_000_000);
    await utimes(kept, before, before);
    const third = await writeSite(to, buildSite(without(release, gone)));
    expect(third.removed).toBeGreaterThan(0);
    expect((await stat(kept)).mtime).toEqual(before);
    for (const [path, text] of await contents(to)) {
      const told = Buffer.from(text, "latin1").toString("utf8");
      for (const word of [gone.number, ...gone.names.map((name) => name.text)])
        expect(told, path).not.toContain(word);
    }
  });

  it("is, after whatever changes, byte for byte what a fresh one is", async () => {
    const step = fc.record({
      at: fc.nat(11),
      what: fc.constantFrom("withdraw", "change", "bring back", "damage", "rename"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const to = fresh();
        let now: Release = release;
        await writeSite(to, buildSite(now));
        for (const { at, what } of steps) {
          const one = release.people[at] as ReleasedPerson;
          if (what === "withdraw" && now.people.length > 1) now = without(now, one);
          if (what === "bring back") now = release;
          if (what === "rename") now = { ...now, publisher: { name: `Invented ${at}` } };
          if (what === "damage") await writeFile(join(to, "method.html"), `not ours ${at}`);
          const people = now.people.map((person, i) =>
            i === at && what === "change" ? { ...person, status: `Changed ${at}.` } : person,
          );
          now = { ...now, people };
          await writeSite(to, buildSite(now));
        }
        const other = fresh();
        await writeSite(other, buildSite(now));
        expect(await contents(to)).toEqual(await contents(other));
      }),
      { numRuns: 5 },
    );
  });

  it("stays as it was where a file may not go, though that file is there already", async () => {
    const to = fresh();
    await writeSite(to, some({ "a.html": "old", "b.html": "same" }));
    const before = await contents(to);
    const looked: string[] = [];
    const check = ({ path }: SiteFile): void => {
      looked.push(path);
      if (path === "b.html") throw new Error("says what stays");
    };
    const files = some({ "a.html": "new", "b.html": "same" });
    await expect(writeSite(to, files, { check })).rejects.toThrow("says what stays");
    expect(looked).toEqual(["a.html", "b.html"]);
    expect(await contents(to)).toEqual(before);
    expect((await readdir(root)).filter((name) => name.includes(".guwah-"))).toEqual([]);
  });

  it("leaves what is not its own, and does not begin where something else lies", async () => {
    const to = fresh();
    await writeSite(to, some({ "people/a.html": "a" }));
    await writeFile(join(to, "CNAME"), "example.org");
    await mkdir(join(to, ".git"));
    await writeFile(join(to, ".git", "HEAD"), "main");
    await writeSite(to, some({ "people/b.html": "b" }));
    expect([...(await contents(to)).keys()]).toEqual([".git/HEAD", "CNAME", SUMS, "people/b.html"]);
    await writeFile(join(to, "people", "private notes.txt"), "of nobody");
    const before = await contents(to);
    await expect(writeSite(to, some({ "people/c.html": "c" }))).rejects.toMatchObject({
      code: "publish/folder-taken",
    });
    expect(await contents(to)).toEqual(before);
    const other = fresh();
    await mkdir(other);
    await writeFile(join(other, "thesis.txt"), "years of work");
    await expect(writeSite(other, some({ "a.html": "a" }))).rejects.toMatchObject({
      code: "publish/folder-taken",
    });
  });

  it("does not become a release for others than it was for", async () => {
    const to = fresh();
    const told = (audience: string) => canonicalJson({ asOf: "2026-11-01", audience, number: 1 });
    await writeSite(to, some({ "release.json": told("partners") }));
    const found = await earlierRelease(to, "partners");
    expect([...(found.folder?.files.keys() ?? [])]).toEqual(["release.json"]);
    await expect(earlierRelease(to, "public")).rejects.toMatchObject({
      code: "publish/folder-taken",
    });
    await writeSite(to, some({ "a.html": `nothing about "audience":"public"` }));
    await expect(earlierRelease(to, "public")).rejects.toMatchObject({
      code: "publish/folder-taken",
    });
    expect((await earlierRelease(fresh(), "public")).folder).toBeNull();
  });

  it("takes no link for a file it wrote", async () => {
    const to = fresh();
    await writeSite(to, some({ "a.html": "a", "b.html": "b" }));
    const elsewhere = join(root, "elsewhere.html");
    await writeFile(elsewhere, "a");
    await rm(join(to, "a.html"));
    await symlink(elsewhere, join(to, "a.html"));
    await writeSite(to, some({ "a.html": "a", "b.html": "c" }));
    await writeFile(elsewhere, "changed later");
    expect(await readFile(join(to, "a.html"), "utf8")).toBe("a");
  });

  it("is the old or the new one after a crash at any step of the swap, and goes on from there", async () => {
    const one = { "a.html": "a", "b.html": "b" };
    for (const crash of ["before", "between", "after"]) {
      const to = fresh();
      const { part, old } = besides(to);
      await writeSite(to, some(one));
      await writeFile(join(to, "CNAME"), "example.org");
      await writeSite(part, some({ "a.html": "new" }));
      if (crash !== "before") await rename(to, old);
      if (crash === "after") await rename(part, to);
      const { written } = await writeSite(to, some(one));
      expect(written, crash).toBe(crash === "after" ? 2 : 0);
      expect(Object.fromEntries(await contents(to))).toMatchObject({
        ...one,
        CNAME: "example.org",
      });
      expect((await readdir(root)).filter((name) => name.includes(".guwah-"))).toEqual([]);
    }
  });

  it("never takes the place of another where files are missing, too many or damaged", async () => {
    const spoil: Record<string, (part: string) => Promise<void>> = {
      missing: (part) => rm(join(part, "b.html")),
      "too many": (part) => writeFile(join(part, "c.html"), "c"),
      damaged: (part) => writeFile(join(part, "b.html"), "x"),
    };
    for (const [name, act] of Object.entries(spoil)) {
      const to = fresh();
      const part = fresh();
      await writeSite(part, some({ "a.html": "a", "b.html": "b" }));
      await act(part);
      await expect(swapSite(part, to, null), name).rejects.toMatchObject({
        code: "publish/damaged-site",
      });
      await expect(stat(to)).rejects.toMatchObject({ code: "ENOENT" });
    }
  });

  it("never lies outside of it", async () => {
    for (const path of ["../x", "/x", "a/../../x", "a//b", ".git/x", SUMS])
      await expect(writeSite(fresh(), some({ [path]: "" }))).rejects.toMatchObject({
        code: "publish/bad-path",
      });
  });
});

it("the release is written in pieces as it would be in one", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (value) => {
      const bytes = joinedBytes(canonicalPieces(value));
      expect(Buffer.from(bytes).toString("utf8")).toBe(canonicalJson(value));
    }),
  );
});
