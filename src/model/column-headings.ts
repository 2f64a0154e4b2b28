// What a column heading can mean: every heading of every property, and how flat tables of people spread into other records.
// Invariant: a reading found earlier outranks one found later: the table's own spread, its schema, then the rest.
import tableColumns from "./data/table-columns.json" with { type: "json" };
import { fold } from "./fold.ts";
import type { Property, Schema } from "./schema.ts";
import { propertyOf, schemaOf, schemas } from "./schemas.ts";

/** One thing a heading can mean. `options` carry `part` and `kind` for a spread column. */
export interface HeadingReading {
  readonly schema: string;
  readonly property: Property;
  readonly options?: Readonly<Record<string, string>>;
}

interface Spread {
  readonly schema: string;
  readonly property: string;
  readonly options: Readonly<Record<string, string>>;
  readonly headers: readonly string[];
}
const spreads = tableColumns as unknown as Readonly<Record<string, readonly Spread[]>>;

/** Properties of these schemas in a table of people fill one record for each row. */
const defaultParts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Episode: { part: "taken", kind: "taken" },
  Statement: { part: "testimony" },
};

const indexes = new Map<string, ReadonlyMap<string, readonly HeadingReading[]>>();

/** All readings of all headings for a table whose rows are of this schema, by folded heading. */
export function headingsFor(base: string): ReadonlyMap<string, readonly HeadingReading[]> {
  const known = indexes.get(base);
  if (known !== undefined) return known;
  const index = new Map<string, HeadingReading[]>();
  for (const [heading, reading] of readings(base)) {
    const key = fold(heading);
    const list = index.get(key) ?? [];
    if (!list.some((r) => r.schema === reading.schema && r.property === reading.property))
      list.push(reading);
    index.set(key, list);
  }
  indexes.set(base, index);
  return index;
}

function* readings(base: string): Generator<readonly [string, HeadingReading]> {
  for (const { schema, property: name, options, headers } of spreads[base] ?? []) {
    const property = propertyOf(schema, name);
    if (property !== undefined)
      for (const heading of headers) yield [heading, { schema, property, options }];
  }
  const own = schemaOf(base);
  if (own !== undefined) yield* headingsOf(own, base);
  for (const schema of schemas) if (schema !== own) yield* headingsOf(schema, base);
}

function* headingsOf(schema: Schema, base: string): Generator<readonly [string, HeadingReading]> {
  const options = base === "Person" ? defaultParts[schema.name] : undefined;
  for (const property of schema.properties) {
    if (property.type === "ref") continue;
    const reading = {
      schema: schema.name,
      property,
      ...(options === undefined ? {} : { options }),
    };
    const own = schema.name === base ? [property.name, property.label] : [];
    for (const heading of [...(property.headers ?? []), ...own]) yield [heading, reading];
  }
}
