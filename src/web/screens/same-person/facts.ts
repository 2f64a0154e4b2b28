// One side of a pair in short: what helps to tell whether two records speak of one person.
// Invariant: every value is as a source gives it; sealed ones are left out.
import type { RecordFile, RelatedView } from "../../api/views.ts";
import { whenText } from "../story/events.ts";
import { summaryOf } from "../person/evidence.ts";

export const factRows = ["born", "from", "sex", "work", "story", "kin", "sources"] as const;
export type FactRow = (typeof factRows)[number];
export type Facts = Readonly<Record<FactRow, readonly string[]>>;

/** Which reasons speak about which row: first parts of their rules. */
export const topicsOf: Readonly<Record<FactRow, readonly string[]>> = {
  born: ["birth"],
  from: ["place"],
  sex: ["sex"],
  work: [],
  story: ["episode"],
  kin: ["relative"],
  sources: ["source"],
};

const propertiesOf: Readonly<Record<"born" | "from" | "sex" | "work", readonly string[]>> = {
  born: ["birthDate", "age"],
  from: ["origin", "birthPlace", "residence", "registration"],
  sex: ["sex"],
  work: ["occupation"],
};

function values(file: RecordFile, names: readonly string[]): readonly string[] {
  const properties = names.flatMap((name) =>
    file.properties.filter((property) => property.name === name && !property.sealed),
  );
  return [
    ...new Set([
      ...properties.flatMap(({ headlines }) => headlines.map(({ text }) => text)),
      ...properties.flatMap(({ others }) => others.map(({ text }) => text)),
    ]),
  ];
}

const dated = (event: RelatedView): string =>
  event.from === null && event.to === null ? event.label : `${event.label}, ${whenText(event)}`;

export function factsOf(file: RecordFile): Facts {
  const own = new Set([file.id, ...file.records.map(({ id }) => id)]);
  const related = (...schemas: readonly string[]): readonly RelatedView[] =>
    file.related.filter(({ schema }) => schemas.includes(schema));
  const kin = related("Relationship").map((relation) =>
    [relation.label, ...summaryOf(relation, own)].join(": "),
  );
  return {
    born: values(file, propertiesOf.born),
    from: values(file, propertiesOf.from),
    sex: values(file, propertiesOf.sex),
    work: values(file, propertiesOf.work),
    story: related("Episode", "Act").map(dated),
    kin: [...new Set(kin)],
    sources: [...new Set(file.records.map(({ sourceTitle }) => sourceTitle))],
  };
}
