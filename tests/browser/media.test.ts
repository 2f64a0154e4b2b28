// Pictures on their screens: read by machine, what a file says of itself, small copies in the list, the tabs of adding. Everything is invented.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { photograph, writtenPicture } from "../../src/collect/testing.ts";
import { seriousOn } from "./axe.ts";
import { type Served, startBrowser, startServer, type Watched, watchedPage } from "./browser.ts";
import { makeVault } from "./steps.ts";

describe("pictures on their screens", { timeout: 120_000 }, () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let sign: string;
  let photo: string;
  let text: string;

  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const sent = { name, base64: Buffer.from(bytes).toString("base64") };
    return page.evaluate(async (file) => {
      const body = Uint8Array.from(atob(file.base64), (one) => one.charCodeAt(0));
      const headers = { "X-Guwah": "1", "X-Guwah-Name": file.name };
      const response = await fetch("/api/sources/file", { method: "POST", headers, body });
      return ((await response.json()) as { source: string }).source;
    }, sent);
  };

  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    ({ page } = watched);
    await makeVault(page, served.origin);
    sign = await put(
      "sign.png",
      await writtenPicture(["The Invented Courier", "was here on Monday"]),
    );
    photo = await put("yard.jpg", await photograph("yard"));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  it("a picture is read by machine by keyboard, and its text says so wherever it is", async () => {
    await page.goto(`${served.origin}/sources/${sign}`);
    await page.getByRole("link", { name: "Read it by machine …" }).click();
    const start = page.getByRole("button", { name: "Read it by machine" });
    await start.waitFor();
    expect(await start.isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: "English" }).press("Space");
    expect(await seriousOn(watched)).toEqual([]);
    await start.press("Enter");
    await page.getByText("1 page was read.").waitFor();
    await page.getByRole("link", { name: "Open the text" }).click();
    await page.getByText("The Invented Courier").first().waitFor();
    await page.getByText(/A machine read this text \(tesseract \d/).waitFor();
    text = page.url().split("/").at(-1) ?? "";
    await page.getByRole("link", { name: "Look at the picture" }).click();
    await page.waitForURL(`**/sources/${sign}`);
    await page.goto(`${served.origin}/sources`);
    await page.locator(".tag", { hasText: "machine-read" }).waitFor();
  });

  it("what a file says of itself stands apart, with its tag; an exact place shows to who asks", async () => {
    await page.goto(`${served.origin}/sources/${photo}/evidence`);
    await page.getByRole("rowheader", { name: "Camera" }).waitFor();
    await page.getByText("EXIF DateTimeOriginal").waitFor();
    await page
      .getByText(/as a claim of the file, entry \d+/)
      .first()
      .waitFor();
    expect(await page.getByText("43.25000, 76.91667").count()).toBe(0);
    await page.getByRole("button", { name: "Show", exact: true }).press("Enter");
    await page.getByText("43.25000, 76.91667").waitFor();
  });

  it("the list shows small copies that were made apart, in a place that is kept for them", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${served.origin}/sources`);
    const small = page.getByRole("img", { name: "Small copy of the picture" });
    await small.first().waitFor();
    expect(await small.count()).toBe(2);
    const box = await small.first().boundingBox();
    expect([box?.width, box?.height]).toEqual([44, 44]);
    await expect
      .poll(() => asked.filter((path) => path.endsWith("/thumbnail")).length)
      .toBeGreaterThan(0);
    expect(asked.filter((path) => path.endsWith("/file"))).toEqual([]);
    expect(await small.first().getAttribute("loading")).toBe("lazy");
  });

  it("the tabs of adding scroll on a phone, and the one in use is in sight", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const [how, name] of [
      ["web", "From the web"],
      ["files", "Files"],
    ] as const) {
      await page.goto(`${served.origin}/add?how=${how}`);
      const tab = page.locator(".tabs__tab--on");
      await expect.poll(() => tab.textContent()).toBe(name);
      const [row, own] = [await page.locator(".tabs").boundingBox(), await tab.boundingBox()];
      expect(own?.x).toBeGreaterThanOrEqual((row?.x ?? 0) - 1);
      const end = (box: typeof own): number => (box?.x ?? 0) + (box?.width ?? 0);
      expect(end(own)).toBeLessThanOrEqual(end(row) + 1);
      const over = () =>
        document.documentElement.scrollWidth > document.documentElement.clientWidth;
      expect(await page.evaluate(over)).toBe(false);
    }
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing axe-core finds serious: %s, %i wide", async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    const paths = { photo: `/sources/${photo}/evidence`, sign: `/sources/${sign}`, text: `/sources/${text}`, list: "/sources", add: "/add?how=web" }; // prettier-ignore
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(served.origin + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      await expect.poll(() => seriousOn(watched)).toEqual([]);
      const over = () =>
        document.documentElement.scrollWidth > document.documentElement.clientWidth;
      expect(await page.evaluate(over), path).toBe(false);
      const shots = process.env["SHOTS"];
      const file = `${name}-${colorScheme}-${width}.png`;
      if (shots) await page.screenshot({ path: join(shots, file), fullPage: true });
    }
    expect(watched.faults).toEqual([]);
  });
});
