// The pictures of a release: its estimates and its places, ready to be put on a page.
// Invariant: they are functions of what is released alone.
import type { ReleasedEstimate, ReleasedPlace } from "../release/released.ts";
import { drawEstimates } from "./estimates.ts";
import type { Scheme } from "./palette.ts";
import type { Picture, PictureWords } from "./picture.ts";
import { drawMap } from "./places-map.ts";

export interface ReleasedPicture {
  /** Day of the release, ISO. */
  readonly asOf: string;
  readonly scheme?: Scheme;
  /** In place of the English words. */
  readonly words?: Partial<PictureWords>;
}

/** Everything said of a number, each for itself; `svgOf(picture.drawing)` is the file, `picture.table` says the same. */
export function estimatesPicture(
  estimates: readonly ReleasedEstimate[],
  { asOf, scheme = "light", words }: ReleasedPicture,
): Picture {
  return drawEstimates(
    {
      kind: "estimates",
      words: {
        title: "How many, by whom, as of when",
        caption: "Each row is one number as one speaker gave it, in the order of dates.",
        caveat:
          "The numbers count different things in different ways. They are never added up or averaged, and no line joins them.",
        asOf,
        ...words,
      },
      estimates: estimates.map((one) => ({ ...one, denials: one.denials.length })),
    },
    scheme,
  );
}

/** Released places with the people who may be told of there; places without a point are in the list under the map. */
export function placesMap(
  places: readonly ReleasedPlace[],
  { asOf, scheme = "light", words }: ReleasedPicture,
): Picture {
  return drawMap(
    {
      kind: "map",
      words: {
        title: "Where it happened",
        caption: "Places in this release; the larger a circle, the more people in it.",
        caveat:
          "People in this release, not all people. An empty place is one nobody could tell of, not one where nothing happened.",
        asOf,
        ...words,
      },
      places: places.map(({ key, names, latitude, longitude, people }) => ({
        label: names[0]?.text ?? "A place that is not named",
        code: key,
        latitude,
        longitude,
        people: people.length,
      })),
    },
    scheme,
  );
}
