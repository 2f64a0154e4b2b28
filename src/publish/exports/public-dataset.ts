// The downloads beside a public site.
import type { Release } from "../release/released.ts";
import type { ExportFile } from "./export-set.ts";
import { exportFiles } from "./formats.ts";
import { setOfRelease } from "./set-of-release.ts";

/** CSV tables, `guwah.json`, `places.geojson` and a README: what the release holds, with its provenance. */
export function publicDataset(release: Release): readonly ExportFile[] {
  const set = setOfRelease(release);
  const without = (files: readonly ExportFile[]): ExportFile[] =>
    files.filter(({ path }) => path !== "README.txt");
  return [
    ...exportFiles(set, "csv"),
    ...without(exportFiles(set, "json")),
    ...without(exportFiles(set, "geojson")),
  ];
}
