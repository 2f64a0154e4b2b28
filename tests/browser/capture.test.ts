// Capturing a page through the screens: what a person is told before, while and after. The site is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuwah } from "../../src/app.ts";
import { startTestSite, testSettings, type TestSite } from "../../src/collect/testing.ts";
import { type Holding, listen, type Listening } from "../../src/server/index.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seriousOn } from "./axe.ts";
import { ask, startBrowser, watchedPage } from "./browser.ts";
import { makeVault } from "./steps.ts";

const webFolder = join(import.meta.dirname, "..", "..", "dist", "web");

describe("capturing a page on the screens", { timeout: 120_000 }, () => {
  let site: TestSite;
  let wanting: TestSite;
  let folder: string;
  let holding: Holding;
  let server: Listening;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    site = await startTestSite();
    wanting = await startTestSite((request, response) => {
      if (request.url === "/") return response.writeHead(302, { Location: "/page" }).end();
      return response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
        .end(
          `<title>An invented page</title><h1>An invented page</h1><img src="http://192.168.7.7/x.png">`,
        );
    });
    folder = await mkdtemp(join(tmpdir(), "guwah-capture-screens-"));
    let port = 0;
    const { testing } = testSettings([site.port, wanting.port]);
    const made = await createGuwah({
      config: { home: join(folder, "vault"), databaseUrl: null, idleMinutes: 15 },
      webFolder,
      port: () => port,
      ...(testing === undefined ? {} : { captureTesting: testing }),
    });
    ({ holding } = made);
    server = await listen(made.app, 0);
    ({ port } = server);
    origin = `http://127.0.0.1:${port}`;
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await holding.lock();
    holding.sessions.close();
    await site.end();
    await wanting.end();
    await rm(folder, { recursive: true, force: true });
  });

  const enter = async (page: Page): Promise<void> => {
    await page.goto(origin);
    await page.getByLabel("Passphrase").fill("seven invented cranes fly north");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
  };
  const sourcesOf = async (page: Page): Promise<number> =>
    (await ask<{ total: number }>(page, "/api/sources/list", {})).total;
  const look = async (page: Page, name: string): Promise<void> => {
    const shots = process.env["SHOTS"];
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 860 });
      const over = () =>
        document.documentElement.scrollWidth > document.documentElement.clientWidth;
      expect(await page.evaluate(over)).toBe(false);
      if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true }); // prettier-ignore
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  };

  it("says who will be asked, captures, shows the picture and leads to the text", async () => {
    const { page, faults } = await watchedPage(browser, origin);
    await makeVault(page, origin);
    await page.goto(`${origin}/add?how=web`);
    const start = page.getByRole("button", { name: "Capture this page" });
    await start.click();
    await page.getByText(/Please enter an address/).waitFor();
    expect(site.asked).toEqual([]);

    const field = page.getByLabel("Address of the page");
    await field.fill(`${site.origin}/article`);
    await page.getByText(`This will ask 127.0.0.1:${site.port}.`).waitFor();
    await page.getByText(/not encrypted/).waitFor();
    expect(await seriousOn({ page })).toEqual([]);
    expect(site.asked).toEqual([]);

    await field.press("Enter");
    await page
      .getByRole("heading", { name: /Villager held for a year/ })
      .waitFor({ timeout: 60_000 });
    const picture = page.getByAltText(/as the browser showed it/);
    await expect
      .poll(async () => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(1280);
    await page.getByText("Nothing is kept yet.").waitFor();
    await page.getByText("Straight, without a redirect").waitFor();
    expect(await seriousOn({ page })).toEqual([]);
    expect(await sourcesOf(page)).toBe(0);
    // Leaving would lose it, and is asked about.
    await page.getByRole("link", { name: "Sources", exact: true }).click();
    await page.getByText("If you leave, it is lost.").waitFor();
    await page.keyboard.press("Enter");
    await look(page, "capture-preview");
    await page.getByRole("button", { name: "Keep it as a source" }).press("Enter");
    await page.getByText("SHA-256 of the package").waitFor();
    expect(await seriousOn({ page })).toEqual([]);
    expect(await sourcesOf(page)).toBe(1);

    await page.getByRole("link", { name: "Read it" }).click();
    await page
      .getByText(/He has not been allowed to call us/)
      .first()
      .waitFor();
    // How it was had stays with the source, its own account apart.
    await page.goto(page.url().replace(/[?#].*$/, "") + "/evidence");
    await page.getByRole("heading", { name: "How it was captured" }).waitFor();
    await page.getByText("Tue, 12 Mar 2019 08:00:00 GMT").waitFor();
    await expect.poll(() => seriousOn({ page })).toEqual([]);
    await look(page, "captured-evidence");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("shows the way there and what was refused, and writes nothing of what is discarded", async () => {
    const { page, faults } = await watchedPage(browser, origin);
    await enter(page);
    const before = await sourcesOf(page);
    await page.goto(`${origin}/add?how=web`);
    const field = page.getByLabel("Address of the page");
    await field.fill(`${wanting.origin}/`);
    await field.press("Enter");
    await page.getByText("Nothing is kept yet.").waitFor({ timeout: 60_000 });
    await page.getByText(`${wanting.origin}/page`).first().waitFor();
    await page.getByText("HTTP 302").waitFor();
    await page.getByText("a private network").waitFor();
    await page.getByText("192.168.7.7").waitFor();
    expect(await seriousOn({ page })).toEqual([]);
    await look(page, "capture-refused");
    await page.getByRole("button", { name: "Discard it" }).press("Enter");
    await page.getByText("Discarded. Nothing was kept.").waitFor();
    await page.getByLabel("Address of the page").waitFor();
    expect(await sourcesOf(page)).toBe(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("says in plain words where it does not go, and can be stopped", async () => {
    const { page, faults } = await watchedPage(browser, origin);
    await enter(page);
    await page.goto(`${origin}/add?how=web`);
    const field = page.getByLabel("Address of the page");
    await field.fill("http://192.168.1.1/");
    await field.press("Enter");
    await page.getByText(/a private network, where Guwah does not go/).waitFor();

    await field.fill(`${site.origin}/never`);
    await field.press("Enter");
    await expect.poll(() => site.asked.includes("/never"), { timeout: 30_000 }).toBe(true);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped. Nothing was kept.").waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
