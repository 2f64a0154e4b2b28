// Questions and figures on their screens: a question asked, both sides put under it; a figure moved. Everyone is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  openDemonstration,
  type Served,
  startBrowser,
  startServer,
  watchedPage,
} from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { choose, sayWhy, soon } from "./steps.ts";

type Items<T> = { readonly items: readonly T[] };

describe("questions and figures", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
    await openDemonstration(page, served.origin);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const heading = async (name: string | RegExp) =>
    page.getByRole("heading", { level: 1, name }).waitFor();
  const side = (name: string) => page.getByRole("region", { name, exact: true });

  it("are reached by keyboard, and a question opens with both sides in their own words", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await heading("Questions");
    await page.locator("[data-row]").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await heading("Do people enter the training centres of their own free will?");
    await side("Assert or admit").getByText("I locked the doors at nine").waitFor();
    const denied = side("Deny").getByRole("listitem").filter({ hasText: "no so-called detention" });
    await denied.getByText("names nobody").waitFor();
    await denied.getByRole("link", { name: "Open in the source" }).click();
    await page.locator("mark, .reader-block").first().waitFor();
    expect(page.url()).toMatch(/\/sources\/src_\w+\?at=/);
  });

  it("show a denial by name as one, and take up what may belong to a question", async () => {
    await page.goto(`${served.origin}/questions`);
    await page.getByRole("link", { name: /Was Darkhan Tileubek/ }).click();
    await side("Deny")
      .getByText(/names Дархан/)
      .waitFor();
    const count = await side("Assert or admit").getByRole("listitem").count();
    await page.getByText(/\d+ may belong here/).click();
    const proposal = page
      .locator(".questions-said--proposed")
      .filter({ hasText: "asserts" })
      .first();
    await proposal.getByText(/^It (names|answers)/).waitFor();
    await proposal.getByRole("button", { name: "Put it here" }).click();
    await expect
      .poll(async () => side("Assert or admit").getByRole("listitem").count(), soon)
      .toBe(count + 1);
    await page.getByRole("button", { name: "Take off this question" }).click();
    await sayWhy(page, "an invented reason", "Take off this question");
    await expect
      .poll(async () => side("Assert or admit").getByRole("listitem").count(), soon)
      .toBe(count);
  });

  it("let a new question be asked, and a statement be put under it", async () => {
    await page.goto(`${served.origin}/questions`);
    await page.getByRole("button", { name: "New question" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Question", { exact: true }).fill("Were the doors locked at night?");
    await choose(dialog, "Source", "What we are trying");
    await dialog.getByRole("button", { name: "Open the record" }).click();
    await heading("Were the doors locked at night?");
    await page.getByText("Nobody has spoken to this yet").waitFor();
    await page.getByRole("button", { name: "Add a statement" }).click();
    await choose(page.getByRole("dialog"), "Statement", "I locked the doors");
    await page.getByRole("dialog").getByRole("button", { name: "Put it here" }).click();
    await side("Assert or admit").getByText("I locked the doors at nine").waitFor();
  });

  it("draw every estimate and say the same in words, never averaged", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await heading("Figures");
    await page.getByRole("link", { name: "People held at one time" }).first().click();
    await page.getByText("Never averaged").waitFor();
    const chart = page.getByRole("img", { name: /^Estimates over time: People held/ });
    await chart.waitFor();
    const rows = page.getByRole("table").getByRole("row");
    const marks = await chart.locator(".figures-mark").count();
    expect(marks).toBeGreaterThan(3);
    expect(await rows.count()).toBe(marks + 1);
    const panel = rows.filter({ hasText: "World Panel on Missing Persons" });
    await panel.getByRole("rowheader", { name: "800,000 to 1,200,000" }).waitFor();
    await panel.getByText("1 origin, 1 retelling").waitFor({ state: "attached" });
    await panel.getByText("arithmetic for people").waitFor();
    // A range has a sign at its two ends and none between them.
    const range = chart.locator(".figures-mark").filter({ hasText: "800k–1.2m" });
    expect(await range.locator(".figures-shape").count()).toBe(2);
    const line = range.locator(".figures-mark__range");
    const ends = [await line.getAttribute("y1"), await line.getAttribute("y2")];
    const signs = range.locator("g[transform]");
    const places = await signs.evaluateAll((all) => all.map((g) => g.getAttribute("transform")));
    expect(places.map((at) => at?.replace(/^translate\(\S+ (\S+)\)$/, "$1"))).toEqual(ends);
  });

  it("move a figure to another chart by a person's word, and back", async () => {
    await page.goto(`${served.origin}/figures`);
    await page.getByRole("link", { name: "People documented in a list" }).click();
    const row = page.getByRole("row").filter({ hasText: "412" });
    const rows = page.getByRole("table").getByRole("row");
    await row.waitFor();
    expect(await rows.count()).toBe(3);
    await row.getByRole("button", { name: /^Move to another chart/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Move it" }).click();
    await dialog.getByText("Please choose one.").waitFor();
    await dialog.getByLabel(/Nothing else/).check();
    await dialog.getByRole("button", { name: "Move it" }).click();
    await expect.poll(async () => rows.count(), soon).toBe(2);
    const { items } = await ask<Items<{ counted: { unit: string } }>>(page, "/api/figures");
    expect(items.filter((i) => i.counted.unit === "People documented in a list")).toHaveLength(2);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => rows.count(), soon).toBe(3);
  });

  it("never asked anyone but their own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
