// From the demonstration vault to a folder on a stick and back: published by two members with the real command, read in a real
// browser with the network cut, printed, and gone from every byte once consent is withdrawn. Everyone in it is invented.
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync, gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoColleaguePassphrase, demoPassphrase } from "../../src/demo/index.ts";
import type { Release, ReleasedPerson } from "../../src/publish/index.ts";
import { startBrowser } from "./browser.ts";
import { everyReading, filesThatSay } from "./every-byte.ts";

const soon = { timeout: 30_000 };
const main = join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");
const spellings = [
  ["Chinese", "热吾山·哈布多拉"],
  ["Uyghur", "رەۋشەن قابدۇللا"],
  ["Kazakh", "Раушан Қабдолла"],
  ["English", "Raushan Qabdolla"],
] as const;
const name = "Raushan Qabdolla";

let root: string;
let browser: Browser;
let page: Page;
let site: string;
let first: Release;
let person: ReleasedPerson;
const asked: string[] = [];

interface Said {
  readonly code: number;
  readonly json: never;
}

function guwah(words: readonly string[], secret = demoPassphrase): Promise<Said> {
  const env = {
    ...process.env,
    // The demonstration lies beside the vault one has; afterwards it is opened as a vault of its own.
    GUWAH_HOME: join(root, words[0] === "demo" ? "vault" : "vault-demo"),
    GUWAH_PASSPHRASE: secret,
    GUWAH_DATABASE_URL: "",
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, ...words, "--json"],
      { env, maxBuffer: 1e8 },
      (error, out) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, json: (out === "" ? null : JSON.parse(out)) as never });
      },
    );
  });
}

/** What the preview shows is agreed to by both members and made, into the same folder each time. */
async function publish(): Promise<Release> {
  const ask = ["--audience", "public"];
  const seen = await guwah(["publish", "--preview", ...ask]);
  const { contents } = seen.json as { contents: string };
  for (const secret of [demoPassphrase, demoColleaguePassphrase])
    expect((await guwah(["publish", "approve", contents, ...ask], secret)).code).toBe(0);
  const made = await guwah(["publish", "--to", site, ...ask]);
  expect(made).toMatchObject({ code: 0, json: { contents, audience: "public" } });
  return JSON.parse(readFileSync(join(site, "release.json"), "utf8")) as Release;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "guwah-published-"));
  site = join(root, "site");
  [browser] = await Promise.all([
    startBrowser(),
    (async () => {
      expect((await guwah(["demo"])).code).toBe(0);
      first = await publish();
    })(),
  ]);
  cpSync(site, join(root, "first"), { recursive: true });
  person = first.people.find(({ heading }) => heading === name) as ReleasedPerson;
  const context = await browser.newContext();
  await context.setOffline(true);
  context.setDefaultTimeout(soon.timeout);
  page = await context.newPage();
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => asked.push(error.message));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

const addressOf = (path: string): string => pathToFileURL(join(site, path)).href;

/** What the search box answers, on a page opened anew. */
async function found(text: string): Promise<{ said: string; links: string[] }> {
  await page.goto(addressOf("index.html"));
  await page.locator("#q").fill(text);
  await page.getByRole("button", { name: "Search" }).click();
  const status = page.locator("#found");
  await expect.poll(() => status.textContent(), soon).toMatch(/found/i);
  const links = await page.locator("#results a").all();
  return {
    said: (await status.textContent()) ?? "",
    links: await Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? "")),
  };
}

describe("the demonstration vault, published", () => {
  const pageOf = (): string => `people/${person.number.toLowerCase()}.html`;

  it.each(spellings)(
    "finds a person by their %s spelling, from disk, with the network cut",
    async (_, text) => {
      const { links } = await found(text);
      expect(links[0]).toBe(pageOf());
      await page.locator(`#results a[href="${pageOf()}"]`).click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
      expect(asked.filter((url) => !url.startsWith(addressOf("")))).toEqual([]);
    },
  );

  it("tells how it is known: ten outlets that are one origin, and who said it in which words", async () => {
    await page.goto(addressOf(pageOf()));
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/Eight years, for songs that were printed in our schoolbooks/);
    expect(text).toMatch(/Said by Yerbol Nazarkhan/);
    expect(text).toMatch(/10 claims/);
    const outlets = new Set(
      person.parts.flatMap(({ values }) =>
        values
          .flatMap((v) => [...v.claims, ...v.others.flatMap((o) => o.claims)])
          .map(({ source }) => source),
      ),
    );
    expect(outlets.size).toBeGreaterThanOrEqual(10);
  });

  it("prints a page with the words of every claim and the title of every source", async () => {
    await page.goto(addressOf(pageOf()));
    const path = join(root, "page.pdf");
    writeFileSync(path, await page.pdf({ format: "A4" }));
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    const words = text.replace(/\s+/g, " ");
    for (const one of [name, person.number, "Halfmoon Wire", "Cite this page", "8 years"])
      expect(words).toContain(one);
    expect(words).not.toContain("Skip to the text");
  });
});

describe("the other commands, on the same vault", () => {
  it("write what may go in tables, and count who is documented", async () => {
    const dir = join(root, "tables");
    const out = await guwah(["export", "csv", "--audience", "public", "--to", dir]);
    expect(out.code).toBe(0);
    expect(readFileSync(join(dir, "people.csv"), "utf8")).toContain(name);
    const counted = await guwah(["count"]);
    expect(counted).toMatchObject({ code: 0, json: { audience: "inside" } });
    const { documented, rule } = counted.json as { documented: number; rule: string };
    expect(documented).toBeGreaterThan(200);
    expect(rule).toMatch(/each once/);
  });

  it("estimate from lists that overlap, and refuse where two of them share nobody", async () => {
    const table = (...rows: string[]): string => {
      const path = join(root, `lists-${rows.length}.tsv`);
      writeFileSync(path, ["appeals\tpress\tcount", ...rows, ""].join("\n"));
      return path;
    };
    const [made, refused] = await Promise.all([
      guwah(["count", "estimate", table("1\t1\t20", "1\t0\t40", "0\t1\t80")]),
      guwah(["count", "estimate", table("1\t0\t40", "0\t1\t80")]),
    ]);
    expect(made.code).toBe(0);
    // Chapman 1951: (60 + 1)(100 + 1) / (20 + 1) - 1 = 292.4.
    expect(JSON.stringify(made.json)).toContain('"estimate":292,');
    const { refused: why, chapman } = refused.json as { refused: unknown[]; chapman: unknown };
    expect(why).toMatchObject([{ code: "empty-overlap", lists: ["appeals", "press"] }]);
    expect(chapman).toBeNull();
  });
});

describe("the search through every byte", () => {
  const mark = "ﻧﯩشان Ныс‧ана 名字";
  it.each([
    ["gzip", gzipSync(mark)],
    [
      "a zlib stream in a PNG",
      Buffer.concat([
        Buffer.from("\u0089PNG....zTXtword\0\0", "latin1"),
        deflateSync(mark),
        Buffer.from("more"),
      ]),
    ],
    [
      "gzip in base64 in JSON",
      Buffer.from(JSON.stringify({ a: Buffer.from(mark).toString("base64") })),
    ],
    ["escapes of HTML", Buffer.from([...mark].map((c) => `&#${c.codePointAt(0)};`).join(""))],
    [
      "escapes of JavaScript",
      Buffer.from(
        [...mark]
          .map((c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`)
          .join(""),
      ),
    ],
    ["an address", Buffer.from(`x?q=${encodeURIComponent(mark)}`)],
    ["two-byte letters", Buffer.from(mark, "utf16le")],
  ])("finds words in %s", (kind, bytes) => {
    const dir = mkdtempSync(join(root, "planted-"));
    writeFileSync(join(dir, "file"), bytes);
    expect(filesThatSay(everyReading(dir), mark), kind).toEqual(["file"]);
    expect(filesThatSay(everyReading(dir), `${mark}!`)).toEqual([]);
  });

  it("finds words in an archive of an archive", () => {
    const dir = mkdtempSync(join(root, "planted-"));
    const inner = mkdtempSync(join(root, "inner-"));
    writeFileSync(join(inner, "file.txt"), `${"padding ".repeat(50)}${mark}`);
    execFileSync("tar", ["-czf", join(dir, "a.tar.gz"), "-C", inner, "file.txt"]);
    expect(filesThatSay(everyReading(dir), mark)).toEqual(["a.tar.gz"]);
  });
});

describe("consent withdrawn", () => {
  it("takes the person off at the next build: no name, number or word of theirs is in any file", async () => {
    type Consents = {
      readonly consents: readonly { readonly id: string; readonly state: string }[];
    };
    const { consents } = (await guwah(["consent", "list", name])).json as Consents;
    const id = consents.find(({ state }) => state === "stands")?.id ?? "";
    expect((await guwah(["consent", "withdraw", id, "--reason", "invented"])).code).toBe(0);
    const second = await publish();
    expect(second.number).toBe(first.number + 1);
    const [before, after] = [everyReading(join(root, "first")), everyReading(site)];
    const names = person.names.map(({ text }) => text);
    const parts = names.flatMap((text) => text.split(/[\s·]+/u)).filter((part) => part.length > 3);
    const words = person.statements.map((one) => one.words);
    expect(new Set(person.names.map(({ script }) => script))).toEqual(
      new Set(["Arab", "Cyrl", "Hans", "Latn"]),
    );
    expect(words.length).toBeGreaterThanOrEqual(10);
    for (const one of [...names, ...parts, ...words]) {
      expect.soft(filesThatSay(before, one).length, `before: ${one}`).toBeGreaterThan(0);
      expect.soft(filesThatSay(after, one), `after: ${one}`).toEqual([]);
    }
    // Whoever keeps a copy is told by the number what to take down, on the page of changes and nowhere else.
    const told = ["changes.html", "feed.xml", "index.html", "newsletter.txt", "release.json"];
    expect(second.changes).toContainEqual(
      expect.objectContaining({ kind: "withdrawn", number: person.number }),
    );
    expect(filesThatSay(before, person.number).length).toBeGreaterThan(told.length);
    for (const path of filesThatSay(after, person.number)) expect(told).toContain(path);
    for (const [, text] of spellings) {
      expect.soft(filesThatSay(after, text), text).toEqual([]);
      const { links } = await found(text);
      expect(links.filter((to) => to.includes(person.number.toLowerCase()))).toEqual([]);
    }
  }, 180_000);
});
