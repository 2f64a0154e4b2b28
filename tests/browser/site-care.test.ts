// What a careful reader of the public site may ask beyond its words: pages in order, light, by keyboard alone, shared without a
// server, and followed as a feed. Everyone on it is invented.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSite, type Release } from "../../src/publish/index.ts";
import { bothWays } from "../../src/publish/site/testing.ts";
import { kinds, siteOnDisk, type SiteOnDisk } from "./site-on-disk.ts";

let disk: SiteOnDisk;
let release: Release;
const open: SiteOnDisk["open"] = (...asked) => disk.open(...asked);
beforeAll(async () => {
  release = (await loadSite()).inventRelease(24);
  disk = await siteOnDisk(release, { languages: bothWays });
});
afterAll(() => disk.end());

/** What auditors of pages look for, beyond what axe knows: one line a fault. */
async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const all = (what: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(what)];
    const meta = (name: string): string =>
      document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
    if (document.title.trim().length < 4) faults.push("no title");
    if (document.documentElement.lang === "") faults.push("no language");
    const told = meta("description");
    if (told.length < 10 || told.length > 210) faults.push(`description of ${told.length} letters`);
    if (!meta("viewport").includes("width=device-width")) faults.push("no viewport");
    if (meta("referrer") !== "no-referrer") faults.push("tells where one comes from");
    let last = 0;
    for (const heading of all("h1,h2,h3,h4,h5,h6")) {
      const level = Number(heading.tagName.slice(1));
      if (level > last + 1) faults.push(`h${level} after h${last}: ${heading.innerText}`);
      last = level;
    }
    if (all("h1").length !== 1) faults.push(`${all("h1").length} first headings`);
    for (const link of all("a[href]"))
      if (link.innerText.trim() === "") faults.push(`a link without words: ${link.outerHTML}`);
    for (const image of document.images)
      if (image.alt === "" || !image.hasAttribute("width") || !image.hasAttribute("height"))
        faults.push(`a picture without words or size: ${image.src}`);
    for (const script of document.scripts)
      if (!script.defer) faults.push(`a script that holds the page up: ${script.src}`);
    const ids = all("[id]").map(({ id }) => id);
    if (new Set(ids).size < ids.length) faults.push("one id twice");
    // WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links within a sentence.
    for (const target of all("button, summary, input, nav a")) {
      const { width, height } = target.getBoundingClientRect();
      if (width > 0 && (width < 24 || height < 24))
        faults.push(`too small to touch: ${target.innerText} ${width} x ${height}`);
    }
    return faults;
  });
}

describe("what an auditor of pages asks", () => {
  it.each(["", "ug/"])("is in order on every kind of page, in %s/", async (base) => {
    const { page, context } = await open(`${base}index.html`, {
      viewport: { width: 390, height: 844 },
    });
    for (const kind of kinds) {
      await page.goto(disk.address(`${base}${kind}`));
      expect.soft(await faultsOf(page), `${base}${kind}`).toEqual([]);
    }
    await context.close();
  });

  it("finds what is planted", async () => {
    const { page, context } = await open("people/g-000001.html");
    await page.evaluate(() => {
      document.title = "";
      document.querySelector('meta[name="description"]')?.remove();
      document
        .querySelector("main")
        ?.append(
          document.createElement("h5"),
          new Image(4, 4),
          Object.assign(document.createElement("a"), { href: "#text" }),
          Object.assign(document.createElement("p"), { id: "text" }),
        );
    });
    const found = (await faultsOf(page)).join();
    for (const one of ["title", "description", "h5 after", "picture", "link without", "id twice"])
      expect(found).toContain(one);
    await context.close();
  });

  it("a person's page weighs at most 60 kB with its style and scripts, before a search, and stays where it is", async () => {
    const { page, context } = await open("people/g-000001.html");
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as { value?: number }).value ?? 0;
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(moved).toBe(0);
    const loaded = await page.evaluate(() =>
      [
        location.href,
        ...[...document.querySelectorAll("script[src]")].map(
          (one) => (one as HTMLScriptElement).src,
        ),
        ...[...document.styleSheets].map(({ href }) => href ?? ""),
      ].map(decodeURI),
    );
    expect(loaded).toContain(disk.address("share.js"));
    const sizes = loaded.map((url) => statSync(fileURLToPath(url)).size);
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
    await context.close();
  });
});

describe("by keyboard", () => {
  it.each([
    ["index.html", ["#q"]],
    ["people/g-000012.html", ["#share", "main a[href]", "summary"]],
  ])(
    "%s: first the way past the links, then everything once, each with a visible ring",
    async (path, musts) => {
      const { page, context } = await open(path);
      await page.keyboard.press("Tab");
      await expect
        .poll(() => page.locator(".skip").evaluate((one) => one.getBoundingClientRect().top))
        .toBeGreaterThanOrEqual(0);
      const reached: string[] = [];
      const wanted = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "a[href], button, input, summary, [tabindex='0']",
          ),
        ]
          .filter((one) => one.checkVisibility())
          .map((one, i) => (one.dataset["stop"] = String(i))),
      );
      for (let i = 0; i < wanted.length; i++) {
        const here = await page.evaluate(() => {
          const one = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          return {
            stop: one.dataset["stop"] ?? "",
            ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
          };
        });
        reached.push(here.stop);
        expect.soft(here.ring, `stop ${here.stop}`).toBe(true);
        await page.keyboard.press("Tab");
      }
      expect(reached).toEqual(wanted);
      for (const must of musts)
        expect(await page.locator(must).first().getAttribute("data-stop")).not.toBeNull();
      await context.close();
    },
  );

  it("goes past the links into the text", async () => {
    const { page, context } = await open("people/g-000012.html");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    await context.close();
  });
});

/** Presses the button with a clipboard that only remembers. */
async function copied(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    Object.assign(globalThis, { copied: [] });
    navigator.clipboard.writeText = (text) => {
      (globalThis as unknown as { copied: string[] }).copied.push(text);
      return Promise.resolve();
    };
  });
  await page.getByRole("button", { name: "Share this page" }).click();
  const told = () => page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied);
  await expect.poll(async () => (await told()).length).toBe(1);
  return told();
}

describe("handing a page on", () => {
  it("copies the address the site will have, and asks nothing of anybody", async () => {
    const { page, context, faults } = await open("people/g-000001.html");
    expect(await copied(page)).toEqual(["https://example.org/site/people/g-000001.html"]);
    await page.getByText("The address is copied.").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("where the site has no address yet, copies name and number, never a folder of the reader", async () => {
    const { buildSite, inventRelease, writeSite } = await loadSite();
    const nowhere = { ...inventRelease(2), publisher: {} };
    await writeSite(join(disk.folder, "site", "nowhere"), buildSite(nowhere));
    const { page, context } = await open("nowhere/people/g-000001.html");
    const told = await copied(page);
    expect(told).toEqual([await page.title()]);
    expect(told[0]).toMatch(/\(G-000001\)/);
    await context.close();
  });

  it("copies by hand where the clipboard is closed", async () => {
    const { page, context } = await open("people/g-000001.html");
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    });
    await page.getByRole("button", { name: "Share this page" }).click();
    await page.getByText("The address is copied.").waitFor();
    await context.close();
  });

  it("gives the page's address to the reader's own device where it can share", async () => {
    const { page, context } = await open("index.html");
    await page.addInitScript(() => {
      Object.assign(navigator, {
        share: (what: unknown) => {
          Object.assign(globalThis, { shared: what });
          return Promise.resolve();
        },
      });
    });
    await page.goto(disk.address("people/g-000001.html"));
    await page.getByRole("button", { name: "Share this page" }).click();
    const shared = () => page.evaluate(() => (globalThis as { shared?: unknown }).shared);
    const url = "https://example.org/site/people/g-000001.html";
    await expect.poll(shared).toMatchObject({ url });
    await context.close();
  });

  it("has no button without JavaScript", async () => {
    const { page, context } = await open("people/g-000001.html", { javaScriptEnabled: false });
    expect(await page.locator("#share").isVisible()).toBe(false);
    await context.close();
  });
});

describe("what changed", () => {
  it("is an Atom feed that a parser of XML reads, and a text for a newsletter", async () => {
    const { page, context } = await open("changes.html");
    const xml = readFileSync(join(disk.folder, "site", "feed.xml"), "utf8");
    const read = await page.evaluate((text) => {
      const feed = new DOMParser().parseFromString(text, "application/xml");
      const of = (parent: Element | Document, name: string): Element[] => [
        ...parent.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name),
      ];
      return {
        broken: feed.querySelector("parsererror") !== null,
        root: `${feed.documentElement.namespaceURI} ${feed.documentElement.localName}`,
        author: of(feed, "author").length,
        // RFC 4287, 4.1.2: each entry has exactly one id, title and updated.
        entries: of(feed, "entry").map((entry) =>
          ["id", "title", "updated"].map((name) => of(entry, name).length),
        ),
        ids: of(feed, "id").map((one) => one.textContent ?? ""),
        times: of(feed, "updated").map((one) => Date.parse(one.textContent ?? "")),
      };
    }, xml);
    expect(read).toMatchObject({
      broken: false,
      root: "http://www.w3.org/2005/Atom feed",
      author: 1,
    });
    const { changes, thingChanges = [] } = release;
    expect(read.entries.length).toBe(changes.length + thingChanges.length);
    expect(read.entries.length).toBeGreaterThan(0);
    for (const entry of read.entries) expect(entry).toEqual([1, 1, 1]);
    expect(new Set(read.ids).size).toBe(read.ids.length);
    for (const id of read.ids) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    for (const time of read.times) expect(time).not.toBeNaN();
    const letter = readFileSync(join(disk.folder, "site", "newsletter.txt"), "utf8");
    expect(letter).toContain(`${release.people.length} people documented in public.`);
    for (const { number } of changes) expect(letter).toContain(number);
    for (const { label } of thingChanges) expect(letter).toContain(label);
    expect(letter).toContain("* withdrawn: An estimate\n");
    for (const to of ["places/place-1.html", "questions/free-will.html"])
      expect(await page.locator(`main a[href="${to}"]`).count(), to).toBe(1);
    expect(letter).not.toMatch(/[<>]/);
    await context.close();
  });
});
