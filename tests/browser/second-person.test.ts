// A keeper asks for two members where a death is accepted; one proposes it, another refuses, then confirms. Everyone in it is invented.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
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
import { makeVault, sayWhy, soon } from "./steps.ts";

const other = "nine invented herons cross south";

describe("what needs a second member", () => {
  let served: Served;
  let browser: Browser;
  let first: Watched;
  let second: Watched;
  let page: Page;
  let episode: string;

  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    first = await watchedPage(browser, served.origin);
    page = first.page;
    await makeVault(page, served.origin);
    const member = { name: "Bota Invented", roles: ["reviewer"], passphrase: other };
    await ask(page, "/api/members", member);
    second = await watchedPage(browser, served.origin);
    await second.page.goto(served.origin);
    await ask(second.page, "/api/unlock", { passphrase: other });
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  /** A picture for whoever wants to look: GUWAH_TEST_PICTURES names the folder. */
  async function picture(of: Page, name: string): Promise<void> {
    const folder = process.env["GUWAH_TEST_PICTURES"];
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true });
    await of.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  /** The first member writes down that somebody is said to have died. */
  async function addDeath(): Promise<string> {
    const text = "Turymtai Oytur was seen; it is said that he died in winter.";
    const given = { kind: "article", title: "Invented Courier", text };
    const { source } = await ask<{ source: string }>(page, "/api/sources/text", given);
    const add = async (schema: string, label: string, claims: readonly object[]): Promise<string> =>
      (await ask<{ id: string }>(page, "/api/records", { schema, source, label, claims })).id;
    const record = await add("Person", "Turymtai Oytur", [
      { property: "name", words: "Turymtai Oytur" },
    ]);
    return add("Episode", "Death", [
      { property: "person", value: { kind: "ref", record } },
      { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "died" } },
    ]);
  }

  async function stateOf(): Promise<string | undefined> {
    type File = { properties: { name: string; claims: { review: string }[] }[] };
    const file = await ask<File>(page, `/api/records/${episode}`);
    return file.properties.find(({ name }) => name === "kind")?.claims[0]?.review;
  }

  /** The first member accepts on the screen that the person died. */
  async function propose(): Promise<void> {
    await page.goto(`${served.origin}/records/${episode}`);
    await page
      .getByRole("button", { name: /1 claim/ })
      .last()
      .click();
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await page.getByText("Written down; a second member must confirm.").waitFor();
    await page.getByRole("link", { name: "Waits for a second member" }).waitFor();
    expect(await page.getByRole("button", { name: "Accept", exact: true }).count()).toBe(0);
    expect(await stateOf()).toBe("proposed");
  }

  const waiting = (of: Page): Locator =>
    of.getByRole("region", { name: "Waits for a second person" });

  it("is chosen by a keeper", async () => {
    await page.goto(`${served.origin}/settings`);
    const part = page.locator(".settings__part", { hasText: "Changes that need two members" });
    await part.getByText("Accepting that a person died").click();
    await part.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").first().waitFor();
    await picture(page, "settings");
    await page.reload();
    await expect
      .poll(async () => page.getByLabel("Accepting that a person died").isChecked(), soon)
      .toBe(true);
    episode = await addDeath();
    expect(await stateOf()).toBe("proposed");
  });

  it("is refused with a reason by another member, and changes nothing", async () => {
    await propose();
    await picture(page, "proposed");
    await page.goto(served.origin);
    await waiting(page).getByText("Accept that a person died").waitFor();
    expect(await waiting(page).getByRole("button", { name: "Confirm" }).count()).toBe(0);
    await picture(page, "home-own");
    await second.page.goto(served.origin);
    await waiting(second.page).getByText("proposed by Aida").waitFor();
    await waiting(second.page).getByRole("link", { name: "Turymtai Oytur" }).waitFor();
    await expect.poll(async () => seriousOn(second), soon).toEqual([]);
    await picture(second.page, "home-light");
    await waiting(second.page).getByRole("button", { name: "Refuse" }).click();
    await sayWhy(second.page, "One source alone says so.", "Refuse");
    await second.page.getByText("Refused. Nothing was changed.").waitFor();
    await expect.poll(async () => waiting(second.page).count(), soon).toBe(0);
    expect(await stateOf()).toBe("proposed");
  });

  it("is taken back by who proposed it", async () => {
    await propose();
    await page.goto(served.origin);
    await waiting(page).getByRole("button", { name: "Take back" }).click();
    await page.getByText("Taken back. Nothing was changed.").waitFor();
    expect(await stateOf()).toBe("proposed");
  });

  it("takes effect when another member confirms it", async () => {
    await propose();
    await second.page.emulateMedia({ colorScheme: "dark" });
    await second.page.setViewportSize({ width: 390, height: 844 });
    await second.page.goto(served.origin);
    const confirm = waiting(second.page).getByRole("button", { name: "Confirm" });
    await confirm.waitFor();
    await expect.poll(async () => seriousOn(second), soon).toEqual([]);
    const wide = await second.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await picture(second.page, "home-phone-dark");
    await confirm.click();
    await second.page.getByText("Confirmed. It has taken effect.").waitFor();
    expect(await stateOf()).toBe("accepted");
    expect([...first.faults, ...second.faults]).toEqual([]);
  });
});
