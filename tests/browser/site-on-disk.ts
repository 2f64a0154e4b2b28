// A public site written to a folder and opened from there with the network cut, and what it did that it should not.
// Invariant: whatever the page asks of anything but its own folder is a fault.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { loadSite, type Release } from "../../src/publish/index.ts";
import { startBrowser } from "./browser.ts";

interface FromDisk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

export interface SiteOnDisk {
  /** Around the site; what is put beside it goes at the end. */
  readonly folder: string;
  address(path: string): string;
  open(path: string, options?: Parameters<Browser["newContext"]>[0]): Promise<FromDisk>;
  end(): Promise<void>;
}

type BuildSite = Awaited<ReturnType<typeof loadSite>>["buildSite"];

/** One page of each kind, of an invented release of twelve people or more. */
export const kinds = [
  "index.html",
  "people/index.html",
  "lists/numbers.html",
  "people/g-000001.html",
  "people/g-000012.html",
  "places/index.html",
  "places/place-1.html",
  "questions/index.html",
  "questions/free-will.html",
  "estimates.html",
  "sources/index.html",
  "method.html",
  "data.html",
  "changes.html",
  "corrections.html",
];

export async function siteOnDisk(
  release: Release,
  options: Parameters<BuildSite>[1] = {},
): Promise<SiteOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-browser-site-"));
  const browser = await startBrowser();
  const { buildSite, writeSite } = await loadSite();
  await writeSite(join(folder, "site"), buildSite(release, options));
  const home = pathToFileURL(join(folder, "site")).href;
  return {
    folder,
    address: (path) => `${home}/${path}`,
    async open(path, more = {}) {
      const context = await browser.newContext({
        viewport: { width: 1100, height: 900 },
        ...more,
      });
      await context.setOffline(true);
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(`${home}/`)) faults.push(`request to ${request.url()}`);
      });
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (/Content Security Policy|Refused/i.test(message.text())) faults.push(message.text());
      });
      await page.goto(`${home}/${path}`);
      return { page, context, faults };
    },
    async end() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
