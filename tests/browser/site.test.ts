// The public site, opened from disk in a real browser with the network cut. Everyone on it is invented.
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSite, type Release, type ReleasedName } from "../../src/publish/index.ts";
import { bothWays } from "../../src/publish/site/testing.ts";
import { seriousOn } from "./axe.ts";
import { kinds, siteOnDisk, type SiteOnDisk } from "./site-on-disk.ts";

let disk: SiteOnDisk;
let release: Release;
const open: SiteOnDisk["open"] = (...asked) => disk.open(...asked);
beforeAll(async () => {
  const { inventRelease } = await loadSite();
  release = withNames(inventRelease(120));
  disk = await siteOnDisk(release, { languages: bothWays });
});
afterAll(() => disk.end());

const spelled = (text: string, script: string, language: string): ReleasedName => ({
  text,
  script,
  language,
});

/** Three people known each in one script only, and one in all four. */
function withNames(given: Release): Release {
  const names: readonly (readonly ReleasedName[])[] = [
    [
      spelled("Gülmira Sadıqqızı", "Latn", "kk"),
      spelled("Гүлмира Сәдыққызы", "Cyrl", "kk"),
      spelled("گۈلمىرا سادىق", "Arab", "ug"),
      spelled("古丽米拉·萨迪克", "Hans", "zh"),
    ],
    [spelled("叶尔兰·托合塔尔", "Hans", "zh")],
    [spelled("ئەركىن توختى", "Arab", "ug")],
    [spelled("Бауыржан Өтегенов", "Cyrl", "kk")],
  ];
  const people = given.people.map((person, i) => {
    const own = names[i];
    return own === undefined
      ? person
      : { ...person, level: "name" as const, names: own, heading: own[0]?.text ?? "" };
  });
  return { ...given, people };
}

/** Numbers of those found, closest first. */
async function search(page: Page, text: string): Promise<string[]> {
  await page.locator("#q").fill(text);
  await page.getByRole("button", { name: "Search" }).click();
  const status = page.locator("#found");
  await expect.poll(() => status.textContent()).toMatch(/found/i);
  // What was found before stands until the new answer; the input tells which it is.
  await page.waitForTimeout(400);
  const links = await page.locator("#results a").all();
  return Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
}

describe("search from disk with the network cut", () => {
  it.each([
    ["Chinese", "古丽米拉·萨迪克", 1],
    ["Chinese, given name alone", "古丽米拉", 1],
    ["Chinese, in traditional characters", "古麗米拉·薩迪克", 1],
    ["Uyghur", "گۈلمىرا سادىق", 1],
    ["Kazakh", "Гүлмира Сәдыққызы", 1],
    ["Russian letters for Kazakh ones", "Гульмира Садык", 1],
    ["English", "Gulmira Sadyk", 1],
    ["English with a slip", "Gulmirra Sadik", 1],
    ["the other order", "Sadyk Gulmira", 1],
    ["English for somebody known in Chinese only", "Yerlan Tokhtar", 2],
    ["Kazakh for somebody known in Chinese only", "Ерлан Тоқтар", 2],
    ["English for somebody known in Uyghur only", "Erkin Tohti", 3],
    ["Uyghur for somebody known in Kazakh only", "باۋىرجان", 4],
    ["Chinese for somebody known in Kazakh only", "巴吾尔江", 4],
    ["a number", "G-000004", 4],
  ])("finds by %s", async (_, text, person) => {
    const { page, context, faults } = await open("index.html");
    const found = await search(page, text);
    expect(found.slice(0, 3)).toContain(`people/g-00000${person}.html`);
    await page.locator(`#results a[href="people/g-00000${person}.html"]`).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("says that nobody was found, and works by keyboard alone", async () => {
    const { page, context, faults } = await open("people/index.html");
    await page.locator("#q").focus();
    await page.keyboard.type("Wolfgang Zzyzx");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#found").textContent()).toMatch(/Nobody found/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("writes what is typed and what is found as text only", async () => {
    const { page, context, faults } = await open("index.html");
    await page.locator("#q").fill('<img src=x onerror="alert(1)">');
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#found").textContent()).toMatch(/found/i);
    expect(await page.locator("main img").count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("without JavaScript", () => {
  it("leads through lists to everybody, and offers no search", async () => {
    const { page, context, faults } = await open("index.html", { javaScriptEnabled: false });
    expect(await page.locator("#search").isVisible()).toBe(false);
    await page.getByRole("link", { name: "Lists of everybody" }).click();
    await page.getByRole("link", { name: "By number" }).click();
    expect(await page.locator("ul.people > li").count()).toBe(release.people.length);
    await page.getByRole("link", { name: "Gülmira" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Gülmira Sadıqqızı");
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("every kind of page", () => {
  it.each([
    ["light", "", { colorScheme: "light" }],
    ["dark", "", { colorScheme: "dark" }],
    ["on a phone", "", { viewport: { width: 360, height: 740 } }],
    ["from right to left", "ug/", { colorScheme: "light" }],
    ["from right to left on a phone", "ug/", { viewport: { width: 360, height: 740 } }],
  ] as const)(
    "%s is clean to axe, no wider than the screen, and asks nothing",
    async (_, base, options) => {
      const { page, context, faults } = await open(`${base}index.html`, options);
      for (const kind of kinds) {
        await page.goto(disk.address(`${base}${kind}`));
        expect.soft(faults, `${base}${kind}`).toEqual([]);
        expect.soft(await seriousOn({ page }), `${base}${kind}`).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(wide, `${base}${kind}`).toBeLessThanOrEqual(0);
        // axe fetches the style sheet, which the policy rightly refuses.
        faults.length = 0;
      }
      await context.close();
    },
  );

  it("from right to left begins at the right, and names keep their own direction", async () => {
    const { page, context } = await open("ug/people/g-000001.html");
    const sides = await page.evaluate(() => {
      const main = document.querySelector("main") as HTMLElement;
      const name = document.querySelector("h1 bdi") as HTMLElement;
      const box = name.getBoundingClientRect();
      return {
        page: getComputedStyle(main).direction,
        fromRight: main.getBoundingClientRect().right - box.right,
        fromLeft: box.left - main.getBoundingClientRect().left,
      };
    });
    expect(sides.page).toBe("rtl");
    expect(sides.fromRight).toBeLessThan(sides.fromLeft);
    await context.close();
  });
});

describe("on paper", () => {
  it("has every claim, the addresses of the sources, and no navigation", async () => {
    const { page, context } = await open("people/g-000012.html", { colorScheme: "dark" });
    const path = join(disk.folder, "page.pdf");
    await writeFile(path, await page.pdf({ format: "A4" }));
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    expect(text).toMatch(/Invented words number/);
    expect(text).toMatch(/https:\/\/example\.org\/reports\//);
    expect(text).toMatch(/Cite this page/);
    expect(text).not.toMatch(/In dispute\s+Estimates/);
    await context.close();
  });
});
