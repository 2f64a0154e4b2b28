// FollowTheMoney entities (JSON lines). Source of the format: github.com/alephdata/followthemoney, followthemoney/schema.
import { placeLabel, placeOf } from "../../model/index.ts";
import { type ForeignFile, LeftOut, RecordMaker } from "./foreign-record.ts";

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly row: number;
  readonly of: (property: string) => readonly string[];
}

const bodies = new Set(["Organization", "LegalEntity", "Company", "PublicBody", "Agency"]);

/** Whether a parsed line is an entity. */
export function isFtm(value: unknown): boolean {
  const { id, schema, properties } = (value ?? {}) as Record<string, unknown>;
  return typeof id === "string" && typeof schema === "string" && typeof properties === "object";
}

export function readFtm(lines: readonly unknown[]): ForeignFile {
  const entities = lines.flatMap((line, i) => (isFtm(line) ? [entityOf(line, i + 1)] : []));
  const people = new Set(entities.filter((e) => e.schema === "Person").map((e) => e.id));
  const left = new LeftOut();
  const records = entities.flatMap((entity) => {
    const { id, schema, row, of } = entity;
    if (schema === "Person") return [person(entity)];
    if (bodies.has(schema)) {
      const made = new RecordMaker();
      for (const name of of("name")) made.cell("name", "name", name);
      return [made.make("Organization", id, row, of("name")[0] ?? "")];
    }
    if (schema === "Address") {
      const made = new RecordMaker();
      for (const name of [...of("full"), ...of("name")].slice(0, 1))
        made.cell("name", "full", name);
      const [latitude, longitude] = [of("latitude")[0], of("longitude")[0]];
      if (latitude !== undefined && longitude !== undefined)
        made.cell("coordinates", "latitude", `${latitude}, ${longitude}`);
      return [made.make("Place", id, row, of("full")[0] ?? of("name")[0] ?? "")];
    }
    if (schema === "Event") return events(entity, people);
    const [from, to, kind] =
      schema === "Family"
        ? [of("relative")[0], of("person")[0], of("relationship")[0]]
        : schema === "UnknownLink"
          ? [of("subject")[0], of("object")[0], of("role")[0]]
          : [undefined, undefined, undefined];
    if (from !== undefined && to !== undefined && people.has(from) && people.has(to)) {
      const made = new RecordMaker()
        .ref("from", schema === "Family" ? "relative" : "subject", from)
        .ref("to", schema === "Family" ? "person" : "object", to)
        .cell("kind", schema === "Family" ? "relationship" : "role", kind)
        .cell("since", "startDate", of("startDate")[0])
        .cell("until", "endDate", of("endDate")[0]);
      return [made.make("Relationship", id, row, kind ?? "")];
    }
    left.add(schema);
    return [];
  });
  return { format: "followthemoney", records, leftOut: left.all() };
}

function person({ id, row, of }: Entity) {
  const made = new RecordMaker();
  const plain = [
    ["birthDate", "birthDate"],
    ["birthPlace", "birthPlace"],
    ["sex", "gender"],
    ["ethnicity", "ethnicity"],
    ["religion", "religion"],
    ["education", "education"],
    ["occupation", "position"],
    ["idNumber", "idNumber"],
    ["passportNumber", "passportNumber"],
    ["note", "summary"],
    ["note", "description"],
    ["note", "notes"],
  ] as const;
  for (const name of of("name")) made.cell("name", "name", name);
  for (const alias of of("alias")) made.cell("name", "alias", alias, { role: "alias" });
  for (const [property, column] of plain)
    for (const value of of(column)) made.cell(property, column, value);
  for (const column of ["nationality", "citizenship"])
    for (const code of of(column)) {
      const known = placeOf(code.toUpperCase());
      made.cell("citizenship", column, known === undefined ? code : placeLabel(known.code));
    }
  return made.make("Person", id, row, of("name")[0] ?? "");
}

/** An episode of each person who was involved. */
function events({ id, row, of }: Entity, people: ReadonlySet<string>) {
  const involved = of("involved").filter((one) => people.has(one));
  return involved.map((one) => {
    const made = new RecordMaker()
      .ref("person", "involved", one)
      .cell("kind", "name", of("name")[0])
      .cell("from", "startDate", of("startDate")[0] ?? of("date")[0])
      .cell("to", "endDate", of("endDate")[0])
      .cell("place", "location", of("location")[0]);
    for (const column of ["summary", "description"])
      for (const words of of(column)) made.cell("note", column, words);
    return made.make("Episode", `${id}|${one}`, row, of("name")[0] ?? "");
  });
}

function entityOf(value: unknown, row: number): Entity {
  const { id, schema, properties } = value as {
    id: string;
    schema: string;
    properties: Record<string, unknown> | null;
  };
  return {
    id: id.slice(0, 500),
    schema,
    row,
    of: (property) => {
      const found = Object.hasOwn(properties ?? {}, property) ? properties?.[property] : undefined;
      return Array.isArray(found)
        ? found.filter((one): one is string => typeof one === "string").slice(0, 200)
        : [];
    },
  };
}
