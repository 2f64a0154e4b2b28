// The search of a site alone: its page and its data, without everybody's pages.
// Invariant: the same files as in the whole site; benches measure with it what a site of a hundred thousand people answers.
import type { Release } from "../../release/released.ts";
import { framed } from "../frame.ts";
import { homePage } from "../pages/home.ts";
import { type SiteFile, sitesOf } from "../site.ts";
import { type Searched, searchFiles } from "./search-files.ts";

/** `release`: for the words around the search; `people`: who can be found. */
export async function* buildSearch(
  release: Release,
  people: readonly Searched[],
): AsyncGenerator<SiteFile> {
  yield* searchFiles(people);
  const nothing = { pictures: new Set<string>(), downloads: [], maps: [], charts: [] };
  for (const site of sitesOf(release, {}, nothing)) yield framed(site, homePage(site));
}
