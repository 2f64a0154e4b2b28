// The search through bytes against a slow one that reads every text for every word. Every word is invented.
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PhraseScan } from "./phrase-scan.ts";
import { searchAside } from "./search-aside.ts";
import { ByteSearch } from "./search-bytes.ts";
import { WordFinder } from "./word-finder.ts";

const signs = [..."abİıKs şқңنۇ古丽𞤀- \n\u00a0&\\%'"];
const words = fc.string({ unit: fc.constantFrom(...signs), minLength: 3, maxLength: 24 });

const wrap: Readonly<Record<string, (words: string) => Uint8Array>> = {
  plain: (text) => Buffer.from(`… ${text} …`),
  "other case": (text) => Buffer.from(text.toUpperCase()),
  spread: (text) => Buffer.from(text.replaceAll(" ", "\n \t\u00a0")),
  percent: (text) => Buffer.from(encodeURIComponent(text)),
  entities: (text) => Buffer.from(text.replace(/[^a-z]/gu, (one) => `&#${one.codePointAt(0)};`)),
  json: (text) => Buffer.from(JSON.stringify({ a: text })),
  base64: (text) => Buffer.from(Buffer.from(`....${text}....`).toString("base64")),
  gzip: (text) => gzipSync(`x ${text} y`),
  utf16: (text) => Buffer.from(`a b ${text} c d`, "utf16le"),
};

/** Without the coarse look: every word by itself, as text stands. */
function slowly(text: string, all: readonly string[]): string[] {
  return all.filter((one) => {
    const finder = new WordFinder();
    finder.add(one, "it");
    const flat = (raw: string): string => raw.toLowerCase().replace(/\s+/gu, " ");
    return finder.has(text) && flat(text).includes(flat(one));
  });
}

describe("the coarse look", () => {
  it("misses nothing that stands in a text, whatever its case and spaces", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), fc.array(words, { maxLength: 8 }), (a, b) => {
        const all = a.filter((one) => one.toLowerCase().replace(/\s+/gu, " ").length >= 3);
        const scan = new PhraseScan(all);
        for (const text of [[...a, ...b].join(" "), b.join(""), a.join("").toUpperCase()])
          for (const found of slowly(text, all))
            expect([...scan.mayStand(text)].map((i) => all[i])).toContain(found);
      }),
    );
  });

  it("looks at a phrase of any length by its beginning", () => {
    const long = "an invented sentence that goes on ".repeat(40);
    expect(new PhraseScan([long]).mayStand(`so: ${long}`).size).toBe(1);
    expect(new PhraseScan([long]).mayStand(`so: ${long.slice(0, 39)}`).size).toBe(0);
  });
});

describe("the search through bytes", () => {
  it("finds each word however it is wrapped, and no other", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."qзخ渡"), minLength: 10, maxLength: 14 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...Object.keys(wrap)),
        (all, how) => {
          const [planted = "", ...others] = all;
          const rest = others.filter((one) => !planted.startsWith(one.slice(0, 4)));
          const search = new ByteSearch([`${planted} zhar`, ...rest.map((one) => `${one} zhar`)]);
          const bytes = (wrap[how] as (words: string) => Uint8Array)(`${planted} zhar`);
          expect([...search.find({ path: "a", bytes })], how).toEqual([`${planted} zhar`]);
        },
      ),
    );
  });

  it("finds a word across the parts a large file is read in, with any room between its halves", () => {
    const one = "Qyrghiek Oytur";
    const search = new ByteSearch([one]);
    const part = 4 * 1024 * 1024;
    const bytes = Buffer.alloc(part + 99_999, "x ");
    for (const between of [" ", " ".repeat(50_000)]) {
      bytes.fill("x ").write(` Qyrghiek${between}Oytur `, part - 3);
      expect(search.find({ path: "a", bytes }).size).toBe(1);
    }
  });

  it("remembers what was clean, and never takes it for more than it was", () => {
    const search = new ByteSearch(["Qyrghiek Oytur zzz"]);
    const told = Buffer.from("....Qyrghiek Oytur zzz....").toString("base64");
    for (let n = 0; n < 3; n++) {
      expect(search.find({ path: "a", bytes: Buffer.from("people/g-000001") }).size).toBe(0);
      expect(search.find({ path: "a", bytes: Buffer.from(told) }).size).toBe(1);
    }
  });
});

describe("the search in a thread of its own", () => {
  const file = (text: string) => ({ path: "a.html", bytes: Buffer.from(text) });

  it("is done when all was looked at, and not where anything was found", async () => {
    const searcher = searchAside(["Qyrghiek Oytur zzz"]);
    for (let n = 0; n < 20; n++) await searcher.look(file(`nothing ${n}`));
    await searcher.done();
    await searcher.look(file("Qyrghiek Oytur zzz"));
    await expect(searcher.done()).rejects.toMatchObject({ code: "publish/says-what-stays" });
    await searcher.end();
  });

  it("is never done where the thread ended before it was through", async () => {
    const searcher = searchAside(["Qyrghiek Oytur zzz"]);
    await searcher.look(file("nothing"));
    await searcher.end();
    await expect(searcher.done()).rejects.toThrow("before it was through");
  });
});
