// A place something released happened at.
// Invariant: a point is never more exact than two decimals of a degree; the people there are those shown by name whose page
// says so, and nobody is counted who is shown below that level.
import { scriptOf } from "../../names/index.ts";
import type { BareFile } from "../../weigh/index.ts";
import { pointOf } from "./point.ts";
import type { ReleasedName, ReleasedPerson, ReleasedPlace } from "./released.ts";
import { type Telling, tellProperty } from "./tell-person.ts";

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
