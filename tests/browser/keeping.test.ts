// Keeping a vault: it is proved whole, goes into one file, comes back elsewhere, locks at once and by itself, and opens with the code.
// Everyone here is invented.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { makeVault, passphrase, soon } from "./steps.ts";

const text = "Yerlan Testuly, an invented seller of fruit, was seen on 3 May 2018.";

describe("keeping a vault", { timeout: 240_000 }, () => {
  let served: Served;
  let elsewhere: Served;
  let unattended: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let left: Watched;
  let folder: string;
  let code = "";
  let person = "";

  oneAfterAnother();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-keeping-"));
    browser = await startBrowser();
    unattended = await startServer({ GUWAH_IDLE_MINUTES: "1" });
    left = await watchedPage(browser, unattended.origin);
    await makeVault(left.page, unattended.origin);
    // From here on nobody touches that page; the last test looks what became of it.
    served = await startServer();
    elsewhere = await startServer();
    ({ page, faults } = await watchedPage(browser, served.origin, { acceptDownloads: true }));
    code = await makeVault(page, served.origin);
    person = await writeDown(page);
  });
  afterAll(async () => {
    await browser.close();
    for (const server of [served, elsewhere, unattended]) await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const atPerson = async (): Promise<void> =>
    page.getByRole("heading", { level: 1, name: "Yerlan Testuly" }).waitFor({ timeout: 60_000 });

  it("turns green when every entry, row and file is proved", async () => {
    await page.goto(`${served.origin}/integrity`);
    await page.getByText("The vault was not checked since it was opened.").waitFor();
    await page.getByRole("button", { name: "Check everything" }).click();
    await page
      .locator(".integrity__verdict--good", { hasText: "Proved: nothing was changed" })
      .waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: /proved just now/ }).waitFor();
    const { entries } = await ask<{ entries: number }>(page, "/api/check/last");
    expect(entries).toBeGreaterThan(2);
    await page.getByText(`Entries${entries}`).waitFor();
  });

  it("goes into one file that shows nothing of what is in it", async () => {
    await page.goto(`${served.origin}/settings`);
    await page.getByRole("button", { name: "Make a backup" }).click();
    const link = page.getByRole("link", { name: "Download it" });
    await link.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    await download.saveAs(join(folder, "backup"));
    const bytes = await readFile(join(folder, "backup"));
    expect(bytes.length).toBeGreaterThan(2_000);
    for (const words of ["Yerlan", "Aida", "Invented vault", "seller of fruit"])
      expect(bytes.includes(words)).toBe(false);
  });

  it("comes back elsewhere, through the first page, with the same passphrase", async () => {
    const other = await watchedPage(browser, elsewhere.origin);
    await other.page.goto(elsewhere.origin);
    await other.page.getByRole("button", { name: /Restore from a backup/ }).click();
    await other.page.getByLabel("Backup file").setInputFiles(join(folder, "backup"));
    const field = other.page.getByLabel("Passphrase of that vault");
    await field.fill("three invented ravens fly south");
    await other.page.getByRole("button", { name: "Restore" }).click();
    await other.page.getByText(/This does not open the backup/).waitFor({ timeout: 60_000 });
    expect(await ask(other.page, "/api/state")).toMatchObject({ vault: "none" });
    await field.fill(passphrase);
    await other.page.getByRole("button", { name: "Restore" }).click();
    await other.page.getByRole("heading", { name: "Unlock" }).waitFor({ timeout: 60_000 });
    await other.page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await other.page.getByRole("button", { name: "Unlock", exact: true }).click();
    await other.page.getByRole("heading", { name: "What waits" }).waitFor({ timeout: 60_000 });
    await other.page.goto(`${elsewhere.origin}/people/${person}`);
    await other.page.locator(".prop__value", { hasText: "Yerlan Testuly" }).click();
    await other.page.locator(".passage mark", { hasText: "Yerlan Testuly" }).waitFor();
    expect(other.faults).toEqual([]);
  });

  it("locks with the shortcut at once, and the recovery code leads back to where one was", async () => {
    await page.goto(`${served.origin}/people/${person}`);
    await atPerson();
    await page.keyboard.press("Control+Alt+l");
    await page.getByRole("heading", { name: "Unlock" }).waitFor();
    expect(await page.content()).not.toMatch(/Yerlan|Aida|Invented vault/);
    expect(await ask(page, `/api/records/${person}`)).toMatchObject({ error: { code: "locked" } });
    await page.getByRole("button", { name: "Use the recovery code instead" }).click();
    // As somebody types it from paper: small letters, no dashes.
    await page.getByLabel("Recovery code").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await atPerson();
  });

  it("says that a passphrase is wrong; nothing opens, and the right one still does", async () => {
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    const field = page.getByLabel("Passphrase", { exact: true });
    await field.fill("three invented ravens fly south");
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await page.getByText("That passphrase does not open this vault.").waitFor({ timeout: 60_000 });
    expect(await field.inputValue()).toBe("");
    expect(await ask(page, "/api/state")).toMatchObject({ vault: "locked" });
    await field.fill(passphrase);
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await atPerson();
  });

  it("locks itself when nobody is there, and takes everything off the page", async () => {
    await left.page.getByRole("heading", { name: "Unlock" }).waitFor({ timeout: 120_000 });
    expect(await left.page.content()).not.toMatch(/Aida|Invented vault/);
    // The server looks at its clock every few seconds; the session is over at once, the key a moment later.
    await expect
      .poll(async () => ask(left.page, "/api/state"), soon)
      .toMatchObject({ vault: "locked", session: false });
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect([...faults, ...left.faults]).toEqual([]);
  });
});

/** A text and the person in it, as the program's own addresses take them. Gives the person's id. */
async function writeDown(page: Page): Promise<string> {
  const { source } = await ask<{ source: string }>(page, "/api/sources/text", {
    text,
    kind: "note",
  });
  const { id } = await ask<{ id: string }>(page, "/api/records", {
    schema: "Person",
    source,
    label: "Yerlan Testuly",
    claims: [
      {
        property: "name",
        value: { kind: "name", text: "Yerlan Testuly" },
        passage: { start: 0, end: 14 },
      },
    ],
  });
  return id;
}
