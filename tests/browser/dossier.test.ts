// Somebody makes a dossier of two people, sends a blacked-out copy, and is told who stays. Everyone in it is invented.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventPdf } from "../../src/publish/redact/testing.ts";
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

describe("the dossier of several people", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let first: string;

  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    first = await person("Gulnisa Yarmuq");
    const second = await person("Tursun Yarmuq");
    await person("Rehim Qaraboz");
    for (const about of [first, second]) await consent(about);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const consent = async (about: string): Promise<void> => {
    const said = { about, audiences: ["partners"], giver: "parent", mode: "spoken" };
    await ask(page, "/api/consents", said);
  };

  /** Somebody on file, from a paper of which a copy with parts blacked out was made. */
  async function person(name: string): Promise<string> {
    const pdf = inventPdf({ pages: [[`${name} and Veli Inventov were seen.`]], hidden: name });
    const source = await page.evaluate(
      async ([called, base64]) => {
        const body = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const headers = { "X-Guwah": "1", "X-Guwah-Name": called };
        const answer = await fetch("/api/sources/file", { method: "POST", headers, body });
        return ((await answer.json()) as { source: string }).source;
      },
      [`${name.split(" ")[0]}.pdf`, pdf.toString("base64")] as const,
    );
    await consent(source);
    await ask(page, `/api/sources/${source}/redact`, { every: ["Veli Inventov", name] });
    const made = await ask<{ id: string; claims: string[] }>(page, "/api/records", {
      schema: "Person",
      source,
      label: name,
      claims: [{ property: "name", words: name }],
    });
    const file = await ask<{
      properties: { claims: { id: string; reviewSeq: number | null }[] }[];
    }>(page, `/api/records/${made.id}`);
    for (const claim of file.properties.flatMap((property) => property.claims))
      await ask(page, `/api/claims/${claim.id}/review`, {
        state: "accepted",
        expect: claim.reviewSeq,
      });
    return made.id;
  }

  /** A picture for whoever wants to look: GUWAH_TEST_PICTURES names the folder. */
  async function picture(name: string): Promise<void> {
    const folder = process.env["GUWAH_TEST_PICTURES"];
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  async function add(name: string): Promise<void> {
    await page.getByRole("combobox", { name: "Add a person" }).fill(name);
    const options = page.getByRole("listbox", { name: "Add a person" }).getByRole("option");
    await expect.poll(async () => options.count(), soon).toBe(1);
    await options.filter({ hasText: name }).waitFor();
    await page.keyboard.press("Enter");
  }

  it("names everybody it is about, and who stays for want of consent", async () => {
    await page.goto(`${served.origin}/people/${first}/dossier`);
    await page.getByRole("heading", { name: "What would go" }).waitFor();
    await add("Tursun");
    await page.getByRole("heading", { name: "2 people" }).waitFor();
    await add("Rehim");
    await page.getByRole("heading", { name: "3 people" }).waitFor();
    await page.getByText("Nothing of this person goes in.").waitFor();
    await expect
      .poll(async () => page.getByText("2 claims", { exact: false }).count(), soon)
      .toBe(1);
    // The address holds them all.
    await page.reload();
    await page.getByText("Nothing of this person goes in.").waitFor();
    await picture("people-light");
    expect(await seriousOn(watched)).toEqual([]);
    await page.getByRole("button", { name: "Remove Rehim Qaraboz" }).click();
    await page.getByRole("heading", { name: "2 people" }).waitFor();
  });

  it("sends a blacked-out copy where it is chosen, and is made", { timeout: 120_000 }, async () => {
    const choice = page.getByLabel(/^File of: Gulnisa/);
    await choice.selectOption({ index: 1 });
    await page.getByText("a copy with parts blacked out goes instead").waitFor();
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await picture("copies-light");
    await page.emulateMedia({ colorScheme: "dark" });
    await picture("copies-dark");
    await page.setViewportSize({ width: 390, height: 844 });
    await picture("copies-phone");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("button", { name: "Make the dossier" }).click();
    await page.getByRole("heading", { name: "The dossier is ready" }).waitFor({ timeout: 60_000 });
    await page.getByText("It has no time stamp: no time-stamping authority is set.").waitFor();
    await picture("ready");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("dossier-2-people.tar");
    expect(watched.faults).toEqual([]);
  });
});
