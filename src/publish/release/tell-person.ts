// The page of somebody shown by name, made from the file weighed of what goes alone.
// Invariant: whoever is not named is "someone who is not named"; a pointer at a record is told only where it leads to somebody shown.
import { parseDate, type Value, valueText } from "../../model/index.ts";
import { scriptOf } from "../../names/index.ts";
import type { BareFile, ClaimView, DrawnDate, PropertyView } from "../../weigh/index.ts";
import type { SourceRead } from "./read-people.ts";
import type {
  ReleasedClaim,
  ReleasedDate,
  ReleasedPart,
  ReleasedPerson,
  ReleasedPicture,
  ReleasedValue,
} from "./released.ts";
import { shownText } from "./shown-text.ts";
import { SOMEONE, speakerOf, tellStatement } from "./tell-statement.ts";

export interface Telling {
  readonly sources: ReadonlyMap<string, SourceRead>;
  /** The number of a source in this release; gives it one where it has none. */
  readonly numberOf: (source: string) => number;
  /** What a record that is shown is called; undefined for one that is not. */
  readonly headingOf: (record: string) => string | undefined;
  /** Claims whose quoted words stay, statements whose speaker does. */
  readonly quotes: ReadonlySet<string>;
  /** Words of this kind are not to be read by anybody. */
  readonly stays: (text: string) => boolean;
  readonly placeOf: (record: string) => string | undefined;
  /** Whether the record is of something that happened at somebody's home. */
  readonly atHome: (record: string) => boolean;
  readonly picturesOf: (person: string) => readonly ReleasedPicture[];
}

export function tellPerson(file: BareFile, telling: Telling): ReleasedPerson {
  const statements = file.statements.map((said, i) => tellStatement(said, i + 1, file, telling));
  const numbers = new Map(file.statements.map(({ id }, i) => [id, i + 1]));
  const origins = new Map<string, number>();
  const values = (
    schema: string,
    views: readonly PropertyView[],
    atHome = false,
  ): ReleasedValue[] =>
    views.flatMap((view) =>
      tellProperty(schema, view, { telling, numbers, origins, file, atHome }),
    );
  const own = values(
    "Person",
    file.properties.filter(({ name }) => name !== "name"),
  );
  const parts = file.related.flatMap((related): ReleasedPart[] => {
    const atHome = related.records.some(telling.atHome);
    const told = values(related.schema, related.properties, atHome);
    const place = related.properties
      .find(({ name }) => name === "facilityRecord")
      ?.headlines.map(({ value }) =>
        value.kind === "ref" ? telling.placeOf(value.record) : undefined,
      )
      .find((key) => key !== undefined);
    if (told.length === 0) return [];
    return [
      {
        schema: related.schema,
        // The label of a record comes from its source; what has no kind that goes is told by what it is.
        label:
          told.find(({ property }) => property === "kind" || property === "type")?.text ??
          related.schema,
        from: tellDate(related.from),
        to: tellDate(related.to),
        values: told,
        ...(place === undefined ? {} : { place }),
      },
    ];
  });
  const all = [file.properties, ...file.related.map(({ properties }) => properties)].flat();
  const used = new Set([
    ...all.flatMap(({ claims }) => claims.map(({ source }) => source)),
    ...file.statements.map(({ source }) => source),
  ]);
  const days = [
    ...all.flatMap(({ claims }) => claims.map(({ at }) => at)),
    ...file.statements.map(({ at }) => at),
  ];
  const isDisputed = file.status?.state === "disputed";
  return {
    number: file.number,
    formerly: file.formerly,
    level: "name",
    heading: file.names[0]?.text ?? "",
    names: file.names.map(({ text, script, lang }) => ({
      text,
      script: script ?? scriptOf(text),
      ...(lang === undefined ? {} : { language: lang }),
    })),
    status: tellStatus(file, telling),
    state: isDisputed
      ? "disputed"
      : (file.status?.state ?? (file.counts.origins > 1 ? "corroborated" : "single")),
    values: own,
    parts,
    statements,
    pictures: telling.picturesOf(file.id),
    origins: file.counts.origins,
    sources: used.size,
    changed: new Date(Math.max(0, ...days)).toISOString().slice(0, 10),
  };
}

/** The status is drawn from exact values: what is told coarser on the page is told so here. */
function tellStatus({ status, properties, related }: BareFile, { atHome }: Telling): string {
  let text = status?.text ?? "";
  const coarsen = (schema: string, views: readonly PropertyView[], isAtHome: boolean): void => {
    for (const { name, claims } of views)
      for (const { value } of claims) {
        const shown = shownText(schema, name, value, isAtHome);
        if (shown.coarser !== undefined) text = text.replaceAll(valueText(value), shown.text);
      }
  };
  coarsen("Person", properties, false);
  for (const one of related) coarsen(one.schema, one.properties, one.records.some(atHome));
  return text;
}

const tellDate = (date: DrawnDate | null): ReleasedDate | null =>
  date === null ? null : { text: date.text, min: date.min, max: date.max };

interface Within {
  readonly telling: Telling;
  readonly numbers: ReadonlyMap<string, number>;
  readonly origins: Map<string, number>;
  readonly file: BareFile;
  readonly atHome?: boolean;
}

export function tellProperty(schema: string, view: PropertyView, within: Within): ReleasedValue[] {
  const { telling, numbers, origins, file, atHome = false } = within;
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]));
  const originsOf = new Map<string, number[]>();
  for (const one of [...view.headlines, ...view.others])
    for (const origin of one.origins) {
      const n = origins.get(origin.key) ?? origins.size + 1;
      origins.set(origin.key, n);
      for (const claim of origin.claims) originsOf.set(claim, [...(originsOf.get(claim) ?? []), n]);
    }
  const textOf = (value: Value): { text: string; coarser?: string } | null => {
    if (value.kind === "sealed") return null;
    if (value.kind !== "ref") return shownText(schema, view.name, value, atHome);
    const heading = value.record === file.id ? undefined : telling.headingOf(value.record);
    return heading === undefined ? null : { text: heading };
  };
  const tell = (ids: readonly string[]): ReleasedClaim[] =>
    ids.flatMap((id) => {
      const claim = claims.get(id);
      const shown = claim === undefined ? null : textOf(claim.value);
      if (claim === undefined || shown === null) return [];
      return [tellClaim(claim, shown, originsOf.get(id) ?? [], within)];
    });
  return view.headlines.flatMap((headline) => {
    const shown = textOf(headline.value);
    if (shown === null) return [];
    const others = view.others.flatMap((other) => {
      const told = tell(other.claims);
      const text = told[0]?.text ?? "";
      return told.length === 0 || text === shown.text ? [] : [{ text, claims: told }];
    });
    return [
      {
        property: view.name,
        label: view.label,
        text: shown.text,
        state: headline.state,
        origins: headline.origins.length,
        claims: tell(headline.claims),
        others,
        denials: view.denials.flatMap(({ statement }) => numbers.get(statement) ?? []),
        ...(shown.coarser === undefined ? {} : { coarser: shown.coarser }),
      },
    ];
  });
}

function tellClaim(
  claim: ClaimView,
  shown: { text: string; coarser?: string },
  origins: readonly number[],
  { telling, file }: Within,
): ReleasedClaim {
  const said = file.statements.find(({ id }) => id === claim.statement);
  const quote = claim.passage?.quote;
  const isQuoted =
    quote !== undefined &&
    quote !== "" &&
    shown.coarser === undefined &&
    !telling.quotes.has(claim.id);
  return {
    text: shown.text,
    source: telling.numberOf(claim.source),
    ...(claim.speaker === undefined || claim.speaker === ""
      ? {}
      : { speaker: said === undefined ? SOMEONE : speakerOf(said, telling) }),
    ...(claim.said === undefined || parseDate(claim.said) === null ? {} : { said: claim.said }),
    ...(claim.knows === undefined ? {} : { knows: claim.knows }),
    ...(claim.grade === undefined ? {} : { grade: claim.grade }),
    ...(isQuoted ? { quote } : {}),
    origins: [...origins].toSorted((a, b) => a - b),
  };
}
