// What a file says for the fields of a letter: headlines, with the claims behind them.
// Invariant: given only what may go; nothing here adds to it.
import type { Value } from "../../model/index.ts";
import type { PropertyView, RecordFile, RelatedView } from "../../weigh/index.ts";
import type { FiledField } from "./field-names.ts";
import { inScript, plain, sayValue, spellings } from "./say-value.ts";

export interface Filed {
  readonly text: string;
  /** Ids of the claims it rests on. */
  readonly claims: readonly string[];
  readonly english: boolean;
  readonly disputed: boolean;
}

/** Kinds of episode a letter asks about, the gravest first. */
const asked = [
  "disappeared",
  "taken",
  "police-custody",
  "camp",
  "prison",
  "sentenced",
  "forced-labour",
  "hospital",
  "house-arrest",
  "boarding",
  "transferred",
  "deported",
];

export function fileFields(
  file: RecordFile,
  language: string,
): Readonly<Partial<Record<FiledField, Filed>>> {
  const episode = latestOf(file.related);
  const sentenced = file.related.findLast(
    ({ schema, properties }) =>
      schema === "Episode" && properties.some(({ name }) => name === "sentence"),
  );
  const named = namesOf(file, language);
  const of = (properties: readonly PropertyView[] | undefined, name: string): Filed | undefined =>
    sayProperty(
      properties?.find((property) => property.name === name),
      language,
    );
  const own = file.properties;
  const found: Partial<Record<FiledField, Filed | undefined>> = {
    ...named,
    born: of(own, "birthDate") ?? of(own, "age"),
    origin: of(own, "origin") ?? of(own, "residence") ?? of(own, "birthPlace"),
    citizenship: of(own, "citizenship"),
    occupation: of(own, "occupation"),
    event: of(episode?.properties, "kind"),
    eventDate: of(episode?.properties, "from"),
    eventPlace: of(episode?.properties, "place") ?? of(episode?.properties, "facility"),
    holder: of(episode?.properties, "holder"),
    statedReason: of(episode?.properties, "statedReason"),
    sentence: of(sentenced?.properties, "sentence"),
    lastNews: of(own, "lastConfirmedAlive"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, said]) => said !== undefined));
}

function latestOf(related: readonly RelatedView[]): RelatedView | undefined {
  const episodes = related.flatMap((one) => {
    const kind = headlineOf(one.properties.find(({ name }) => name === "kind"));
    const rank = kind?.kind === "code" ? asked.indexOf(kind.code) : -1;
    return one.schema === "Episode" && rank >= 0 ? [{ one, rank }] : [];
  });
  return episodes.toSorted(
    (a, b) => byText(b.one.from?.max ?? "", a.one.from?.max ?? "") || a.rank - b.rank,
  )[0]?.one;
}
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const headlineOf = (property: PropertyView | undefined): Value | undefined =>
  property?.headlines[0]?.value;

function sayProperty(property: PropertyView | undefined, language: string): Filed | undefined {
  if (property === undefined || property.headlines.length === 0) return undefined;
  const readable = new Set(
    inScript(
      property.headlines.map(({ text }) => text),
      language,
    ),
  );
  const lines = property.many
    ? property.headlines.filter(({ text, value }) => value.kind !== "text" || readable.has(text))
    : property.headlines.slice(0, 1);
  const said = lines.map(({ value }) => sayValue(value, language));
  return {
    text: [...new Set(said.map(({ text }) => text))].join("; "),
    claims: lines.flatMap(({ claims }) => claims),
    english: said.some(({ english }) => english),
    disputed: lines.some(({ state }) => state === "disputed"),
  };
}

function namesOf(
  file: RecordFile,
  language: string,
): { readonly name?: Filed; readonly otherNames?: Filed } {
  const claims = file.properties.find(({ name }) => name === "name")?.claims ?? [];
  const { first, others } = spellings(
    file.names.map(({ text }) => text),
    language,
  );
  const behind = (texts: readonly string[]): string[] =>
    claims.filter(({ text }) => texts.includes(text)).map(({ id }) => id);
  const filed = (texts: readonly string[]): Filed => ({
    text: texts.map(plain).join("; "),
    claims: behind(texts),
    english: false,
    disputed: false,
  });
  return {
    ...(first === undefined ? {} : { name: filed([first]) }),
    ...(others.length === 0 ? {} : { otherNames: filed(others.slice(0, 12)) }),
  };
}
