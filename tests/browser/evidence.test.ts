// A source as evidence, and the mirror a keeper makes: on their screens, in light, dark and at phone width. Everyone here is invented.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvidenceView } from "../../src/preserve/index.ts";
import { seriousOn } from "./axe.ts";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { makeVault } from "./steps.ts";

describe("a source as evidence", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let folder: string;
  let source: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-browser-mirror-"));
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    const text = "Aysha Invented was taken on 3 May 2018 in an invented town. Nobody here is real.";
    const body = { kind: "article", title: "An invented notice", text };
    source = (await ask<{ source: string }>(page, "/api/sources/text", body)).source;
    await ask(page, "/api/records", {
      schema: "Person",
      source,
      label: "Aysha Invented",
      claims: [],
    });
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const evidence = () => ask<EvidenceView>(page, `/api/sources/${source}/evidence`);

  it("is reached from the reader, and tells hash, hands and use", async () => {
    await page.goto(`${served.origin}/sources/${source}`);
    await page.getByRole("link", { name: "Evidence", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Evidence" }).waitFor();
    await page.getByText((await evidence()).original?.hash ?? "none", { exact: true }).waitFor();
    await page.getByRole("rowheader", { name: "Received" }).waitFor();
    await page.getByRole("link", { name: "Aysha Invented" }).waitFor();
    expect(page.url()).not.toContain("nvented");
    expect(await page.title()).not.toContain("nvented");
  });

  it("takes down a handing over by keyboard", async () => {
    await button("Write down a handing over").press("Enter");
    const save = page.getByRole("dialog").getByRole("button", { name: "Write it down" });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("To whom").fill("an invented lawyer");
    expect(await seriousOn(watched)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText("to an invented lawyer").waitFor();
    expect((await evidence()).custody.at(-1)).toMatchObject({ action: "transferred" });
  });

  it("tells that it went out with what was handed over", async () => {
    await page.reload();
    await page.getByRole("heading", { name: "What went out" }).waitFor();
  });

  it("opens a receipt that runs nothing, and then says that it was given", async () => {
    const [receipt] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "Receipt to print" }).click(),
    ]);
    await receipt.getByRole("heading", { name: "Receipt" }).waitFor();
    expect(await receipt.locator("script").count()).toBe(0);
    expect(await receipt.getByText(/proved: entry/).count()).toBeGreaterThan(0);
    expect(await receipt.locator("main").textContent()).not.toContain("Aysha");
    await receipt.close();
    await page.reload();
    await page.getByRole("rowheader", { name: "Receipt given" }).waitFor();
    await page
      .getByText(/\d+ entries$/)
      .first()
      .waitFor();
  });

  it("makes a mirror and audits all files on the integrity page", async () => {
    await page.goto(`${served.origin}/integrity`);
    await page.getByText("There is no mirror.").waitFor();
    await button("Audit all files").click();
    await page.getByText(/1 file, whole\./).waitFor();
    await page.getByLabel("Folder on another disk, in full").fill("relative/folder");
    await button("Mirror now").click();
    await page.getByText("Give the mirror's folder in full").waitFor();
    await page.getByLabel("Folder on another disk, in full").fill(join(folder, "mirror"));
    await button("Mirror now").click();
    await page.getByText("Mirrored: 1 new file.").waitFor();
    await page.getByText(join(folder, "mirror")).first().waitFor();
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing axe-core finds serious: %s, %i wide", async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    for (const path of [`/sources/${source}/evidence`, "/integrity"]) {
      await page.goto(served.origin + path);
      await page.getByRole("heading", { level: 2 }).nth(2).waitFor();
      expect(await seriousOn(watched)).toEqual([]);
      const over = () =>
        document.documentElement.scrollWidth > document.documentElement.clientWidth;
      expect(await page.evaluate(over)).toBe(false);
      const shots = process.env["SHOTS"];
      const name = `${path.split("/").at(-1)}-${colorScheme}-${width}.png`;
      if (shots) await page.screenshot({ path: join(shots, name), fullPage: true });
    }
    expect(watched.faults).toEqual([]);
  });
});
