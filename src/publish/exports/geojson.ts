// Places as GeoJSON (RFC 7946), each with how exact its point is.
import type { ExportFile, ExportSet } from "./export-set.ts";

export function geoJson(set: ExportSet): ExportFile[] {
  const features = set.places.flatMap(({ latitude, longitude, ...place }) =>
    latitude === undefined || longitude === undefined
      ? []
      : [
          {
            type: "Feature",
            id: place.key,
            geometry: { type: "Point", coordinates: [longitude, latitude] },
            properties: {
              name: place.name,
              kind: place.kind,
              precision: place.precision,
              people: place.people,
            },
          },
        ],
  );
  return [
    {
      path: "places.geojson",
      text: `${JSON.stringify({ type: "FeatureCollection", features }, null, 1)}\n`,
    },
  ];
}
