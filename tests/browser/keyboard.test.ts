// Without a mouse: from the first page into the vault, and from place to place. Everyone here is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { passphrase, shownCode, soon } from "./steps.ts";

describe("the keyboard alone", { timeout: 120_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  /** What a person hears of the thing that has the focus: its label or its words. */
  const focused = async (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return "";
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
      return (label ?? at.getAttribute("aria-label") ?? at.textContent ?? "").trim();
    });
  /** Walks with Tab until the thing of this name has the focus, and no further than a person would. */
  const tabTo = async (name: string): Promise<void> => {
    for (let step = 0; step < 12; step++) {
      if ((await focused()).startsWith(name)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not come to “${name}”; it is at “${await focused()}”`);
  };

  it("makes a vault", async () => {
    await page.goto(served.origin);
    await page.getByRole("heading", { name: "Welcome" }).waitFor();
    await tabTo("Make a new vault");
    await page.keyboard.press("Enter");
    // The first field has the focus already.
    await expect.poll(focused, soon).toBe("Name of the vault");
    await page.keyboard.type("Invented vault");
    await tabTo("Your name");
    await page.keyboard.type("Aida");
    await tabTo("Passphrase");
    await page.keyboard.type(passphrase);
    await tabTo("The same passphrase again");
    await page.keyboard.type(passphrase);
    await page.getByText(/Strength: Strong/).waitFor();
    await page.keyboard.press("Enter");
    const code = await shownCode(page);
    await tabTo("To be sure: type its last four letters");
    // Letters that no code has: what was not written down does not open the door.
    await page.keyboard.type("ILOU");
    await page.keyboard.press("Enter");
    await page.getByText("That is not how the code ends.").waitFor();
    for (let letter = 0; letter < 4; letter++) await page.keyboard.press("Backspace");
    await page.keyboard.type(code.slice(-4).toLowerCase());
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
  });

  it("skips to the content", async () => {
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Go to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  it.each([
    ["g s", "Sources", "/sources"],
    ["g p", "People", "/people"],
    ["g i", "Integrity", "/integrity"],
    ["g b", "Batches", "/batches"],
    ["g ,", "Settings", "/settings"],
    ["g h", "What waits", "/"],
  ])("goes with %s to %s, and the focus goes along", async (keys, heading, path) => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await expect.poll(focused, soon).toBe(heading);
    expect(new URL(page.url()).pathname).toBe(path);
  });

  it("pastes a text and comes to its reader", async () => {
    await page.goto(`${served.origin}/add?how=text`);
    await page.getByLabel("The text").focus();
    await page.keyboard.insertText(
      "A teacher of an invented village said that the school was closed in May 2018.",
    );
    for (let step = 0; step < 12 && (await focused()) !== "Add this text"; step++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/^Added: /).waitFor();
    const { items } = await ask<{ items: { id: string }[] }>(page, "/api/sources/list", {});
    await page.goto(`${served.origin}/sources/${items[0]?.id}`);
    await page.locator(".reader-text").waitFor();
  });

  it("marks a passage without a mouse and makes a claim of it", async () => {
    await page.getByRole("button", { name: "Mark a passage with the keyboard" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").locator("textarea").waitFor();
    await page.keyboard.press("Control+Home");
    for (let letter = 0; letter < "A teacher".length; letter++)
      await page.keyboard.press("Shift+ArrowRight");
    await tabTo("Use the selected words");
    await page.keyboard.press("Enter");
    await page
      .getByRole("dialog")
      .locator("blockquote", { hasText: /^A teacher$/ })
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("lists the keys of the screen with ?, and gives the focus back", async () => {
    await page.getByRole("button", { name: "Show the keys" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Lock the vault").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(focused, soon).toBe("Show the keys");
    await page.keyboard.press("?");
    await dialog.waitFor();
    await page.keyboard.press("Escape");
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
