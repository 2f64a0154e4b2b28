// A page captured with the real browser from a site on loopback: what is kept, and what an unrelated tool makes of it.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WARCParser } from "warcio";
import type { FileHash, MemberId } from "../../model/index.ts";
import { showSource } from "../show-source.ts";
import { readAnew, sourceReading, sourceText } from "../source-reading.ts";
import { openTestCollect, type TestCollect } from "../testing.ts";
import { captureUrl } from "./capture-url.ts";
import { findBrowser } from "./find-browser.ts";
import { discardHeld, forgetHeld, heldPicture, holdCapture, keepHeld } from "./hold-capture.ts";
import type { CapturedSource } from "./keep-capture.ts";
import { captureFacts } from "./show-capture.ts";
import { startTestSite, testSettings, type TestSite } from "./testing.ts";

interface Kept {
  readonly type: string;
  readonly url: string;
  readonly status: string | number | undefined;
  readonly headers: { get(name: string): string | null | undefined } | undefined;
  readonly body: Buffer;
}

describe("a page captured from the web", { timeout: 90_000 }, () => {
  let vault: TestCollect;
  let site: TestSite;
  let captured: CapturedSource;
  let folder: string;
  const unzip = (path: string): Buffer =>
    execFileSync("unzip", ["-p", join(folder, "page.wacz"), path], { maxBuffer: 2 ** 27 });

  beforeAll(async () => {
    vault = await openTestCollect("sqlcipher");
    site = await startTestSite();
    folder = await mkdtemp(join(tmpdir(), "guwah-wacz-"));
    captured = await captureUrl(vault.deps, testSettings([site.port]), { url: `${site.origin}/` });
    const { wacz } = captured.facts.files;
    await writeFile(
      join(folder, "page.wacz"),
      await vault.deps.files.bytes(wacz.sha256 as FileHash, wacz.bytes),
    );
  }, 90_000);
  afterAll(async () => {
    await site.end();
    await vault.end();
    await rm(folder, { recursive: true, force: true });
  });

  it("is a source with its address, whose text holds what came by script", async () => {
    const view = await showSource(vault.deps, { id: captured.source });
    expect(view.url).toMatchObject({ value: `${site.origin}/article`, state: "accepted" });
    expect(view.kind).toBe("article");
    const { text } = await sourceText(vault.deps, { id: captured.source });
    expect(text).toContain("He has not been allowed to call us since February");
    expect(text).toContain("گۇۋاھ");
    expect(captured.suggestions).toBeGreaterThan(0);
  });

  it("is held for who captured it, until it is kept; the oldest makes room", async () => {
    const { deps } = vault;
    const settings = testSettings([site.port]);
    const hold = () => holdCapture(deps, settings, { url: `${site.origin}/` });
    const first = await hold();
    const other = { ...deps, actor: { ...deps.actor, member: "mem_of_somebody_else" as MemberId } };
    const gone = { code: "capture-gone" };
    expect(() => heldPicture(other, first)).toThrow(expect.objectContaining(gone));
    expect(() => discardHeld(other, first)).toThrow(expect.objectContaining(gone));
    await expect(keepHeld(other, settings, first)).rejects.toMatchObject(gone);
    await expect(keepHeld(vault.as("reviewer"), settings, first)).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    expect(heldPicture(deps, first).subarray(1, 4).toString()).toBe("PNG");
    const [second, third] = [await hold(), await hold()];
    expect(() => heldPicture(deps, first)).toThrow(expect.objectContaining(gone));
    const kept = await keepHeld(deps, settings, third);
    expect(kept.facts.target.finalUrl).toBe(third.finalUrl);
    expect(heldPicture(deps, second).length).toBeGreaterThan(100);
    forgetHeld();
    expect(() => heldPicture(deps, second)).toThrow(expect.objectContaining(gone));
  });

  it("is read again from the page, not from the package", async () => {
    const { reading } = await sourceReading(vault.deps, { id: captured.source });
    await readAnew(vault.deps, captured.source);
    const again = await sourceReading(vault.deps, { id: captured.source });
    expect(again.reading).toEqual(reading);
  });

  it("declares hashes that sha256sum finds, of every part", async () => {
    const sum = (path: string): string =>
      execFileSync("sha256sum", { input: unzip(path) })
        .toString()
        .slice(0, 64);
    const datapackage = JSON.parse(unzip("datapackage.json").toString()) as {
      resources: { path: string; hash: string; bytes: number }[];
    };
    expect(datapackage.resources.map(({ path }) => path)).toEqual([
      "archive/data.warc.gz",
      "indexes/index.cdx",
      "pages/pages.jsonl",
    ]);
    for (const { path, hash, bytes } of datapackage.resources) {
      expect(hash).toBe(`sha256:${sum(path)}`);
      expect(bytes).toBe(unzip(path).length);
    }
    const digest = JSON.parse(unzip("datapackage-digest.json").toString()) as { hash: string };
    expect(digest.hash).toBe(`sha256:${sum("datapackage.json")}`);
    const listing = execFileSync("unzip", ["-v", join(folder, "page.wacz")]).toString();
    expect(listing.match(/Stored/g)).toHaveLength(5);
    expect(unzip("pages/pages.jsonl").toString().split("\n")[1]).toContain(
      `"url":"${site.origin}/article"`,
    );
  });

  it("holds every exchange with headers, decoded bodies and the redirect", async () => {
    const records: Kept[] = [];
    const parser = new WARCParser([unzip("archive/data.warc.gz")]);
    for await (const record of parser) {
      const body = Buffer.from(await record.readFully(false));
      records.push({
        type: record.warcType,
        url: record.warcTargetURI ?? "",
        status: record.httpHeaders?.statusCode,
        headers: record.httpHeaders?.headers,
        body,
      });
    }
    const answer = (path: string) =>
      records.find((r) => r.type === "response" && r.url === site.origin + path);
    expect(answer("/")).toMatchObject({ status: 302 });
    expect(answer("/")?.headers?.get("Location") ?? answer("/")?.headers?.get("location")).toBe(
      "/article",
    );
    expect(answer("/article")?.body.toString()).toContain("Villager held for a year");
    expect(answer("/article")?.headers?.get("x-orig-Content-Encoding")).toBe("gzip");
    expect(answer("/note.json")?.body.toString()).toContain("گۇۋاھ");
    expect(answer("/picture.png")?.body.subarray(1, 4).toString()).toBe("PNG");
    expect(records.filter((r) => r.type === "request").length).toBeGreaterThanOrEqual(5);
    expect(records.filter((r) => r.type === "resource").map((r) => r.url)).toEqual([
      `urn:fullPage:${site.origin}/article`,
      `urn:dom:${site.origin}/article`,
    ]);
  });

  it("has an index whose places begin a compressed record of that address", () => {
    const warc = unzip("archive/data.warc.gz");
    const lines = unzip("indexes/index.cdx").toString().trim().split("\n");
    expect(lines.length).toBeGreaterThanOrEqual(7);
    expect([...lines].sort()).toEqual(lines);
    for (const line of lines) {
      const { offset, length, url } = JSON.parse(line.slice(line.indexOf("{"))) as {
        offset: string;
        length: string;
        url: string;
      };
      const record = execFileSync("gzip", ["-dc"], {
        input: warc.subarray(Number(offset), Number(offset) + Number(length)),
      }).toString("latin1");
      expect(record).toMatch(/^WARC\/1\.1\r\n/);
      expect(record).toContain(`WARC-Target-URI: ${url}\r\n`);
    }
  });

  it("has a record of how it was had, which keeps the site's own times apart", async () => {
    const facts = await captureFacts(vault.deps, captured.facts.files.wacz.sha256);
    expect(facts).toEqual(captured.facts);
    expect(facts?.target).toMatchObject({
      urlEntered: `${site.origin}/`,
      finalUrl: `${site.origin}/article`,
      redirects: [
        { url: `${site.origin}/`, status: 302 },
        { url: `${site.origin}/article`, status: 200 },
      ],
      title: "Villager held for a year | The Invented Courier",
      language: "en",
      httpStatus: 200,
      serverAddress: "127.0.0.1",
    });
    expect(facts?.collection).toMatchObject({
      collector: vault.deps.actor.member,
      clockOffset: "not known",
      captureMethod: "cdp-decoded",
      egress: "direct",
    });
    expect(facts?.collection.userAgent).toContain("Chrome/");
    expect(facts?.saidByTarget.lastModified).toBe("Tue, 12 Mar 2019 08:00:00 GMT");
    expect(JSON.stringify(facts?.collection)).not.toContain("12 Mar 2019");
  });

  it("keeps picture, page and record as files made of the package", async () => {
    const { wacz, screenshot } = captured.facts.files;
    const rows = await vault.vault.ledger.deps.engine.db
      .selectFrom("files")
      .select(["mime", "derived_from"])
      .where("derived_from", "=", wacz.sha256)
      .execute();
    expect(rows.map(({ mime }) => mime).sort()).toEqual([
      "application/vnd.guwah.capture+json",
      "image/png",
      "text/html; charset=utf-8",
      "text/plain; charset=utf-8",
    ]);
    const png = await vault.deps.files.bytes(screenshot.sha256 as FileHash, 2 ** 26);
    expect(png.readUInt32BE(16)).toBe(1280);
  });
});

it("finds a browser to test with", () => {
  // The tests above cannot be passed over in silence: without Chromium this says what is missing.
  expect(findBrowser(testSettings([]).browser)).toMatch(/chrom/i);
});
