// The FollowTheMoney schemas this program writes, and whether entities follow them.
// Invariant: facts of the published schema only (data/followthemoney.json names it); a problem names ids and properties, no values.
import schema from "./data/followthemoney.json" with { type: "json" };

export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

export interface FtmProblem {
  readonly id: string;
  readonly property: string;
  readonly problem:
    | "unknown-schema"
    | "unknown-property"
    | "missing"
    | "malformed"
    | "dangling"
    | "wrong-range"
    | "repeated-id";
}

interface FtmSchema {
  readonly extends: readonly string[];
  readonly requires: readonly string[];
  /** A type, or the schemas an entity it points at must be of. */
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

const schemas = new Map(Object.entries(schema.schemas as Readonly<Record<string, FtmSchema>>));
const types = new Map(
  Object.entries(schema.types).map(([type, pattern]) => [type, new RegExp(pattern)]),
);

/** The schema and all it descends from. */
function lineage(name: string): string[] {
  return [name, ...(schemas.get(name)?.extends ?? []).flatMap(lineage)];
}

/** What is wrong with these entities, taken together; empty: they follow the schema. */
export function ftmProblems(entities: readonly FtmEntity[]): FtmProblem[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const problems: FtmProblem[] = [];
  const seen = new Set<string>();
  for (const { id, schema: name, properties } of entities) {
    const add = (property: string, problem: FtmProblem["problem"]): void => {
      problems.push({ id, property, problem });
    };
    if (seen.has(id)) add("id", "repeated-id");
    seen.add(id);
    if (!schemas.has(name)) {
      add("schema", "unknown-schema");
      continue;
    }
    const line = lineage(name).flatMap((one) => schemas.get(one) ?? []);
    for (const required of new Set(line.flatMap(({ requires }) => requires)))
      if ((properties[required] ?? []).length === 0) add(required, "missing");
    for (const [property, values] of Object.entries(properties)) {
      const type = line.map((one) => one.properties[property]).find((one) => one !== undefined);
      if (type === undefined) add(property, "unknown-property");
      else if (typeof type === "string") {
        const pattern = types.get(type);
        if (values.some((v) => v === "" || pattern?.test(v) === false)) add(property, "malformed");
      } else
        for (const value of values) {
          const other = byId.get(value);
          if (other === undefined) add(property, "dangling");
          else if (!lineage(other.schema).some((one) => type.includes(one)))
            add(property, "wrong-range");
        }
    }
  }
  return problems;
}
