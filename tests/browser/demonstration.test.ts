// The demonstration as a visitor meets it: every value of a file in six writings leads to its words. Everyone in it is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  openDemonstration,
  screens,
  type Served,
  startBrowser,
  startServer,
  watchedPage,
} from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";

describe("the demonstration", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let addresses: Awaited<ReturnType<typeof screens>>;

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
    await openDemonstration(page, served.origin);
    addresses = await screens(page);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  it("says on every screen that everyone in it is invented", async () => {
    for (const path of Object.values(addresses)) {
      await page.goto(served.origin + path);
      await page
        .getByText("Every person, place of an event and outlet in it is invented.")
        .waitFor();
    }
  });

  it("leads from every value of a file of many sources to words of its source", async () => {
    await page.goto(`${served.origin}${addresses.person}`);
    const values = page.locator(".prop__value");
    await values.first().waitFor();
    const texts = await values.allInnerTexts();
    expect(texts.length).toBeGreaterThan(20);
    const withoutWords: string[] = [];
    for (const [index, text] of texts.entries()) {
      const value = values.nth(index);
      if ((await value.getAttribute("aria-pressed")) !== "true") await value.click();
      const passage = page.locator(".said__passage .passage");
      const link = passage.getByRole("link", { name: "Open in the source" });
      const href = (await link.getAttribute("href")) ?? "";
      expect(href, text).toMatch(/^\/sources\/src_/);
      const words = await passage.locator("mark").innerText();
      if (words.trim() === "" || !/[?&]at=/.test(href))
        withoutWords.push(`${text}, ${await passage.locator("strong").innerText()}`);
    }
    // Who is who to whom was filled in on the form of that testimony, beside its words.
    expect(withoutWords).toEqual(["Held together, Testimony of a nurse held in Kokbulak"]);
  });

  it("shows a denial by name on the very value it denies, with who denies it", async () => {
    const row = page.locator(".prop", { hasText: "What happened" }).filter({ hasText: "disputed" });
    await row.first().getByText("denied by").waitFor();
    await row
      .first()
      .getByRole("button", { name: /claims? about What happened/ })
      .click();
    const against = row.first().locator(".prop__against", { hasText: "What stands against it" });
    await against.getByText("names this person").first().waitFor();
    await against.locator("q").first().waitFor();
  });

  it("reads a Uyghur text from the right, with its figures in order", async () => {
    await page.goto(`${served.origin}${addresses["reader-uyghur"]}`);
    const body = page.locator(".reader-block--body").first();
    await body.waitFor();
    expect(await body.getAttribute("dir")).toBe("rtl");
    expect(await body.evaluate((p) => getComputedStyle(p).direction)).toBe("rtl");
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe("ltr");
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
