// The downloads beside a public site.
import type { Release } from "../release/released.ts";
import type { ExportFile } from "./export-set.ts";
import { exportFiles } from "./formats.ts";
import { setOfRelease } from "./set-of-release.ts";

/** CSV tables, `guwah.json`, `places.geojson` and a README: what the release holds, with its provenance; one after another, because
 * of a large release they are large. */
export function* publicDataset(release: Release): Generator<ExportFile> {
  const set = setOfRelease(release);
  const without = (files: readonly ExportFile[]): ExportFile[] =>
    files.filter(({ path }) => path !== "README.txt");
  yield* exportFiles(set, "csv");
  yield* without(exportFiles(set, "json"));
  yield* without(exportFiles(set, "geojson"));
}
