// People by place on a map: a numbered circle at each place, and the same numbers in a list under it.
// Invariant: every place is in the list, also one that has no point; a figure held back has one size, whatever it is.
import { geoMercator, geoPath, type GeoPermissibleObjects, type GeoProjection } from "d3-geo";
import { boundaryCredit, centreOf, countryShapes, prefectures } from "./base-map.ts";
import { shown } from "./bars.ts";
import { type Drawing, el } from "./drawing.ts";
import type { Palette, Scheme } from "./palette.ts";
import {
  framed,
  margin,
  type Marks,
  type Picture,
  type PictureWords,
  pictureWidth,
} from "./picture.ts";
import { shortened, textAt, widthOf } from "./words.ts";

export interface MapPlace {
  readonly label: string;
  /** Division or country code, where there are no coordinates. */
  readonly code?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** Null: held back. Left out: people are not what is told of this place. */
  readonly people?: number | null | undefined;
  /** Of the people, those whose date or place leaves a doubt. */
  readonly unsure?: number | undefined;
}

export interface MapPicture {
  readonly kind: "map";
  readonly words: PictureWords;
  readonly places: readonly MapPlace[];
  /** People of whom the place is not known; null: held back. */
  readonly notKnown?: number | null | undefined;
}

const mapHeight = 440;
const box = [
  [margin, 0],
  [pictureWidth - margin, mapHeight],
] as const;

export function drawMap({ words, places, notKnown }: MapPicture, scheme: Scheme): Picture {
  return framed(words, scheme, (colours) => {
    const spots = places.map((place, i) => ({ place, n: i + 1, at: pointOf(place) }));
    const projection = fitted(spots.flatMap(({ at }) => (at === undefined ? [] : [at])));
    const list = listed(spots, notKnown, colours);
    return {
      height: mapHeight + 14 + list.height,
      drawn: [
        ...land(projection, places, colours),
        ...circles(spots, projection, colours),
        ...list.drawn,
      ],
      table: {
        head: ["On the map", "Place", "People", "Not certain"],
        rows: [
          ...spots.map(({ place, n, at }) => [
            at === undefined ? "no point" : String(n),
            place.label,
            place.people === undefined ? "" : shown(place.people),
            place.unsure === undefined ? "" : shown(place.unsure),
          ]),
          ...(notKnown === undefined ? [] : [["", "Place not known", shown(notKnown), ""]]),
        ],
      },
      summary: `${places.length} places; the list under the map has all of them.`,
      credit: boundaryCredit,
    } satisfies Marks;
  });
}

type Point = readonly [number, number];

interface Spot {
  readonly place: MapPlace;
  readonly n: number;
  readonly at: Point | undefined;
}

function pointOf({ latitude, longitude, code }: MapPlace): Point | undefined {
  if (latitude !== undefined && longitude !== undefined) return [longitude, latitude];
  return code === undefined ? undefined : centreOf(code);
}

/** Xinjiang fills the map; where places lie outside, the map is as wide as they need. */
function fitted(points: readonly Point[]): GeoProjection {
  const projection = geoMercator();
  const all: GeoPermissibleObjects = {
    type: "GeometryCollection",
    geometries: [
      ...prefectures.map(({ shape }) => shape as GeoJSON.Geometry),
      { type: "MultiPoint", coordinates: points.map(([x, y]) => [x, y]) },
    ],
  };
  projection.fitExtent(
    [
      [box[0][0] + 26, box[0][1] + 26],
      [box[1][0] - 26, box[1][1] - 26],
    ],
    all,
  );
  return projection.clipExtent([[...box[0]], [...box[1]]]);
}

function land(projection: GeoProjection, places: readonly MapPlace[], c: Palette): Drawing[] {
  const draw = geoPath(projection).digits(1);
  const named = new Set(places.map(({ code }) => code?.slice(0, 4)));
  const paths = (shapes: readonly { shape: GeoPermissibleObjects; fill: string; edge: string }[]) =>
    shapes.flatMap(({ shape, fill, edge }) => {
      const d = draw(shape);
      return d === null ? [] : [el("path", { d, fill, stroke: edge, "stroke-width": 0.8 })];
    });
  return [
    ...paths(countryShapes().map((shape) => ({ shape, fill: c.land, edge: c.rule }))),
    ...paths(
      prefectures.map(({ code, shape }) => ({
        shape,
        fill: named.has(code) ? c.fill : c.region,
        edge: c.quiet,
      })),
    ),
    el("rect", {
      x: box[0][0],
      y: 0,
      width: box[1][0] - box[0][0],
      height: mapHeight,
      fill: "none",
      stroke: c.rule,
    }),
  ];
}

/** Area by people; circles that would lie on each other stand beside each other. */
function circles(spots: readonly Spot[], projection: GeoProjection, c: Palette): Drawing[] {
  const most = spots.reduce((n, { place }) => Math.max(n, place.people ?? 0), 1);
  const put: { readonly x: number; readonly y: number; readonly r: number }[] = [];
  return spots.flatMap(({ place, n, at }) => {
    const spot = at === undefined ? null : projection([at[0], at[1]]);
    if (spot === null) return [];
    const { people } = place;
    const r = people === undefined || people === null ? 10 : 10 + 16 * Math.sqrt(people / most);
    const free = freeSpot(spot, r, put);
    put.push({ ...free, r });
    const hollow = people === null;
    return [
      el("circle", {
        cx: free.x,
        cy: free.y,
        r,
        fill: hollow ? c.paper : c.mark,
        stroke: hollow ? c.mark : c.paper,
        "stroke-width": 1.5,
        "stroke-dasharray": hollow ? "3 3" : undefined,
      }),
      textAt(String(n), {
        x: free.x,
        y: free.y + 4.2,
        size: 12,
        fill: hollow ? c.ink : c.onMark,
        side: "middle",
        bold: true,
      }),
    ];
  });
}

function freeSpot(
  [x, y]: readonly [number, number],
  r: number,
  put: readonly { readonly x: number; readonly y: number; readonly r: number }[],
): { readonly x: number; readonly y: number } {
  for (let turn = 0; turn < 240; turn++) {
    const [angle, far] = [turn * 2.4, 3.2 * Math.sqrt(turn)];
    const at = {
      x: Math.min(box[1][0] - r, Math.max(box[0][0] + r, x + far * Math.cos(angle))),
      y: Math.min(mapHeight - r, Math.max(r, y + far * Math.sin(angle))),
    };
    if (put.every((other) => Math.hypot(other.x - at.x, other.y - at.y) >= other.r + r - 2))
      return at;
  }
  return { x, y };
}

function listed(
  spots: readonly Spot[],
  notKnown: number | null | undefined,
  c: Palette,
): { readonly drawn: readonly Drawing[]; readonly height: number } {
  const columns = 3;
  const wide = (pictureWidth - 2 * margin) / columns;
  const lines = [
    ...spots.map(({ place, n, at }) => ({
      sign: at === undefined ? "–" : String(n),
      ...lineOf(place),
    })),
    ...(notKnown === undefined
      ? []
      : [{ sign: "–", label: "Place not known", figure: shown(notKnown) }]),
  ];
  const rows = Math.max(1, Math.ceil(lines.length / columns));
  return {
    height: rows * 20 + 6,
    drawn: lines.flatMap(({ sign, label, figure }, i) => {
      const x = margin + Math.floor(i / rows) * wide;
      const style = { y: mapHeight + 28 + (i % rows) * 20, size: 12.5, fill: c.ink };
      const room = wide - 24 - 22 - widthOf(figure, 12.5);
      // Each in a text of its own, so that a name in Arabic letters does not draw the numbers to its side.
      return [
        textAt(sign, { ...style, x, bold: true }),
        textAt(shortened(label, 12.5, room), { ...style, x: x + 24 }),
        textAt(figure, { ...style, x: x + wide - 16, side: "right" }),
      ];
    }),
  };
}

function lineOf({ label, people, unsure }: MapPlace): {
  readonly label: string;
  readonly figure: string;
} {
  if (people === undefined) return { label, figure: "" };
  const doubt = unsure === undefined || unsure === 0 ? "" : ` (${unsure} not certain)`;
  return { label, figure: `${shown(people)}${doubt}` };
}
