// The land under a map: countries, and the prefectures of Xinjiang as one published outline draws them.
// Invariant: whose boundaries they are is said inside every map; where no shape is known there is a point or nothing.
import { createRequire } from "node:module";
import { geoCentroid, type GeoPermissibleObjects } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import outline from "./data/xinjiang-outline.json" with { type: "json" };

export interface Shape {
  readonly code: string;
  readonly shape: GeoPermissibleObjects;
}

/** Said under every map. */
export const boundaryCredit = `Country borders: Natural Earth, as of world-atlas 2.0.2 (public domain). Prefectures: ${outline.source}, ${outline.licence}. ${outline.boundaries}`;

/** Prefectures by their division codes, and divisions that stand directly under the region. */
export const prefectures: readonly Shape[] = outline.units.map(({ code, polygons }) => ({
  code,
  shape: { type: "MultiPolygon", coordinates: polygons },
}));

let countries: readonly GeoPermissibleObjects[] | undefined;

/** All countries; read when a map is first drawn. */
export function countryShapes(): readonly GeoPermissibleObjects[] {
  if (countries === undefined) {
    const atlas = createRequire(import.meta.url)("world-atlas/countries-50m.json") as Topology<{
      countries: GeometryCollection;
    }>;
    countries = feature(atlas, atlas.objects.countries).features;
  }
  return countries;
}

const centres = new Map(prefectures.map(({ code, shape }) => [code, geoCentroid(shape)]));

/** Longitude and latitude of the middle of a prefecture; a county stands in the middle of its prefecture. */
export function centreOf(code: string): readonly [number, number] | undefined {
  const found = centres.get(code) ?? centres.get(code.slice(0, 4)) ?? capitals[code];
  return found;
}

/** Capitals, for countries people are counted in; degrees east and north, rounded to a tenth. */
const capitals: Readonly<Record<string, readonly [number, number]>> = {
  "65": [85.3, 41.8],
  CN: [116.4, 39.9],
  KZ: [71.4, 51.2],
  KG: [74.6, 42.9],
  UZ: [69.2, 41.3],
  TJ: [68.8, 38.6],
  TM: [58.4, 37.9],
  TR: [32.9, 39.9],
  RU: [37.6, 55.8],
  MN: [106.9, 47.9],
  PK: [73.1, 33.7],
  AF: [69.2, 34.5],
  IN: [77.2, 28.6],
  EG: [31.2, 30.0],
  SA: [46.7, 24.7],
  AE: [54.4, 24.5],
  TH: [100.5, 13.8],
  MY: [101.7, 3.1],
  DE: [13.4, 52.5],
  FR: [2.4, 48.9],
  NL: [4.9, 52.4],
  NO: [10.8, 59.9],
  SE: [18.1, 59.3],
  GB: [-0.1, 51.5],
  US: [-77.0, 38.9],
  CA: [-75.7, 45.4],
  AU: [149.1, -35.3],
  JP: [139.7, 35.7],
};
