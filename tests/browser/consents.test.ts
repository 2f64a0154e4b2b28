// Consent asked step by step, a letter that waits for it and goes out, its reply, and a withdrawal that marks it. Everyone is invented.
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
import { choose, soon } from "./steps.ts";

describe("consents, letters and interventions", { timeout: 180_000 }, () => {
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
    const { items } = await ask<{ items: { id: string; label: string }[] }>(
      page,
      "/api/people/list",
      { q: "Mirzat" },
    );
    // Of the two with this name, the one whose relative consented and took it back.
    person = items.find(({ label }) => /\p{Script=Arabic}/u.test(label))?.id ?? "";
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const heading = async (name: string | RegExp) =>
    page.getByRole("heading", { level: 1, name }).waitFor();
  const flag = (audience: string) =>
    page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: audience, exact: true }) });
  const clean = async () => {
    await expect.poll(() => seriousOn({ page }), soon).toEqual([]);
    expect(faults).toEqual([]);
  };
  const named = "United Nations experts, who name the person to the state";

  it("show every audience off or as it was said, and a letter that is blocked", async () => {
    await page.goto(`${served.origin}/people/${person}/consents`);
    await heading("Consent");
    await flag(named).getByText("off").waitFor();
    await flag("Named partners").getByText("withdrawn").waitFor();
    await clean();
    await page.goto(`${served.origin}/people/${person}/letter`);
    await page.getByText("The person was not asked for this audience").waitFor();
    expect(await page.getByRole("button", { name: "Make a document" }).isDisabled()).toBe(true);
    await page.getByText(/gaps?: /).waitFor();
    await clean();
  });

  it("are asked step by step: who speaks, the wording read out, the answers, how long", async () => {
    await page.getByRole("link", { name: "Ask for consent" }).click();
    await heading("Consent");
    await page.getByRole("button", { name: "Ask, and write down the answer" }).click();
    const dialog = page.getByRole("dialog");
    const next = dialog.getByRole("button", { name: "Next" });
    await dialog.getByLabel("Detained or not reachable").check();
    await dialog.getByLabel("Who consents").selectOption("sibling");
    await dialog.getByLabel("Their name, and how to reach them").fill("Invented Sister, +7 000");
    await next.click();
    await dialog.getByText("Write down how they see the risk.").waitFor();
    await dialog
      .getByLabel("How do they see the risk for the person?")
      .fill("It is known already.");
    await next.click();
    await dialog.getByText("Nothing leaves our group unless you say yes.").waitFor();
    await clean();
    await next.click();
    for (const box of await dialog.getByRole("checkbox").all())
      expect(await box.isChecked()).toBe(false);
    await next.click();
    await dialog.getByText("Nothing is ticked").waitFor();
    await dialog.getByRole("checkbox", { name: /tell the government the name/ }).check();
    await next.click();
    await dialog.getByLabel("Ask again on").fill("2030-01-31");
    await dialog.getByRole("button", { name: "Write it down" }).click();
    await flag(named).getByText(/✓ on$/).waitFor();
    await page.getByText("Risk, as they see it: It is known already.").waitFor();
    expect(await page.getByText("Invented Sister").count()).toBe(0);
    await page.getByRole("button", { name: "Show who it was" }).click();
    await page.getByText("Invented Sister, +7 000").waitFor();
    await clean();
  });

  it("let a letter go out in another language, and say that nobody has reviewed it", async () => {
    await page.getByRole("link", { name: "Letter" }).click();
    await heading("Letter");
    await page.getByLabel("Language").selectOption("kk");
    await page.getByLabel("Addressed to").fill("Invented Ministry");
    await page.getByText("Кімге: Invented Ministry").waitFor();
    await page.getByText(/has read this template yet/).waitFor();
    await clean();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Make a document" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^letter-P-[0-9A-Z]{8}\.docx$/);
  });

  it("an intervention is written down, waits, and its reply stands as whoever replied said it", async () => {
    await page.goto(`${served.origin}/`);
    await heading("What waits");
    await page.keyboard.press("g");
    await page.keyboard.press("v");
    await heading("Interventions");
    await clean();
    await page.getByRole("button", { name: "Write one down" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Write it down" }).click();
    await dialog.getByText("Choose a kind, and type what it said").waitFor();
    await dialog.getByLabel("Kind").selectOption("official-request");
    await dialog.getByLabel("Addressed to").fill("Invented Ministry");
    await choose(dialog, "Person it is for", "Mirzat");
    await dialog.getByLabel("Date", { exact: true }).fill("2026-01-10");
    await dialog.getByLabel("Look again on").fill("2026-02-10");
    await dialog.getByLabel("The letter, or what was done, in words").fill("Where is he?");
    await dialog.getByRole("button", { name: "Write it down" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByLabel("Addressed to").fill("Invented Min");
    await page.getByRole("link", { name: "Request to an authority" }).click();
    await page.getByText("Nothing came so far.").waitFor();
    await page.getByRole("button", { name: "Write down the reply" }).click();
    await page.getByLabel("Its words").fill("No such person is known to us.");
    await page.getByRole("dialog").getByRole("button", { name: "Write it down" }).click();
    await page.getByRole("blockquote").getByText("No such person is known to us.").waitFor();
    await page.getByText("denies").waitFor();
    await clean();
  });

  it("a withdrawal shows first what already went out, then marks it and says what to do", async () => {
    await page.goto(`${served.origin}/people/${person}/consents`);
    const row = page.getByRole("listitem").filter({ hasText: named }).first();
    await row.getByRole("button", { name: "Withdraw" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("This cannot be called back").waitFor();
    await dialog.getByText("Request to an authority").waitFor();
    await clean();
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await flag(named).getByText("withdrawn").waitFor();
    await page.getByText("consent withdrawn since").waitFor();
    await page.getByText(/ask them to destroy it/).waitFor();
    await page.getByLabel(/^They were asked/).check();
    await page.getByText(/^ticked by/).waitFor();
    await page.getByRole("button", { name: "Print this list" }).waitFor();
    await clean();
  });

  it("what is due stands in one list, and a phone shows all of it", async () => {
    const said = { about: person, audiences: ["partners"], giver: "self", mode: "spoken" };
    await ask(page, "/api/consents", { ...said, until: new Date().toISOString().slice(0, 10) });
    await page.setViewportSize({ width: 390, height: 800 });
    for (const path of [
      "/consents",
      `/people/${person}/consents`,
      `/people/${person}/letter`,
      "/interventions",
    ]) {
      await page.goto(served.origin + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.locator("main table, main .letter").first().waitFor();
      await clean();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(390);
    }
  });
});
