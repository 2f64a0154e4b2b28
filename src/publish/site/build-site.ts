// The public site of a release, file by file.
// Invariant: a pure function: the same release and options give the same bytes in the same order, on any day and machine.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Release, ReleasedPicture } from "../release/released.ts";
import { fileOf, framed } from "./frame.ts";
import { charts, dataset, maps } from "./pages/attached.ts";
import { changesPage } from "./pages/changes.ts";
import { estimatesPage } from "./pages/estimates.ts";
import { feed, newsletter } from "./pages/feed.ts";
import { homePage } from "./pages/home.ts";
import { correctionsPage, dataPage, methodPage } from "./pages/method.ts";
import { peoplePages } from "./pages/people-list.ts";
import { personPage } from "./pages/person.ts";
import { allPlacePages } from "./pages/places.ts";
import { questionPages } from "./pages/questions.ts";
import { shareFile } from "./pages/share.ts";
import { sourcePages } from "./pages/sources.ts";
import { picturePath } from "./paths.ts";
import { searchFiles } from "./search/search-files.ts";
import {
  type Attached,
  type Site,
  type SiteFile,
  type SiteOptions,
  type SitePage,
  sitesOf,
} from "./site.ts";

function* pagesOf(site: Site): Generator<SitePage> {
  yield homePage(site);
  yield* peoplePages(site);
  for (const person of site.release.people) yield personPage(site, person);
  yield* allPlacePages(site);
  yield* questionPages(site);
  yield estimatesPage(site);
  yield* sourcePages(site);
  yield methodPage(site);
  yield dataPage(site);
  yield changesPage(site);
  yield correctionsPage(site);
}

/**
 * Every file of the public site: pages, style, search, pictures, downloads, feed and newsletter text.
 * @param release what may be shown; nothing else is read
 * @param options languages, bytes of pictures, downloads, the address the site will have
 * @returns files one at a time, paths with slashes, none twice; `writeSite` puts them into a folder
 */
export async function* buildSite(
  release: Release,
  options: SiteOptions = {},
): AsyncGenerator<SiteFile> {
  const pictures = new Set<string>();
  for (const picture of picturesOf(release)) {
    if (pictures.has(picture.sha256)) continue;
    const bytes = (await options.picture?.(picture.sha256)) ?? null;
    if (bytes === null) continue;
    pictures.add(picture.sha256);
    yield { path: picturePath(picture), bytes };
  }
  // Their pages tell how large they are; of a large release nobody holds all of them at once.
  const downloads: Attached["downloads"][number][] = [];
  for (const { path, bytes } of options.downloads ?? dataset(release)) {
    downloads.push({ path, bytes: { length: bytes.length } });
    yield { path, bytes };
  }
  const attached = { pictures, downloads, maps: maps(release), charts: charts(release) };
  for (const { path, bytes } of [...attached.maps, ...attached.charts]) yield { path, bytes };
  yield fileOf("site.css", style());
  yield shareFile();
  yield* searchFiles(release.people);
  for (const site of sitesOf(release, options, attached)) {
    for (const page of pagesOf(site)) yield framed(site, page);
    yield feed(site);
    yield newsletter(site);
  }
}

const styles = ["frame.css", "pages.css", "print.css"];
const style = (): string =>
  styles.map((name) => readFileSync(join(import.meta.dirname, "style", name), "utf8")).join("");

function* picturesOf(release: Release): Generator<ReleasedPicture> {
  for (const person of release.people) yield* person.pictures;
}
