import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { t } from "./translate.ts";

const web = join(import.meta.dirname, "..");
const files = readdirSync(web, { recursive: true, encoding: "utf8" }).filter((path) =>
  /\.tsx?$/.test(path),
);

describe("the English catalogue", () => {
  it("loses no text to a key that two parts chose", () => {
    const keys = readdirSync(join(web, "messages"))
      .filter((name) => /^en-[a-z-]+\.ts$/.test(name))
      .flatMap((name) => [
        ...readFileSync(join(web, "messages", name), "utf8").matchAll(/^ {2}"([^"]+)":/gm),
      ])
      .map((match) => match[1] ?? "");
    expect(keys.length).toBeGreaterThan(300);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(new Set(Object.keys(en))).toEqual(new Set(keys));
  });

  it("fills places, writes numbers for readers and chooses the plural", () => {
    expect(t("person.countClaims", { count: 1 })).toBe("1 claim");
    expect(t("person.countClaims", { count: 12_340 })).toBe("12,340 claims");
    expect(t("shell.locksIn", { time: "12:40" })).toBe("locks in 12:40");
  });

  it("is the only place of texts: no screen writes words between tags", () => {
    const offending = files
      .filter((path) => path.endsWith(".tsx"))
      .flatMap((path) =>
        [
          ...readFileSync(join(web, path), "utf8").matchAll(
            /<[a-zA-Z][^<>]*>\s*([A-Z][a-z]+ [a-z]+[^<>{}]*)</g,
          ),
        ].map((match) => `${path}: ${match[1] ?? ""}`),
      );
    expect(offending).toEqual([]);
  });
});
