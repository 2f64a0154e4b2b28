// A person's story in the browser: drawn with its doubts, told in words, added to from a source; and the people around.
// Everyone in it is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  ask,
  openDemonstration,
  type Served,
  startBrowser,
  startServer,
  watchedPage,
} from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { soon } from "./steps.ts";

describe("the story of a person", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let person: string;

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
    await openDemonstration(page, served.origin);
    const found = await ask<{ items: { id: string }[] }>(page, "/api/people/list", {
      q: "Bekzat Omarbai",
    });
    person = found.items[0]?.id ?? "";
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const go = async (screen: string) => {
    await page.goto(`${served.origin}/people/${person}/${screen}`);
    await page.getByRole("heading", { level: 2 }).first().waitFor();
  };

  it("draws every episode, marks acts on theirs, and tells two versions side by side", async () => {
    await go("story");
    const drawing = page.locator(".tl__svg");
    await drawing.waitFor();
    const spoken = await drawing
      .getByRole("button")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(spoken.filter((label) => label?.startsWith("Re-education camp"))).toHaveLength(2);
    expect(await drawing.locator(".tl__block--conflict").count()).toBe(1);
    expect(await drawing.locator(".tl__act").count()).toBe(1);
    await page.getByText("2 versions of the same time. They differ in:").waitFor();
    const words = await page.locator(".words").innerText();
    for (const text of [
      "Aqbulaq training centre",
      "Qarasu centre",
      "Beating",
      "one Tursun: Gave the order",
    ])
      expect(words).toContain(text);
    await page.getByText(/^no news for [\d,]+ days$/).waitFor();
    // The words hold every event the drawing has.
    for (const label of spoken) expect(words).toContain(label?.split(",")[0] ?? "nothing");
  });

  it("is walked with the keyboard, and leads from the line to the words", async () => {
    const first = page.locator(".tl__svg [tabindex='0']");
    await first.focus();
    const before = await first.getAttribute("data-event");
    await page.keyboard.press("ArrowRight");
    const after = await page.evaluate(() => document.activeElement?.getAttribute("data-event"));
    expect(after).not.toBe(before);
    const width = await page.locator(".tl__svg").getAttribute("width");
    await page.keyboard.press("+");
    await expect.poll(() => page.locator(".tl__svg").getAttribute("width"), soon).not.toBe(width);
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), soon)
      .toBe(`event-${after}`);
  });

  it("takes an episode from a source in one step, shows it at once, and takes it back whole", async () => {
    await go("story");
    await page.keyboard.press("a");
    const form = page.getByRole("dialog");
    await form.getByRole("combobox", { name: "Source" }).fill("household");
    await form.getByRole("option", { name: /Note of a visit/ }).click();
    await form.getByLabel("What happened").selectOption("hospital");
    await form.getByLabel("From", { exact: true }).fill("about January 2018");
    await form.getByText("Understood as: about January 2018 (2018-01~)").waitFor();
    await form.getByLabel("The words that say so", { exact: true }).fill("words nobody wrote");
    await form.getByLabel("Facility").first().fill("county clinic");
    await form.getByRole("button", { name: "Another place the source names" }).click();
    await form.getByLabel("Facility").nth(1).fill("camp clinic");
    await form.getByRole("button", { name: "Add an act" }).click();
    const act = form.getByRole("group", { name: "Act 1" });
    await act.getByLabel("What was done").selectOption("care-denied");
    await act.getByLabel("Done by").fill("an invented doctor");
    await act.getByLabel("Part in it").selectOption("ordered");
    await form.getByRole("button", { name: "Add to the story" }).click();
    await form.getByText(/These words are not in that source/).waitFor();
    await form
      .getByLabel("The words that say so", { exact: true })
      .fill("After that he could not lift his left arm.");
    await form.getByRole("button", { name: "Add to the story" }).click();
    await form.waitFor({ state: "hidden" });
    const added = page.locator(".words__event", { hasText: "county clinic" });
    await added.waitFor();
    expect(await added.innerText()).toContain("camp clinic");
    await added.getByText("an invented doctor: Gave the order").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await added.waitFor({ state: "detached" });
  });

  it("shows the people around, the same in a table, and leads that need a source to become a tie", async () => {
    await go("network");
    const nodes = page.locator(".net__node");
    await nodes.first().waitFor();
    const names = await nodes.evaluateAll((all) =>
      all.map((one) => one.getAttribute("aria-label") ?? ""),
    );
    const table = page.getByRole("table", { name: "The same in words" });
    const words = await table.innerText();
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(words).toContain(name.split(",")[0] ?? "nothing");
    await page.locator(".net__node[tabindex='0']").focus();
    await page.keyboard.press("ArrowLeft");
    const left = await page.evaluate(() => document.activeElement?.getAttribute("data-node"));
    expect(left).not.toBe(person);
    const leads = page.getByRole("table", { name: "Who else may have been there" });
    const lead = leads.getByRole("row", { name: /Daulet Sembin/ });
    await lead.getByText("the times may meet").waitFor();
    await lead.getByRole("button", { name: /Held together/ }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Add the claim" }).click();
    await form.getByText("Please choose the source.").waitFor();
    await form.getByRole("combobox", { name: "Source" }).fill("household");
    await form.getByRole("option", { name: /Note of a visit/ }).click();
    await form.getByRole("button", { name: "Add the claim" }).click();
    await form.waitFor({ state: "hidden" });
    await lead.getByText("tied already").waitFor();
    await table
      .getByRole("row", { name: /Daulet Sembin.*Held together|Held together.*Daulet Sembin/ })
      .waitFor();
  });

  it("can be read by everybody, on a phone and in the dark, and asks nobody else", async () => {
    for (const [width, scheme] of [
      [1280, "light"],
      [1280, "dark"],
      [390, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const screen of ["story", "network"]) {
        await go(screen);
        await expect.poll(() => seriousOn({ page }), soon).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([screen, wide <= width]).toEqual([screen, true]);
      }
    }
    expect(faults).toEqual([]);
  });
});
