// Every screen of the demonstration, in both colour schemes and at phone width: accessible, and quiet on the network.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  openDemonstration,
  screens,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";

describe.each([
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 1280 },
  { scheme: "light", width: 390 },
] as const)("the screens, $scheme, $width wide", ({ scheme, width }) => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin, {
      colorScheme: scheme,
      viewport: { width, height: 860 },
    });
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  it(
    "have nothing axe-core finds serious, fit the window, and ask nobody but their own server",
    { timeout: 240_000 },
    async () => {
      const { page, faults } = watched;
      await page.goto(served.origin);
      await page.getByRole("heading", { name: "Welcome" }).waitFor();
      const found: Record<string, string[]> = { "first page": await seriousOn(watched) };
      await openDemonstration(page, served.origin);
      for (const [name, path] of Object.entries(await screens(page))) {
        await page.goto(served.origin + path, { waitUntil: "networkidle" });
        await page.locator("h1").first().waitFor();
        found[name] = await seriousOn(watched);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) found[name].push(`the page is ${overflow} px wider than the window`);
      }
      expect(
        Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0)),
      ).toEqual({});
      expect(Object.keys(found).length).toBeGreaterThan(15);
      expect(faults).toEqual([]);
    },
  );
});

it("notices a fault: a picture from elsewhere is refused by the policy and noted", async () => {
  const served = await startServer();
  const browser = await startBrowser();
  const { page, faults } = await watchedPage(browser, served.origin);
  await page.goto(served.origin);
  await page.evaluate(() => {
    const image = document.createElement("img");
    image.src = "http://127.0.0.1:9/pixel.png";
    document.body.append(image);
  });
  await expect.poll(() => faults.length).toBeGreaterThan(0);
  await browser.close();
  await served.stop();
});
