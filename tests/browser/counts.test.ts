// Counts, lists that overlap, and the map, on their screens; every picture carried away says what it must not be read as.
// Everyone in it is invented.
import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  openDemonstration,
  type Served,
  startBrowser,
  startServer,
  watchedPage,
} from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { soon } from "./steps.ts";

describe("counts and the map", { timeout: 240_000 }, () => {
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

  const section = (name: string | RegExp): Locator =>
    page.getByRole("region", { name, exact: true });
  const carried = async (button: Locator): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return readFile(await download.path());
  };
  const drawn = async (): Promise<void> => {
    await page.locator(".figpic svg").first().waitFor();
    await expect.poll(() => page.locator(".loading").count(), soon).toBe(0);
  };

  it("are reached by keyboard; a number stands with its caveat, and who speaks beside every table", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("n");
    await page.getByRole("heading", { level: 1, name: "Counts" }).waitFor();
    const head = section("Documented people");
    await head.getByText("What this must not be read as").waitFor();
    await head.getByText("How this figure is made").click();
    await head
      .getByText(/[0-9a-f]{64}/)
      .first()
      .waitFor();
    const titles = ["Place", "Year first taken", "Sex", "Kind of source"];
    for (const title of titles)
      await page
        .getByRole("complementary", { name: `Who speaks, beside: ${title}` })
        .getByText("Relatives and others who were told")
        .waitFor();
    await section("Place")
      .getByText(/^Not known of [\d.]+% of the people/)
      .waitFor();
    await page.getByRole("heading", { name: "How the count grew with each source" }).waitFor();
    await page.getByText(/half were first reported within \d+ days/).waitFor();
  });

  it("draw what their table says", async () => {
    const place = section("Place");
    await place.locator(".figpic svg").waitFor();
    await place.locator("summary", { hasText: "The same in words" }).click();
    const cells = await place.getByRole("table").getByRole("cell").allInnerTexts();
    const drawnWords = await place.locator("svg text").allTextContents();
    expect(cells.length).toBeGreaterThan(3);
    for (const cell of cells) expect(drawnWords).toContain(cell);
  });

  it("hold small numbers back for the public; a preview is not carried away", async () => {
    await page.getByLabel("For whom").selectOption("public");
    await page.getByRole("button", { name: "Count again" }).click();
    await page.getByText(/^A preview\./).waitFor();
    await expect
      .poll(() => page.locator(".figpic svg text", { hasText: /^held back$/ }).count(), soon)
      .toBeGreaterThan(0);
    expect(await page.getByRole("button", { name: /^Download as/ }).count()).toBe(0);
  });

  it("are kept under an address that says how each figure is made, survives a reload and comes out the same", async () => {
    await page.getByRole("button", { name: "Keep this count" }).click();
    await page.getByRole("heading", { level: 1, name: /^Count as of/ }).waitFor();
    await section("Age when first taken")
      .getByRole("link", { name: "Age when first taken" })
      .click();
    const title = page.getByRole("heading", { level: 1, name: /^Age when first taken, as of/ });
    await title.waitFor();
    expect(page.url()).toMatch(/\/counts\/kept\/cnt_\w+\?by=age$/);
    await page.reload();
    await title.waitFor();
    expect(await page.locator(".counts-table").count()).toBe(1);
    const made = page.locator(".counts-table .counts-made");
    for (const said of [
      /^Whole years/,
      /^Age when first taken \d+%$/,
      /^Relatives and/,
      /[0-9a-f]{64}/,
    ])
      await made.locator("dd", { hasText: said }).first().waitFor();
    await page.getByRole("button", { name: "Make it again from the ledger" }).click();
    await page.getByText(/^The same: made again of the first/).waitFor();
  });

  it("tell nothing but fives in the bytes that are carried away", async () => {
    await drawn();
    const svg = await carried(page.getByRole("button", { name: /^Download as SVG/ }));
    const told = [...svg.toString().matchAll(/font-weight="600"[^>]*>([\d,]+)</g)].map(([, n]) =>
      Number(n?.replaceAll(",", "")),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((n) => n % 5 === 0)).toBe(true);
    expect(svg.toString()).toContain("held back");
    expect(svg.toString()).toContain("Documented people, not all people.");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the tables as CSV" }).click(),
    ]);
    const [, ...rows] = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const people = /^\w+,[\w–-]*,(?:"[^"]*"|[^",]*),(\d*),/u.exec(row)?.[1];
      expect([row, people === undefined ? -1 : Number(people) % 5]).toEqual([row, 0]);
    }
    await page.getByRole("link", { name: "Kept", exact: true }).click();
    await page.getByRole("row", { name: /The public/ }).waitFor();
    await page.getByRole("link", { name: "Documented", exact: true }).click();
    await drawn();
  });

  it("are carried away as PNG that shows something", async () => {
    const png = await carried(
      section("Place").getByRole("button", { name: "Download as PNG: Documented people: Place" }),
    );
    const { width } = await sharp(png).metadata();
    expect(width).toBe(1_600);
    expect((await sharp(png).stats()).channels[0]?.min).toBeLessThan(80);
  });

  it("ask what must hold before any estimate, then show models or the reason why there is none", async () => {
    await page.getByRole("link", { name: "Lists that overlap" }).click();
    await page.getByRole("heading", { level: 1, name: "Lists that overlap" }).waitFor();
    const add = async (n: string, query: string): Promise<void> => {
      const box = page.getByRole("combobox", { name: `A source of list ${n}` });
      await box.fill(query);
      await page.getByRole("option", { name: query }).first().click();
    };
    await page.getByLabel("Name of list 1").fill("Committee");
    await add("1", "List of the Shyraq");
    await page.getByLabel("Name of list 2").fill("Appeal");
    await add("2", "Segız otbasynyñ");
    await page.getByRole("button", { name: "Estimate", exact: true }).click();
    await page.getByText("7 assumptions have no answer yet.").waitFor();
    expect(await page.locator(".figpic").count()).toBe(0);
    for (const box of await page.getByRole("radio", { name: "Not known" }).all()) await box.check();
    await page.getByRole("button", { name: "Estimate", exact: true }).click();
    const result = section("3. What the lists say");
    await result.waitFor();
    await result.getByRole("img", { name: /^Who is on which lists/ }).waitFor();
    const refused = await result.getByText("There is no estimate").count();
    const models = await result.getByRole("img", { name: /^Models side by side/ }).count();
    expect(refused + models).toBe(1);
    // A changed answer takes the result away: it would stand beside an answer it was not made with.
    await page.getByRole("radio", { name: "Holds" }).first().check();
    await result.waitFor({ state: "detached" });
  });

  it("show who was where, narrow it by year and kind, and say the same in the table", async () => {
    await page.getByRole("link", { name: "Map and timeline" }).click();
    const where = section("Where people were");
    const map = where.getByRole("img", { name: /^Where people were/ });
    await map.waitFor();
    const rows = where.getByRole("table").getByRole("row");
    await where.getByRole("row", { name: /Place not known/ }).waitFor();
    const texts = await map.locator("text").allTextContents();
    for (const row of (await rows.all()).slice(1))
      expect(texts).toContain((await row.getByRole("rowheader").innerText()).trim());
    await page.getByLabel("What happened").selectOption({ label: "Re-education camp" });
    await page.getByLabel("Year").selectOption("2018");
    await page
      .locator("svg text", { hasText: "People with: Re-education camp; year: 2018." })
      .waitFor();
    const unsure = where.getByRole("columnheader", { name: "Not certain" });
    await unsure.waitFor();
    await page.getByLabel(/show home/).check();
    await page.locator("svg text", { hasText: "else home, as not certain" }).waitFor();
    // The picture is moved by keyboard where it is wider than the screen.
    await page.setViewportSize({ width: 390, height: 860 });
    const paper = where.getByRole("group", { name: "Where people were" });
    await paper.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => paper.evaluate((one) => one.scrollLeft), soon).toBeGreaterThan(0);
  });

  it("can be read by everybody, on a phone and in the dark, and ask nobody else", async () => {
    await page.goto(`${served.origin}/counts/kept`);
    const kept = await page
      .getByRole("link", { name: /2\d\d\d$/ })
      .first()
      .getAttribute("href");
    const all = ["counts", "counts/overlap", "map", kept];
    for (const [width, scheme, screens] of [
      [1280, "light", ["counts"]],
      [1280, "dark", ["counts/overlap", "map", kept]],
      [390, "light", all],
    ] as const) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const screen of screens) {
        await page.goto(`${served.origin}/${screen?.replace(/^\//, "")}`);
        await page.getByRole("heading", { level: 2 }).first().waitFor();
        if (screen !== "counts/overlap") await drawn();
        await expect.poll(() => seriousOn({ page }), soon).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([screen, wide <= width]).toEqual([screen, true]);
      }
    }
    expect(faults).toEqual([]);
  });
});
