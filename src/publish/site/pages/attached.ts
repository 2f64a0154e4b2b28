// What other parts of the room make of a release and the site takes along: data files, the map and the estimates drawn.
// Invariant: functions of the release alone.
import { termLabel } from "../../../model/index.ts";
import { publicDataset } from "../../exports/public-dataset.ts";
import { svgOf } from "../../pictures/drawing.ts";
import type { Picture } from "../../pictures/picture.ts";
import { estimatesPicture, placesMap } from "../../pictures/released.ts";
import type { Release } from "../../release/released.ts";
import { joinedBytes } from "../../release/text-bytes.ts";
import type { Download, MapFile } from "../site.ts";

const utf8 = new TextEncoder();

/** The tables and files for programs, in the folder `data`. */
export function* dataset(release: Release): Generator<Download> {
  for (const { path, pieces } of publicDataset(release))
    yield { path: `data/${path}`, bytes: joinedBytes(pieces) };
}

/** The map for light and for dark pages; none where no place has coordinates that may be told. */
export function maps(release: Release): readonly MapFile[] {
  if (release.places.every(({ latitude }) => latitude === undefined)) return [];
  return drawn("places/map", (scheme) => placesMap(release.places, { asOf: release.asOf, scheme }));
}

/** The estimates by date, each for itself; none where no estimate is released. */
export function charts(release: Release): readonly MapFile[] {
  if (release.estimates.length === 0) return [];
  const estimates = release.estimates.map((one) => ({
    ...one,
    unit: termLabel("figure-unit", one.unit),
  }));
  return drawn("estimates", (scheme) =>
    estimatesPicture(estimates, { asOf: release.asOf, scheme }),
  );
}

function drawn(name: string, draw: (scheme: "light" | "dark") => Picture): MapFile[] {
  return (["light", "dark"] as const).map((scheme) => {
    const { drawing, width, height } = draw(scheme);
    return { path: `${name}-${scheme}.svg`, bytes: utf8.encode(svgOf(drawing)), width, height };
  });
}
