// A keeper sets a time-stamping authority on the integrity page and has the ledger stamped, by a real authority at the other
// end. Everyone in it is invented.
import { X509Certificate } from "node:crypto";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  replying,
  serve,
  type ServedAuthority,
  testAuthority,
} from "../../src/preserve/testing.ts";
import { seriousOn } from "./axe.ts";
import { type Served, startBrowser, startServer, type Watched, watchedPage } from "./browser.ts";
import { makeVault } from "./steps.ts";

describe("trusted time on the integrity page", () => {
  const authority = testAuthority();
  let away: boolean;
  let clock: ServedAuthority;
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    const good = replying(authority);
    clock = await serve((query, response, request) =>
      away ? response.writeHead(503).end() : good(query, response, request),
    );
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    await page.goto(`${served.origin}/integrity`);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await clock.close();
    authority.end();
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });

  it("is nobody's until a keeper sets an authority", async () => {
    await page.getByText("No authority is set, and nothing is sent.").waitFor();
    await page.getByText("A stamp proves “not later than”, never “not earlier than”.").waitFor();
    await button("Set an authority").click();
    await page.getByLabel("Name", { exact: true }).fill("Invented Clock");
    await page.getByLabel("Its address").fill("http://clock.example/");
    await page.getByLabel("Its root certificate").fill(authority.root);
    expect(await seriousOn(watched)).toEqual([]);
    await button("Save").click();
    await page.getByText("Expected an address beginning https://").waitFor();
    await page.getByLabel("Its address").fill(clock.url);
    await button("Save").click();
    await page.getByText(clock.url).waitFor();
    expect(clock.asked).toHaveLength(0);
  });

  it("says why a stamp failed, and then not later than when", async () => {
    away = true;
    await button("Have it stamped now").click();
    await page.getByText("failed, will be asked again: refused to answer").waitFor();
    away = false;
    await button("Have it stamped now").click();
    await page.getByText(/existed not later than 20\d\d-\d\d-\d\d \d\d:\d\d UTC/).waitFor();
    await page.getByText(/^stamped: \d+ entries/).waitFor();
    await page.getByText("its certificate names no revocation list").waitFor();
    // The root each stamp leads to stands beside it, short, and whole on the clipboard.
    const root = new X509Certificate(authority.root).fingerprint256
      .replaceAll(":", "")
      .toLowerCase();
    await page.getByText(`${root.slice(0, 16)}…`).waitFor();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button("Copy root of Invented Clock").click();
    await page.getByText("Copied: the SHA-256 of the root certificate.").waitFor();
    expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(root);
    expect(await seriousOn(watched)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    const pictures = process.env["GUWAH_TEST_PICTURES"];
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, "integrity-phone.png"), fullPage: true });
    expect(watched.faults).toEqual([]);
  });
});
