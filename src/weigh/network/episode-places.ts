// Where episodes were, under keys that two episodes share when they were in the same place.
// Invariant: a key says only that sources name one place; whether the claim stands is asked of the claim.
import { fold, type Value } from "../../model/index.ts";
import type { Projection } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    episode_places: { seq: number; n: number; key: string; record: string };
  }
}

const longest = 120;

export const episodePlaceTable: Projection = {
  room: "weigh",
  tables: [
    {
      name: "episode_places",
      columns: { key: "text", record: "text" },
      key: "once",
      indexes: [{ columns: ["key", "record"] }],
    },
  ],
  project: {
    "claim.added": ({ schema, property, value, record }) => {
      const key = schema === "Episode" ? placeKey(property, value) : null;
      return key === null ? [] : [{ table: "episode_places", cells: [key, record] }];
    },
  },
};

/** The key of a claim about where an episode was; null for any other claim. */
export function placeKey(property: string, value: Value): string | null {
  if (property === "facilityRecord" && value.kind === "ref") return `record|${value.record}`;
  if (property === "facility" && value.kind === "text") return textKey("facility", value.text);
  if (property !== "place") return null;
  if (value.kind === "place" && value.code !== undefined) return `code|${value.code}`;
  if (value.kind === "place" || value.kind === "text") return textKey("place", value.text);
  return null;
}

function textKey(what: string, text: string): string | null {
  const folded = fold(text.slice(0, 500)).slice(0, longest);
  return folded === "" ? null : `${what}|${folded}`;
}
