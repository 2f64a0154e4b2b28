// Takes the pictures of docs/guide from the program itself: every screen, light, dark and at phone width.
// Invariant: everyone in the pictures is invented; a picture or a folder that weighs too much ends the run with an error.
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openDemonstration, screens, startBrowser, startServer, watchedPage } from "./browser.ts";
import { pictures } from "./guide-pictures.ts";
import { passphrase, shownCode } from "./steps.ts";
import { smallPng } from "./small-png.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "guide");
const pictureLimit = 150_000;
const folderLimit = 6_000_000;

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 860 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 860 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, hasTouch: true },
} as const;
type Look = keyof typeof looks;

async function shoot(page: Page, name: string, look: Look): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => document.fonts.ready.then(() => undefined));
  // Fonts come in parts; a part that came late is drawn only in the frame after.
  await page.evaluate(
    async () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const fullPage = name === "new-vault";
  const png = await page.screenshot({ animations: "disabled", caret: "hide", fullPage });
  await writeFile(join(folder, `${name}-${look}.png`), smallPng(png));
}

/** What stands before any screen: the first page, a new vault, its recovery code, the lock. */
async function shootDoorstep(browser: Browser, look: Look): Promise<void> {
  const served = await startServer();
  const { page } = await watchedPage(browser, served.origin, looks[look]);
  try {
    await page.goto(served.origin);
    await page.getByRole("heading", { name: "Welcome" }).waitFor();
    await shoot(page, "first-page", look);
    await page.getByRole("button", { name: /Make a new vault/ }).click();
    await page.getByLabel("Name of the vault").fill("Invented vault");
    await page.getByLabel("Your name").fill("Aida");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByText(/Strong/).waitFor();
    await page.getByLabel("The same passphrase again").fill(passphrase);
    await shoot(page, "new-vault", look);
    await page.getByRole("button", { name: "Make the vault" }).click();
    await shownCode(page);
    await shoot(page, "recovery-code", look);
    await page.evaluate(async () => {
      await fetch("/api/lock", { method: "POST", headers: { "X-Guwah": "1" } });
    });
    await page.goto(served.origin);
    await page.getByRole("heading", { name: "Unlock" }).waitFor();
    await shoot(page, "unlock", look);
  } finally {
    await page.context().close();
    await served.stop();
  }
}

async function shootScreens(browser: Browser, origin: string, look: Look): Promise<void> {
  const { page, faults } = await watchedPage(browser, origin, looks[look]);
  await openDemonstration(page, origin);
  const addresses = await screens(page);
  const { viewport } = looks[look];
  for (const { name, screen, under = "", alone, steps, height } of pictures) {
    await page.setViewportSize({ ...viewport, height: height ?? viewport.height });
    const address = alone ?? `${addresses[screen]}${under}`;
    await page.goto(`${origin}${address}`, { waitUntil: "networkidle" });
    await page.locator("h1").first().waitFor();
    await steps?.(page);
    await shoot(page, name, look);
  }
  await page.context().close();
  if (faults.length > 0) throw new Error(`while the pictures were taken: ${faults.join("; ")}`);
}

async function weigh(): Promise<void> {
  let all = 0;
  for (const name of await readdir(folder)) {
    const { size } = await stat(join(folder, name));
    all += size;
    if (name.endsWith(".png") && size > pictureLimit)
      throw new Error(`${name} has ${size} bytes; the limit is ${pictureLimit}`);
  }
  if (all > folderLimit) throw new Error(`the guide has ${all} bytes; the limit is ${folderLimit}`);
  process.stdout.write(`docs/guide: ${all} bytes\n`);
}

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (name.endsWith(".png")) await rm(join(folder, name));
const browser = await startBrowser();
const demonstration = await startServer();
try {
  for (const look of Object.keys(looks) as Look[]) {
    await shootDoorstep(browser, look);
    await shootScreens(browser, demonstration.origin, look);
  }
} finally {
  await browser.close();
  await demonstration.stop();
}
await weigh();
