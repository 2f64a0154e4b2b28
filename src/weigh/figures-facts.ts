// From the gathered claims of one figure to what a chart needs of it.
// Invariant: unit, population, place, date and body are the headlines of their properties; each standing number stays.
import {
  fold,
  parseDate,
  type Passage,
  placeLabel,
  placeOf,
  termLabel,
  type Value,
  valueText,
} from "../model/index.ts";
import type { LiveClaim } from "../store/index.ts";
import {
  amountOf,
  type BodyName,
  type EstimateDate,
  type FigureDenial,
  type FigureFacts,
  type FigureSaying,
  type Keyed,
  type NumberSaid,
} from "./figures.ts";
import type { Gathered } from "./gather.ts";
import { propertyViews } from "./property-views.ts";
import { headlineValue } from "./related-records.ts";
import type { PropertyView, StatementView } from "./views.ts";

export interface FactsContext {
  readonly gathered: Gathered;
  /** Names of the bodies on file that were not taken back. */
  readonly names: ReadonlyMap<string, string>;
}

/** What belongs to one figure: its claims, and the statements that stand against it as a whole. */
export interface Relevant {
  readonly claims: readonly LiveClaim[];
  readonly against: readonly StatementView[];
}

const stands = new Set(["denies", "reframes", "declines"]);

/** Sorts claims and denials by figure once, so that a thousand figures need no thousand walks. */
export function relevantTo(
  figures: ReadonlyMap<string, readonly LiveClaim[]>,
  gathered: Gathered,
): (figure: string) => Relevant {
  const figureOf = new Map(
    [...figures].flatMap(([id, claims]) => claims.map((claim) => [claim.record, id] as const)),
  );
  const against = new Map<string, StatementView[]>();
  for (const statement of gathered.statements.values()) {
    if (!stands.has(statement.stance)) continue;
    for (const { record, property } of statement.targets) {
      const figure = figureOf.get(record);
      if (figure === undefined || (property !== undefined && property !== "quantity")) continue;
      against.set(figure, [...(against.get(figure) ?? []), statement]);
    }
  }
  return (figure) => ({
    claims: figures.get(figure) ?? [],
    against: against.get(figure) ?? [],
  });
}

/** The facts of a figure: the records judged the same that carry these claims. */
export function factsOf(
  id: string,
  { claims, against }: Relevant,
  context: FactsContext,
): FigureFacts {
  const { gathered } = context;
  const behind = claims.flatMap(({ statement }) =>
    statement === null ? [] : (gathered.statements.get(statement) ?? []),
  );
  const properties = propertyViews("Figure", [...new Set(claims.map((claim) => claim.record))], {
    ...gathered,
    claims,
    statements: new Map(behind.map((statement) => [statement.id, statement])),
  });
  const numbers = claims.filter((claim) => claim.property === "quantity");
  const body = bodyOf(properties, context);
  const like = headlineValue(properties, "countsLike");
  return {
    id,
    unit: unitOf(properties, numbers),
    population: textOf(properties, "population"),
    places: placesOf(properties),
    date: dateOf(properties, "asOf", "as-of") ?? dateOf(properties, "period", "period"),
    methods: all(properties, "method").map((value) => valueText(value)),
    like: like?.kind === "ref" ? like.record : null,
    numbers: numbers.flatMap((claim) =>
      numberSaid(claim, { id, body, placed: like !== null, against }, context),
    ),
  };
}

interface Whose {
  readonly id: string;
  readonly body: BodyName | null;
  readonly placed: boolean;
  readonly against: readonly StatementView[];
}

function numberSaid(
  claim: LiveClaim,
  { id, body, placed, against }: Whose,
  { gathered }: FactsContext,
): NumberSaid[] {
  const value = JSON.parse(claim.value) as Value;
  if (value.kind !== "number" && value.kind !== "text") return [];
  const amount = amountOf(value.kind === "number" ? value : { kind: "number" });
  const statement = claim.statement === null ? undefined : gathered.statements.get(claim.statement);
  const source = gathered.sources.get(claim.source);
  const saying: FigureSaying = {
    claim: claim.id,
    figure: id,
    placed,
    text: valueText(value),
    review: claim.state,
    ...(claim.passage === null ? {} : { passage: JSON.parse(claim.passage) as Passage }),
    source: claim.source,
    sourceTitle: source?.title ?? "",
    ...(source?.published === undefined ? {} : { published: source.published }),
    ...(statement === undefined
      ? {}
      : { statement: statement.id, ...(statement.speaker && { speaker: statement.speaker }) }),
  };
  const answering = (statement?.answeredBy ?? []).flatMap(
    (answer) => gathered.statements.get(answer.id) ?? [],
  );
  const denials = [...against, ...answering.filter((answer) => stands.has(answer.stance))];
  return [
    {
      saying,
      amount,
      body: body ?? sayer(statement, source, gathered),
      published: dateAs("published", source?.published),
      denials: denials.filter(({ id }) => id !== claim.statement).map(denialOf),
    },
  ];
}

/** Nobody is named as the body: then it is whoever said it, else who published it. */
function sayer(
  statement: StatementView | undefined,
  source: { readonly title: string; readonly publisher?: string } | undefined,
  { persons }: Gathered,
): BodyName {
  if (statement !== undefined && statement.speaker !== "") {
    const record = statement.speakerRecord;
    return {
      record: record === undefined ? null : (persons.get(record) ?? record),
      name: statement.speaker,
    };
  }
  return { record: null, name: source?.publisher ?? source?.title ?? "" };
}

function bodyOf(
  properties: readonly PropertyView[],
  { gathered, names }: FactsContext,
): BodyName | null {
  const pointed = headlineValue(properties, "bodyRecord");
  const pointer =
    pointed?.kind === "ref" ? (gathered.persons.get(pointed.record) ?? pointed.record) : null;
  const record = pointer !== null && names.has(pointer) ? pointer : null;
  const name = textOf(properties, "body") ?? (record === null ? null : names.get(record));
  return name === null || name === undefined ? null : { record, name };
}

function denialOf(statement: StatementView): FigureDenial {
  return {
    statement: statement.id,
    speaker: statement.speaker,
    content: statement.content,
    stance: statement.stance,
    source: statement.source,
    sourceTitle: statement.sourceTitle,
    passage: statement.passage,
    ...((statement.said ?? statement.published) === undefined
      ? {}
      : { said: (statement.said ?? statement.published) as string }),
  };
}

/** The unit as coded, else as the number itself carries it. "Other" is one unit only in the same words. */
function unitOf(properties: readonly PropertyView[], numbers: readonly LiveClaim[]): Keyed | null {
  const value = headlineValue(properties, "unit");
  if (value?.kind === "code") {
    const key = value.code === "other" ? `other ${fold(value.words ?? "")}` : value.code;
    return { key, label: valueText(value) };
  }
  if (value !== null) return { key: `words ${fold(valueText(value))}`, label: valueText(value) };
  const carried = new Set(
    numbers.flatMap((claim) => {
      const number = JSON.parse(claim.value) as Value;
      return number.kind === "number" && number.unit !== undefined ? [number.unit] : [];
    }),
  );
  const [one] = carried;
  return one === undefined || carried.size > 1
    ? null
    : { key: one, label: termLabel("figure-unit", one) };
}

function placesOf(properties: readonly PropertyView[]): Keyed[] {
  const places = all(properties, "place").map((value): Keyed => {
    const code = value.kind === "place" ? value.code : undefined;
    return code !== undefined && placeOf(code) !== undefined
      ? { key: code, label: placeLabel(code) }
      : { key: `words ${fold(valueText(value))}`, label: valueText(value) };
  });
  return [...new Map(places.map((place) => [place.key, place])).values()];
}

function all(properties: readonly PropertyView[], name: string): Value[] {
  const property = properties.find((one) => one.name === name);
  return (property?.headlines ?? []).map((headline) => headline.value);
}

function textOf(properties: readonly PropertyView[], name: string): string | null {
  const value = headlineValue(properties, name);
  return value === null ? null : valueText(value);
}

function dateOf(
  properties: readonly PropertyView[],
  name: string,
  kind: EstimateDate["kind"],
): EstimateDate | null {
  const value = headlineValue(properties, name);
  if (value?.kind !== "date") return null;
  return { ...(dateAs(kind, value.edtf) as EstimateDate), text: valueText(value) };
}

function dateAs(kind: EstimateDate["kind"], edtf: string | undefined): EstimateDate | null {
  if (edtf === undefined) return null;
  const parsed = parseDate(edtf);
  return {
    kind,
    edtf,
    text: parsed?.label ?? edtf,
    min: parsed?.min ?? null,
    max: parsed?.max ?? null,
  };
}
