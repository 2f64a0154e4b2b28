// The site as files: the same every time, whole, and with nothing in it that somebody else wrote as markup. Everyone is invented.
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import type { Release, ReleasedPerson } from "../release/released.ts";
import { escaped, html, safeAddress } from "./html.ts";
import { inventRelease } from "./invent-release.ts";
import { fileName, personFile, relative } from "./paths.ts";
import { bothWays, brokenLinks, builtSite } from "./testing.ts";

const release = inventRelease(60);
const NASTY = `"><img src=x onerror=alert(1)><script>alert(2)</script>'\`\${x}</title></textarea>\u202e`;

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = await builtSite(release);
});

/** Every string of a release, made nasty. */
function spoiled<T>(value: T, key = ""): T {
  if (typeof value === "string") {
    if (["level", "state", "side", "stance", "kind", "about", "sha256", "mime"].includes(key))
      return value;
    return `${value}${NASTY}` as T;
  }
  if (Array.isArray(value)) return value.map((one) => spoiled(one, key)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoiled(v, k)])) as T;
}

describe("a site", () => {
  it("is the same, byte for byte, for the same release", async () => {
    expect(await builtSite(inventRelease(60))).toEqual(files);
  });

  it("has no link that leads nowhere, in either language", async () => {
    expect(brokenLinks(files)).toEqual([]);
    expect(brokenLinks(await builtSite(release, { languages: bothWays }))).toEqual([]);
  });

  it("is caught when a link leads nowhere", () => {
    const one = new Map(files);
    one.delete("method.html");
    expect(brokenLinks(one).length).toBeGreaterThan(10);
  });

  it("has everybody in the list by number", () => {
    const list = files.get("lists/numbers.html") ?? "";
    for (const { number } of release.people) expect(list).toContain(`${personFile(number)}.html`);
  });

  it("tells nobody's name whose level is below it, not in the search either", () => {
    const hidden = inventRelease(60).people.filter(({ level }) => level !== "name");
    expect(hidden.length).toBeGreaterThan(2);
    for (const person of hidden)
      expect([...files].filter(([path]) => path.startsWith("search/t-")).join("")).not.toContain(
        person.number,
      );
  });

  it("keeps a person's page under 60 kB, and lists and shards under 100 kB", () => {
    for (const [path, text] of files) {
      const most = path.startsWith("people/")
        ? 60_000
        : /^data\/|\.svg$/.test(path)
          ? Infinity
          : 100_000;
      expect.soft(Buffer.byteLength(text), path).toBeLessThan(most);
    }
  });

  it("says its policy on every page and asks nothing of anybody", () => {
    for (const [path, text] of files) {
      if (!path.endsWith(".html")) continue;
      const { document } = parseHTML(text);
      const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';/,
      );
      const loads = [...document.querySelectorAll("script,link[rel=stylesheet],img,source,iframe")];
      for (const one of loads)
        expect(
          one.getAttribute("src") ?? one.getAttribute("href") ?? one.getAttribute("srcset"),
        ).not.toMatch(/^(?:\w+:|\/)/);
      expect(document.querySelectorAll("[style],[onclick],style,script:not([src])").length).toBe(0);
    }
  });

  it("shows a value with its claims, speakers, origins in words, denials and the other side", () => {
    const person = release.people.find(({ state }) => state === "disputed") as ReleasedPerson;
    const { document } = parseHTML(files.get(`people/${personFile(person.number)}.html`) ?? "");
    const text = document.querySelector("main")?.textContent ?? "";
    expect(text).toMatch(/independent origin/);
    expect(text).toMatch(/Said by a/);
    expect(text).toMatch(/content grade \d of 6/);
    expect(text).toMatch(/Against it/);
    expect(document.querySelector('a[href="#st1"]')).not.toBeNull();
    for (const style of ["APA", "Chicago", "MLA", "BibTeX", "RIS"]) expect(text).toContain(style);
  });
});

describe("hostile strings", () => {
  it("never become markup, in pages, feed or search", async () => {
    const bad: Release = spoiled(inventRelease(8));
    const built = await builtSite(bad, { downloads: [] });
    for (const [path, text] of built) {
      if (path === "search.js" || path.endsWith(".css")) continue;
      if (path.endsWith(".html") || path.endsWith(".xml")) {
        expect(text, path).not.toMatch(/<img src=x|<script>alert/);
        expect(text, path).not.toContain("\u202e");
      }
      if (path.endsWith(".html")) {
        const { document } = parseHTML(text);
        expect(document.querySelectorAll("[onerror],script:not([src])").length, path).toBe(0);
      }
    }
    for (const path of built.keys()) expect(path).toMatch(/^[A-Za-z0-9._/-]+$/);
    expect(brokenLinks(built)).toEqual([]);
  });

  it("are caught where they are not escaped", () => {
    expect(String(html`<p>${NASTY}</p>`)).not.toContain("<img");
    expect(`<p>${NASTY}</p>`).toContain("<img");
  });

  it("never leave their tag or attribute, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const out = escaped(text);
        expect(out).not.toMatch(/[<>"']/);
        expect(out.isWellFormed()).toBe(true);
      }),
    );
  });

  it("are no address but http and https", () => {
    for (const bad of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/x",
      "//x",
      "https://a:b@c.example/",
      " java\nscript:1",
    ])
      expect(safeAddress(bad)).toBeUndefined();
    expect(safeAddress("https://example.org/a b")).toBe("https://example.org/a%20b");
  });

  it("make file names that stay apart and inside", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fileName(a)).toMatch(/^[a-z0-9][a-z0-9-]*$/);
        expect(fileName(a) === fileName(b)).toBe(a === b);
      }),
    );
    expect(personFile("g-1")).not.toBe(personFile("G-1"));
    expect(relative("ug/people/a.html", "site.css")).toBe("../../site.css");
    expect(relative("people/a.html", "people/b.html")).toBe("b.html");
  });
});

describe("a language written from right to left", () => {
  it("turns the page, not the names", async () => {
    const built = await builtSite(release, { languages: bothWays });
    const page = built.get(`ug/people/${personFile("G-000001")}.html`) ?? "";
    expect(page).toContain('<html lang="ug" dir="rtl">');
    expect(page).toMatch(/<h1><bdi>/);
    expect(page).toContain('href="../../people/g-000001.html" lang="en"');
    // What it lacks is said in English.
    expect(page).toContain("Who says so");
  });
});
