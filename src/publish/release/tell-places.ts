// A place something released happened at.
// Invariant: a point is never more exact than two decimals of a degree; the people there are those shown by name whose page
// says so, and nobody is counted who is shown below that level.
import { scriptOf } from "../../names/index.ts";
import type { BareFile } from "../../weigh/index.ts";
import type { ReleasedName, ReleasedPerson, ReleasedPlace } from "./released.ts";
import { type Telling, tellProperty } from "./tell-person.ts";

/** About a kilometre: enough to find the town, not the door. */
const DECIMALS = 2;
/** Told by itself, or not at all. */
const apart = new Set(["name", "kind", "coordinates", "address", "note"]);

export function namesOfPlace(file: BareFile): ReleasedName[] {
  const names = file.properties.find(({ name }) => name === "name");
  const found = new Map<string, ReleasedName>();
  for (const { value } of [...(names?.headlines ?? []), ...(names?.claims ?? [])])
    if (value.kind === "name" && !found.has(value.text))
      found.set(value.text, {
        text: value.text,
        script: scriptOf(value.text),
        ...(value.lang === undefined ? {} : { language: value.lang }),
      });
  return [...found.values()];
}

export function tellPlace(
  key: string,
  file: BareFile,
  people: readonly ReleasedPerson[],
  telling: Telling,
): ReleasedPlace {
  const first = (name: string) =>
    file.properties.find((property) => property.name === name)?.headlines[0]?.value;
  const kind = first("kind");
  const point = first("coordinates");
  const within = { telling, numbers: new Map(), origins: new Map<string, number>(), file };
  return {
    key,
    names: namesOfPlace(file),
    kind: kind?.kind === "code" ? kind.code : "unknown",
    ...(point?.kind === "text" ? pointOf(point.text) : {}),
    people: people
      .filter(({ level, parts }) => level === "name" && parts.some(({ place }) => place === key))
      .map(({ number }) => number),
    values: file.properties
      .filter(({ name }) => !apart.has(name))
      .flatMap((view) => tellProperty("Place", view, within)),
  };
}

/** Degrees north and east, as `43.92, 81.32`; nothing for what cannot be read so. */
export function pointOf(text: string): { latitude?: number; longitude?: number } {
  const match = /^\s*(-?\d{1,2}(?:\.\d{1,12})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*$/.exec(
    text,
  );
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return {};
  return { latitude: coarse(latitude), longitude: coarse(longitude) };
}

const coarse = (degrees: number): number => Number(degrees.toFixed(DECIMALS));
