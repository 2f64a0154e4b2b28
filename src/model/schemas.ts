// The schemas this program knows, read from data/schemas.
// Invariant: nothing outside the data files knows which properties exist.
import act from "./data/schemas/act.json" with { type: "json" };
import episode from "./data/schemas/episode.json" with { type: "json" };
import figure from "./data/schemas/figure.json" with { type: "json" };
import group from "./data/schemas/group.json" with { type: "json" };
import intervention from "./data/schemas/intervention.json" with { type: "json" };
import involvement from "./data/schemas/involvement.json" with { type: "json" };
import organization from "./data/schemas/organization.json" with { type: "json" };
import person from "./data/schemas/person.json" with { type: "json" };
import place from "./data/schemas/place.json" with { type: "json" };
import proceeding from "./data/schemas/proceeding.json" with { type: "json" };
import question from "./data/schemas/question.json" with { type: "json" };
import relationship from "./data/schemas/relationship.json" with { type: "json" };
import statement from "./data/schemas/statement.json" with { type: "json" };
import type { Property, Schema } from "./schema.ts";

/** All schemas, in the order in which people meet them. */
export const schemas = [
  person,
  episode,
  act,
  involvement,
  statement,
  relationship,
  question,
  figure,
  proceeding,
  intervention,
  group,
  organization,
  place,
] as readonly unknown[] as readonly Schema[];

const bySchema = new Map(schemas.map((s) => [s.name, s]));
const byProperty = new Map(
  schemas.map((s) => [s.name, new Map(s.properties.map((p) => [p.name, p]))]),
);

/** The schema of this name, as `Person`; undefined when there is none. */
export function schemaOf(name: string): Schema | undefined {
  return bySchema.get(name);
}

/** One property of one schema, as `propertyOf("Person", "birthDate")`; undefined when there is none. */
export function propertyOf(schema: string, property: string): Property | undefined {
  return byProperty.get(schema)?.get(property);
}
