// What other parts of the room make of a release and the site takes along: data files and the map.
// Invariant: functions of the release alone.
import { publicDataset } from "../../exports/public-dataset.ts";
import { svgOf } from "../../pictures/drawing.ts";
import { placesMap } from "../../pictures/released.ts";
import type { Release } from "../../release/released.ts";
import type { Download, MapFile } from "../site.ts";

const utf8 = new TextEncoder();

/** The tables and files for programs, in the folder `data`. */
export function dataset(release: Release): readonly Download[] {
  return publicDataset(release).map(({ path, text }) => ({
    path: `data/${path}`,
    bytes: utf8.encode(text),
  }));
}

/** The map for light and for dark pages; none where no place has coordinates that may be told. */
export function maps(release: Release): readonly MapFile[] {
  if (release.places.every(({ latitude }) => latitude === undefined)) return [];
  return (["light", "dark"] as const).map((scheme) => {
    const { drawing } = placesMap(release.places, { asOf: release.asOf, scheme });
    const [width, height] = [Number(drawing.attrs["width"]), Number(drawing.attrs["height"])];
    return { path: `places/map-${scheme}.svg`, bytes: utf8.encode(svgOf(drawing)), width, height };
  });
}
