// Grading on the person's page: what a claim says, where it comes from, and its source on a topic. Everyone in it is invented.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { makeVault, soon } from "./steps.ts";

describe("grading", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let person: string;
  let claim: string;
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    person = await record("Invented Courier");
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const source = async (title: string, text: string): Promise<string> => {
    const made = { kind: "article", title, text };
    return (await ask<{ source: string }>(page, "/api/sources/text", made)).source;
  };
  const weaver = { property: "occupation", words: "weaver" };
  const accept = async (id: string): Promise<unknown> =>
    ask(page, `/api/claims/${id}/review`, { state: "accepted" });

  async function record(title: string): Promise<string> {
    const from = await source(title, "Aygul Oydan was a weaver. Nobody here is real.");
    const claims = [{ property: "name", words: "Aygul Oydan" }];
    const made = { schema: "Person", source: from, label: "Aygul Oydan", claims };
    const { id } = await ask<{ id: string }>(page, "/api/records", made);
    const added = { record: id, source: from, ...weaver };
    claim = (await ask<{ id: string }>(page, "/api/claims", added)).id;
    await accept(claim);
    return id;
  }

  async function keepPicture(name: string): Promise<void> {
    const to = process.env["GUWAH_TEST_KEEP"];
    if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`) });
  }
  const dialog = () => page.getByRole("dialog", { name: "How far can this claim be relied on?" });
  async function openDialog(): Promise<void> {
    await page.goto(`${served.origin}/people/${person}`);
    const row = page.getByRole("group", { name: "Occupation" });
    await row
      .getByRole("button", { name: /about Occupation|claim/ })
      .last()
      .click();
    await row.getByRole("button", { name: "More for this claim" }).first().click();
    await page.getByRole("menuitem", { name: "Grade it" }).click();
    await dialog().waitFor();
  }

  it("refuses a 1 for what one origin says, and says what to do", async () => {
    await openDialog();
    await dialog().getByText("Nobody has judged it yet: content 6, source F.").waitFor();
    await dialog().getByRole("radio", { name: /^1 ·/ }).check({ force: true });
    await dialog().getByLabel("Why?").fill("An invented reason.");
    await dialog().getByRole("button", { name: "Grade it" }).click();
    await dialog()
      .getByText(/Fewer than two independent origins say this/)
      .waitFor();
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await keepPicture("grading-light");
  });

  it("keeps the three judgements apart, each with its reason", async () => {
    const judge = async (of: string, radio: RegExp, reason: string): Promise<void> => {
      await openDialog();
      await dialog().getByLabel("What is judged").selectOption(of);
      await dialog().getByRole("radio", { name: radio }).check({ force: true });
      await dialog().getByLabel("Why?").fill(reason);
      await dialog().getByRole("button", { name: "Grade it" }).click();
      await dialog().waitFor({ state: "detached" });
    };
    await judge("content", /^2 ·/, "She told it twice.");
    await judge("origin", /^A relative/, "Her sister says so.");
    await judge("source", /^B ·/, "It was right before.");
    await openDialog();
    for (const reason of ["She told it twice.", "Her sister says so.", "It was right before."])
      await dialog().getByText(reason).waitFor();
    await dialog().getByText("B · Usually reliable").first().waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await keepPicture("grading-dark");
    await page.setViewportSize({ width: 390, height: 844 });
    await keepPicture("grading-phone");
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
  });

  it("shows a value as corroborated once a second origin says so", async () => {
    // In other words: a copy of the same text would be no second origin.
    const herald = await source(
      "Invented Herald",
      "Her neighbour told an invented paper of looms.",
    );
    const second = { record: person, source: herald, ...weaver };
    await accept((await ask<{ id: string }>(page, "/api/claims", second)).id);
    await page.goto(`${served.origin}/people/${person}`);
    const row = page.getByRole("group", { name: "Occupation" });
    // Its sign stands in the same tag.
    const corroborated = row.locator(".tag").filter({ hasText: "corroborated" });
    await corroborated.waitFor();
    await ask(page, `/api/claims/${claim}/grade`, { grade: 4, reason: "Invented doubt." });
    await page.reload();
    await row.getByText("weaver").first().waitFor();
    expect(await corroborated.count()).toBe(0);
  });
});
