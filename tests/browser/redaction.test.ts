// Somebody blacks out a PDF and a photograph on the screen: by mouse, by keys, by words. Everyone in them is invented.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPicture, photograph } from "../../src/collect/testing.ts";
import { everyByte, inventPdf } from "../../src/publish/redact/testing.ts";
import { seriousOn } from "./axe.ts";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { makeVault } from "./steps.ts";

describe("blacking out", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-browser-redact-"));
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Hands a file to the page as a hand would, and gives its id. */
  async function put(name: string, bytes: Uint8Array): Promise<string> {
    return page.evaluate(
      async ([called, base64]) => {
        const body = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const headers = { "X-Guwah": "1", "X-Guwah-Name": called };
        const answer = await fetch("/api/sources/file", { method: "POST", headers, body });
        return ((await answer.json()) as { source: string }).source;
      },
      [name, Buffer.from(bytes).toString("base64")] as const,
    );
  }
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  async function downloaded(): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the copy" }).click(),
    ]);
    return readFile(await download.path());
  }
  async function shot(name: string): Promise<void> {
    const to = process.env["GUWAH_SHOTS"];
    if (to !== undefined) await writeFile(join(to, `${name}.png`), await page.screenshot({ fullPage: true })); // prettier-ignore
  }

  it("marks words of a PDF everywhere and a box by mouse, undoes, and hands out a copy without them", async () => {
    const id = await put("paper.pdf", inventPdf({ pages: [["Aygul Testova was seen in Birinchi.", "She was a teacher."], ["Aygul Testova wrote again."]], hidden: "hiddenneedle", picture: await photograph("shown") })); // prettier-ignore
    await page.goto(`${served.origin}/sources/${id}#about`);
    await page.getByRole("link", { name: "Black out parts of a copy" }).click();
    const image = page.getByRole("img", { name: /^Page 1 as it would go out/ });
    await image.waitFor();
    const words = page.getByLabel(/^Black out words/);
    await words.fill("Nobody Invented");
    await button("Mark every one").click();
    await page.getByText(/^Not found\./).waitFor();
    for (const one of ["aygul testova", "hiddenneedle"]) {
      await words.fill(one);
      await button("Mark every one").click();
      await page.getByText(`“${one}”`).waitFor();
    }
    await image.evaluate(async (shown) => (shown as HTMLImageElement).decode());
    const rect = await image.boundingBox();
    if (rect === null) throw new Error("the page is not drawn");
    const [x, y] = [rect.x + rect.width * 0.08, rect.y + rect.height * 0.115];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + rect.width * 0.3, y + rect.height * 0.03, { steps: 5 });
    await page.mouse.up();
    await page.getByRole("button", { name: /^Box 1, page 1:/ }).waitFor();
    await button("Undo").click();
    expect(await page.getByRole("button", { name: /^Box 1,/ }).count()).toBe(0);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + rect.width * 0.3, y + rect.height * 0.03, { steps: 5 });
    await page.mouse.up();
    await shot("editor-light");
    expect(await seriousOn(watched)).toEqual([]);
    await button("Make the copy").click();
    await page.getByText(/^It was opened again and searched/).waitFor();
    await page.getByRole("img", { name: "Page 2 of the copy" }).scrollIntoViewIfNeeded();
    await page.waitForLoadState("networkidle");
    await shot("copy-light");
    const all = everyByte(await downloaded());
    expect(all).not.toMatch(/aygul|testova|hiddenneedle|teacher/i);
    expect(all).toContain("wrote again.");
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.evaluate(async () =>
      Promise.all(document.getAnimations().map(async (one) => one.finished.catch(() => null))),
    );
    expect(await seriousOn(watched)).toEqual([]);
    await shot("copy-dark");
    await page.emulateMedia({ colorScheme: "light" });
  });

  it("says where the words stand too, and leaves them only when told", async () => {
    const id = await put("two.pdf", inventPdf({ pages: [["Aygul Testova."], ["Aygul Testova."]], hidden: "y" })); // prettier-ignore
    await page.goto(`${served.origin}/sources/${id}/redact`);
    const image = page.getByRole("img", { name: /^Page 1 as it would go out/ });
    await image.evaluate(async (shown) => (shown as HTMLImageElement).decode());
    const rect = await image.boundingBox();
    if (rect === null) throw new Error("the page is not drawn");
    await page.mouse.move(rect.x + rect.width * 0.08, rect.y + rect.height * 0.07);
    await page.mouse.down();
    await page.mouse.move(rect.x + rect.width * 0.5, rect.y + rect.height * 0.12, { steps: 5 });
    await page.mouse.up();
    await button("Make the copy").click();
    await page.getByText("What is under a box also stands on page 2.").waitFor();
    await button("It may stay there: make the copy").click();
    await page.getByText(/^It was opened again and searched/).waitFor();
    expect(everyByte(await downloaded()).match(/Aygul/g)?.length).toBeGreaterThan(0);
  });

  it("blacks out a photograph with keys alone, on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const id = await put("photo.jpg", await photograph("phone"));
    await put("small.png", await drawPicture("phone", 240, 180).png().toBuffer());
    const label = "Kerembek Oytur";
    await ask(page, "/api/records", { schema: "Person", source: id, label, claims: [{ property: "name", words: label }] }); // prettier-ignore
    await page.goto(`${served.origin}/sources/${id}#about`);
    await page.getByText("Inventa One").waitFor();
    await page.getByRole("link", { name: "small.png" }).waitFor();
    await page.getByRole("button", { name: "Accept as author" }).click();
    await page.locator(".reader-meta").getByText("Ainur Inventova").waitFor();
    await page.getByRole("button", { name: `It shows this person ${label}` }).click();
    await page.getByText("One more member is needed.").waitFor();
    expect(await seriousOn(watched)).toEqual([]);
    await shot("says-phone");
    await page.goto(`${served.origin}/sources/${id}/redact`);
    await button("Add a box").press("Enter");
    const box = page.getByRole("button", { name: /^Box 1, page 1:/ });
    await box.waitFor();
    const before = await box.getAttribute("aria-label");
    for (const key of ["ArrowLeft", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowRight"])
      for (let i = 0; i < 5; i++) await page.keyboard.press(key);
    expect(await box.getAttribute("aria-label")).not.toBe(before);
    await button("Add a box").press("Enter");
    await page.getByRole("button", { name: /^Box 2, page 1:/ }).waitFor();
    await page.keyboard.press("Delete");
    expect(await page.getByRole("button", { name: /^Box 2,/ }).count()).toBe(0);
    await shot("editor-phone");
    expect(await seriousOn(watched)).toEqual([]);
    await button("Make the copy").press("Enter");
    await page.getByText(/^It was opened again and searched/).waitFor();
    expect((await downloaded()).includes("Inventa")).toBe(false);
    expect(watched.faults).toEqual([]);
  });
});
