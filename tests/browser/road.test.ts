// The main job in a real browser: from the first page to a person's file whose every value leads back to its words.
// The outlet, the people and the village are invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { choose, dropFiles, fileLine, makeVault, markWords, passphrase, soon } from "./steps.ts";

const article = `Steppe Lantern (an invented outlet)
Home | Region | Donate | Sign up for our newsletter

Sister asks where her brother is

By Madina Invented
12 March 2019

ALMATY -- A woman from the invented village of Koktal said on Tuesday that her brother, Yerlan Testuly, was taken to a camp in early 2018.

"They took him from the market and never said why," Gulnar Testkyzy told the Steppe Lantern. She said that he sold fruit and had two children.

An official of the invented county, Hao Testing, denied that Yerlan Testuly had been detained. "There is no such person in our centres," he told reporters.

A neighbour, Marat Testbek, said he had seen soldiers at the market that morning.

Share | Print | ISSN 0000-0000
`;

interface Reading {
  readonly reading: { readonly statements: readonly unknown[] };
  readonly decisions: Readonly<Record<string, { readonly state: string }>>;
}

describe("the road from an article to a person's file", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let source = "";
  let person = "";

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

  /** How many suggestions are decided, and as what. */
  const decided = async (): Promise<string[]> => {
    const { decisions } = await ask<Reading>(page, `/api/sources/${source}/reading`);
    return Object.values(decisions)
      .map(({ state }) => state)
      .toSorted();
  };
  const openReader = async (): Promise<void> => {
    await page.goto(`${served.origin}/sources/${source}`);
    await page.locator(".reader-card--on").waitFor();
  };

  it("refuses a weak passphrase and says why; no vault is made", async () => {
    await page.goto(served.origin);
    await page.getByRole("button", { name: /Make a new vault/ }).click();
    await page.getByLabel("Name of the vault").fill("Invented vault");
    await page.getByLabel("Your name").fill("Aida");
    await page.getByLabel("Passphrase", { exact: true }).fill("password");
    await page.getByLabel("The same passphrase again").fill("password");
    await page.getByText(/Strength: Very weak/).waitFor();
    await page.getByRole("button", { name: "Make the vault" }).click();
    await page.getByRole("alert").filter({ hasText: "make it stronger" }).waitFor();
    expect(await ask(page, "/api/state")).toMatchObject({ vault: "none" });
  });

  it("makes a vault, and shows its recovery code this one time", async () => {
    const code = await makeVault(page, served.origin);
    expect(code).toMatch(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/);
    await page.reload();
    await page.getByRole("heading", { name: "What waits" }).waitFor();
    expect(await page.content()).not.toContain(code.slice(0, 5));
  });

  it("takes in what is dropped: what is broken is named with its code, the rest goes on", async () => {
    await page.goto(`${served.origin}/add`);
    await dropFiles(page, [
      { name: "empty.txt", text: "" },
      { name: "broken.pdf", text: "%PDF-1.7\nnothing of a PDF follows" },
      { name: "steppe-lantern.txt", text: article },
      { name: "list.csv", text: "No,Name\n1,Invented Somebody\n" },
    ]);
    await page.getByText("All done").waitFor({ timeout: 60_000 });
    expect(await fileLine(page, "empty.txt").innerText()).toMatch(/not added[\s\S]*Code \S*empty/);
    expect(await fileLine(page, "broken.pdf").innerText()).toMatch(
      /not added[\s\S]*PDF is damaged[\s\S]*Code \S*broken-pdf/,
    );
    await page.getByText("2 were not added").waitFor();
    await fileLine(page, "list.csv").getByText("✓ added").waitFor();
    const line = fileLine(page, "steppe-lantern.txt");
    await line.getByText(/\d suggestions to look at/).waitFor();
    await line.getByRole("link", { name: "Read it" }).click();
    const heading = page.getByRole("heading", { level: 1, name: "Sister asks where her brother" });
    await heading.waitFor();
    // The focus is on the new screen's heading, where a screen reader goes on.
    await expect
      .poll(async () => heading.evaluate((h) => h === document.activeElement), soon)
      .toBe(true);
    source = page.url().split("/").at(-1) ?? "";
  });

  it("decides on suggestions by keyboard: accept, undo, next, reject", async () => {
    await openReader();
    const { reading } = await ask<Reading>(page, `/api/sources/${source}/reading`);
    expect(reading.statements.length).toBeGreaterThan(4);
    await page.keyboard.press("a");
    await expect.poll(decided, soon).toEqual(["accepted"]);
    await page.keyboard.press("u");
    await expect.poll(decided, soon).toEqual([]);
    await page.keyboard.press("a");
    await expect.poll(decided, soon).toEqual(["accepted"]);
    await page.keyboard.press("x");
    await expect.poll(decided, soon).toEqual(["accepted", "rejected"]);
    const inHand = await page.locator(".reader-card--on").getAttribute("data-card");
    await page.keyboard.press("j");
    await expect
      .poll(async () => page.locator(".reader-card--on").getAttribute("data-card"), soon)
      .not.toBe(inHand);
  });

  it("and by mouse: edit and accept, take it back from the news, reject", async () => {
    await openReader();
    const card = page.locator(".reader-card--on");
    await card.getByRole("button", { name: /^Edit/ }).click();
    await page.getByLabel("What is said").fill("he was taken from the market");
    await page.getByRole("button", { name: "Accept with these changes" }).click();
    await expect.poll(decided, soon).toEqual(["accepted", "accepted", "rejected"]);
    const { items } = await ask<{ items: { label: string }[] }>(page, "/api/records/list", {
      schema: "Statement",
    });
    expect(items.map(({ label }) => label).join()).toContain("he was taken from the market");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(decided, soon).toEqual(["accepted", "rejected"]);
    await card.getByRole("button", { name: /^Reject/ }).click();
    await expect.poll(decided, soon).toEqual(["accepted", "rejected", "rejected"]);
  });

  it("makes a name of marked words", async () => {
    await openReader();
    await markWords(page, "Yerlan Testuly");
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByLabel("In the source's words").inputValue()).toBe("Yerlan Testuly");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved: Yerlan Testuly").waitFor();
    const { items } = await ask<{ items: { id: string; label: string }[] }>(
      page,
      "/api/people/list",
      {},
    );
    expect(items.map(({ label }) => label)).toEqual(["Yerlan Testuly"]);
    person = items[0]?.id ?? "";
  });

  it("makes claims of marked words: of the person, and of a stay of theirs", async () => {
    const dialog = page.getByRole("dialog");
    await markWords(page, "sold fruit");
    await page
      .getByRole("toolbar")
      .getByRole("button", { name: /^Claim/ })
      .click();
    await dialog.getByLabel("Which one").selectOption({ label: "Yerlan Testuly" });
    await dialog.getByLabel("Which property").selectOption({ label: "Occupation" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });

    await markWords(page, "early 2018");
    await page.keyboard.press("c");
    await dialog.getByLabel("About what").selectOption("Episode");
    await dialog.getByLabel("Which property").selectOption("from");
    await choose(dialog, "Whose", "Yerlan Testuly");
    await dialog.getByLabel("What happened").selectOption({ label: "Re-education camp" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  it("keeps marked, over a reload, what was made of the words by hand", async () => {
    await openReader();
    const made = page.locator(".reader-run--made");
    await made.filter({ hasText: "sold fruit" }).waitFor();
    await made.filter({ hasText: "Yerlan Testuly" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Yerlan Testuly" }).waitFor();
    await openReader();
  });

  it("makes a statement of marked words, about the person", async () => {
    const dialog = page.getByRole("dialog");
    await markWords(page, "There is no such person in our centres");
    await page.keyboard.press("s");
    await dialog.getByLabel("Who says it, in the source's words").fill("Hao Testing");
    await dialog.getByLabel("What they do with it").selectOption("denies");
    await choose(dialog, "About whom", "Yerlan Testuly");
    await dialog.getByRole("button", { name: "Save the statement" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.goto(`${served.origin}/people/${person}?tab=statements`);
    await page.locator(".statement", { hasText: "There is no such person" }).waitFor();
  });

  it("leads from every value of the file to its words, and on to their place in the source", async () => {
    const file = `${served.origin}/people/${person}`;
    await page.goto(file);
    await page.getByRole("heading", { level: 1, name: "Yerlan Testuly" }).waitFor();
    const values = page.locator(".prop__value");
    const texts = await values.allTextContents();
    expect(texts).toEqual(
      expect.arrayContaining([
        "Yerlan Testuly",
        expect.stringContaining("sold fruit"),
        "early 2018",
      ]),
    );
    // No value stands there without a way to its words.
    expect(await page.locator(".prop__headline:not(:has(.prop__value))").count()).toBe(0);
    for (const [index, text] of texts.entries()) {
      await page.goto(file);
      await values.nth(index).click();
      const passage = page.locator(".passage");
      const words = (await passage.locator("mark").textContent()) ?? "";
      expect(words, `the passage of “${text}”`).not.toBe("");
      await passage.getByRole("link", { name: "Open in the source" }).click();
      await page.waitForURL(/\/sources\/.*\?at=\d+-\d+$/);
      const [start, end] = /at=(\d+)-(\d+)/.exec(page.url())?.slice(1).map(Number) ?? [];
      expect(article.slice(start, end), `the place of “${text}”`).toBe(words);
      await expect
        .poll(
          async () => (await page.locator(".reader-text mark").allTextContents()).join(""),
          soon,
        )
        .toBe(words);
    }
  });

  it("keeps the place over a reload, in sight", async () => {
    const address = page.url();
    const mark = page.locator(".reader-text mark").first();
    const words = await mark.textContent();
    const inSight = async (): Promise<boolean> => {
      const box = await mark.boundingBox();
      return box !== null && box.y > 0 && box.y + box.height < 860;
    };
    await expect.poll(inSight, soon).toBe(true);
    await page.reload();
    await mark.waitFor();
    expect(page.url()).toBe(address);
    expect(await mark.textContent()).toBe(words);
    await expect.poll(inSight, soon).toBe(true);
  });

  it("finds the person by the beginning of the name", async () => {
    await page.goto(`${served.origin}/people`);
    await page.getByRole("searchbox").fill("yerl");
    await page.getByText("1 person found").waitFor();
    await page.getByRole("link", { name: "Yerlan Testuly" }).click();
    await page.getByRole("heading", { level: 1, name: "Yerlan Testuly" }).waitFor();
    // What was searched for must not be in the address: a browser keeps addresses.
    expect(page.url()).not.toMatch(/yerl/i);
  });

  it("locks with the button; nothing of the vault stays in the page; the passphrase leads back", async () => {
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await page.getByRole("heading", { name: "Unlock" }).waitFor();
    expect(await page.content()).not.toMatch(/Yerlan|Aida|Invented vault/);
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await page
      .getByRole("heading", { level: 1, name: "Yerlan Testuly" })
      .waitFor({ timeout: 60_000 });
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
