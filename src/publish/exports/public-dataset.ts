// The downloads beside a public site.
import type { Release } from "../release/released.ts";
import type { ExportFile } from "./export-set.ts";
import { jsonPieces } from "./csv-tables.ts";
import { exportFiles } from "./formats.ts";
import { setOfRelease } from "./set-of-release.ts";

/** A file as the texts it is made of, one after another. */
interface InPieces {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** CSV tables, `guwah.json`, `places.geojson` and a README: what the release holds, with its provenance; one after another, because
 * of a large release they are large. */
export function* publicDataset(release: Release): Generator<InPieces> {
  const set = setOfRelease(release);
  const whole = ({ path, text }: ExportFile): InPieces => ({ path, pieces: [text] });
  for (const file of exportFiles(set, "csv")) yield whole(file);
  yield { path: "guwah.json", pieces: jsonPieces(set) };
  for (const file of exportFiles(set, "geojson")) if (file.path !== "README.txt") yield whole(file);
}
