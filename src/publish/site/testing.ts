// What tests of the site need: the files of a build by path, and what is wrong with the links between them.
import { posix } from "node:path";
import type { Release } from "../release/released.ts";
import { buildSite } from "./build-site.ts";
import { english, type SiteLanguage } from "./say.ts";
import type { SiteOptions } from "./site.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

export async function builtSite(
  release: Release,
  options: SiteOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, bytes } of buildSite(release, options)) {
    if (files.has(path)) throw new Error(`${path} is built twice`);
    files.set(path, utf8.decode(bytes));
  }
  return files;
}

/** A language written from right to left that says everything in English: only its direction is tested. */
const rightToLeft: SiteLanguage = {
  tag: "ug",
  name: "ئۇيغۇرچە",
  dir: "rtl",
  messages: { "site.title": "سىناق بېتى" },
};
export const bothWays: readonly SiteLanguage[] = [english, rightToLeft];

/** Links and sources on pages that lead to no file of the site, or to no such place on it. */
export function brokenLinks(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith(".html")) continue;
    for (const [, target = ""] of text.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)) {
      if (/^(?:https?:|mailto:)/.test(target)) continue;
      const [file = "", hash] = target.split("#");
      const to = file === "" ? path : posix.join(posix.dirname(path), file);
      // Written beside the site when it is put into a folder.
      if (to === "SHA256SUMS") continue;
      const there = files.get(to);
      if (there === undefined) faults.push(`${path}: ${target}`);
      else if (hash !== undefined && hash !== "" && !there.includes(`id="${hash}"`))
        faults.push(`${path}: ${target} has no such place`);
    }
  }
  return faults;
}
