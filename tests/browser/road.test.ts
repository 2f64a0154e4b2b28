// The main job in a real browser: from the first page to a person's file whose every value leads back to its words.
// The outlet, the people and the village are invented.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";

const article = `Steppe Lantern (an invented outlet)
Home | Region | Donate | Sign up for our newsletter

Sister asks where her brother is

By Madina Invented
12 March 2019

ALMATY -- A woman from the invented village of Koktal said on Tuesday that her brother, Yerlan Testuly, was taken to a camp in early 2018.

"They took him from the market and never said why," Gulnar Testkyzy told the Steppe Lantern.

An official of the invented county, Mr. Hao Testing, denied that Yerlan Testuly had been detained and called the report false.

Share | Print | ISSN 0000-0000
`;
const passphrase = "seven invented cranes fly north";

describe("the road from an article to a person's file", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let folder: string;
  let person: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-road-"));
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("makes a vault, refusing a weak passphrase, and shows the recovery code once", async () => {
    await page.goto(served.origin);
    await page.getByRole("button", { name: /Make a new vault/ }).click();
    await page.getByLabel("Name of the vault").fill("Invented vault");
    await page.getByLabel("Your name").fill("Aida");
    await page.getByLabel("Passphrase", { exact: true }).fill("password");
    await page
      .getByText(/Very weak|Weak/)
      .first()
      .waitFor();
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByLabel("The same passphrase again").fill(passphrase);
    await page.getByRole("button", { name: "Make the vault" }).click();
    const code = page.getByText(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/);
    await code.waitFor({ timeout: 30_000 });
    const text = (await code.textContent()) ?? "";
    await page.getByText("I have it on paper").click();
    await page.getByLabel(/type its last four/).fill(text.slice(-4));
    await page.getByRole("button", { name: "Go to the vault" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  it("takes an article in through the page, and shows it with its suggestions", async () => {
    const file = join(folder, "steppe-lantern.txt");
    await writeFile(file, article);
    await page.goto(`${served.origin}/add`);
    await page.locator('input[type="file"]').setInputFiles(file);
    const link = page.getByRole("link", { name: /Sister asks where her brother is/ });
    await link.first().click({ timeout: 30_000 });
    await page
      .getByRole("heading", { level: 1, name: "Sister asks where her brother is" })
      .waitFor();
    expect(await page.getByText("They took him from the market").first().isVisible()).toBe(true);
  });

  it("accepts suggestions by keyboard, and undoes", async () => {
    const source = page.url().split("/").at(-1)?.split("?")[0] ?? "";
    const decided = async (): Promise<number> => {
      const { decisions } = await ask<{ decisions: Record<string, unknown> }>(
        page,
        `/api/sources/${source}/reading`,
      );
      return Object.keys(decisions).length;
    };
    await page.keyboard.press("a");
    await expect.poll(decided).toBe(1);
    await page.keyboard.press("u");
    await expect.poll(decided).toBe(0);
    await page.keyboard.press("a");
    await expect.poll(decided).toBe(1);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect.poll(decided).toBe(2);
  });

  it("leads from a value in a person's file to the words, and on to their place in the source", async () => {
    const source = page.url().split("/").at(-1)?.split("?")[0] ?? "";
    const start = article.indexOf("Yerlan Testuly");
    const made = await ask<{ id: string }>(page, "/api/records", {
      schema: "Person",
      source,
      label: "Yerlan Testuly",
      claims: [
        {
          property: "name",
          value: { kind: "name", text: "Yerlan Testuly" },
          passage: { start, end: start + 14 },
        },
      ],
    });
    person = made.id;
    await page.goto(`${served.origin}/people/${person}`);
    await page.getByRole("heading", { level: 1, name: "Yerlan Testuly" }).waitFor();
    await page
      .getByRole("button", { name: /Yerlan Testuly/ })
      .first()
      .click();
    const mark = page.locator("mark", { hasText: "Yerlan Testuly" }).first();
    await mark.waitFor();
    await page
      .getByRole("link", { name: /source|reader|read/i })
      .last()
      .click();
    await page.waitForURL(/\/sources\/.*at=/);
    await page.getByText("Yerlan Testuly").first().waitFor();
  });

  it("locks with the button, and opens again with the passphrase where one was", async () => {
    await page.goto(`${served.origin}/people/${person}`);
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await page
      .getByRole("heading", { level: 1, name: "Yerlan Testuly" })
      .waitFor({ timeout: 30_000 });
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
