// One door to every kind of picture.
import { barsPicture, type BarsPicture } from "./bars.ts";
import { type CurvePicture, drawCurve } from "./curve.ts";
import { drawEstimates, type EstimatesPicture } from "./estimates.ts";
import { drawModels, type ModelsPicture } from "./models.ts";
import { drawNetwork, type NetworkPicture } from "./network.ts";
import { drawOverlap, type OverlapPicture } from "./overlap.ts";
import type { Scheme } from "./palette.ts";
import type { Picture } from "./picture.ts";
import { drawMap, type MapPicture } from "./places-map.ts";
import { drawTimeline, type TimelinePicture } from "./timeline.ts";

export type PictureInput =
  | BarsPicture
  | CurvePicture
  | EstimatesPicture
  | MapPicture
  | ModelsPicture
  | NetworkPicture
  | OverlapPicture
  | TimelinePicture;

/** The picture of some figures: the same input gives the same bytes. */
export function drawPicture(input: PictureInput, scheme: Scheme = "light"): Picture {
  switch (input.kind) {
    case "bars":
    case "dots":
      return barsPicture(input, scheme);
    case "curve":
      return drawCurve(input, scheme);
    case "estimates":
      return drawEstimates(input, scheme);
    case "map":
      return drawMap(input, scheme);
    case "models":
      return drawModels(input, scheme);
    case "network":
      return drawNetwork(input, scheme);
    case "overlap":
      return drawOverlap(input, scheme);
    case "timeline":
      return drawTimeline(input, scheme);
  }
}
