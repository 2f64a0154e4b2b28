// What a file says happened to a person, one item for each thing that an official statement could speak to.
// Invariant: a function of the file alone; nothing is an item that no standing claim says.
import { schemaOf } from "../../model/index.ts";
import type { PropertyView, RecordFile, RelatedView } from "../../weigh/index.ts";

export interface FileItem {
  /** The record's id and the property's name, apart for each item of a file. */
  readonly key: string;
  /** Records that are this episode, act or person. */
  readonly records: readonly string[];
  readonly property: string;
  /** "Episode: Taken, from", in words. */
  readonly label: string;
  /** The values that stand, as the file shows them. */
  readonly values: readonly string[];
  /** Ids of the claims behind it. */
  readonly claims: readonly string[];
  /** Statements and sources through which it was said. */
  readonly statements: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** What happened. A tie or a name is not something that anybody is asked to answer for. */
const happenings = new Set(["Episode", "Act", "Proceeding", "Involvement"]);
/** Of the person's own properties: those that say how they are. */
const ownStates = new Set(["health", "lastConfirmedAlive"]);
/** A pointer at the person, and notes, allege nothing. */
const silent = new Set(["person", "note", "episode", "act"]);

/** The items of a file, what happened first, in the order of the file. */
export function itemsOf(file: Pick<RecordFile, "records" | "properties" | "related">): FileItem[] {
  const own = file.records.map(({ id }) => id);
  return [
    ...file.related.filter(({ schema }) => happenings.has(schema)).flatMap(relatedItems),
    ...file.properties
      .filter(({ name }) => ownStates.has(name))
      .flatMap((property) => itemOf(own, "", property)),
  ];
}

function relatedItems({ schema, records, properties }: RelatedView): FileItem[] {
  const kind = properties.find(({ name }) => name === "kind" || name === "type");
  const called = kind?.headlines[0]?.text;
  const whole = schemaOf(schema)?.label ?? schema;
  const title = called === undefined ? whole : `${whole} (${called})`;
  return properties
    .filter(({ name }) => !silent.has(name))
    .flatMap((property) => itemOf(records, `${title}: `, property));
}

function itemOf(records: readonly string[], before: string, property: PropertyView): FileItem[] {
  const { name, label, headlines, claims, sealed } = property;
  if (sealed || headlines.length === 0) return [];
  return [
    {
      key: `${records[0] ?? ""} ${name}`,
      records,
      property: name,
      label: `${before}${label}`,
      values: headlines.map(({ text }) => text),
      claims: claims.map(({ id }) => id),
      statements: new Set(claims.flatMap(({ statement }) => statement ?? [])),
      sources: new Set(claims.map(({ source }) => source)),
    },
  ];
}
