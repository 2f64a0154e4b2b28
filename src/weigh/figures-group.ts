// Which figures count the same thing, and which of their claims are one estimate.
// Invariant: a function of the set of figures; the order in which they arrived never matters. Figures stand on one chart
// because their own unit, population and place agree, or because a person said so; nothing is put together by likeness.
// Every number said is in exactly one estimate, as it was said.
import { fold } from "../model/index.ts";
import type {
  BodyName,
  Counted,
  Estimate,
  EstimateBody,
  EstimateDate,
  FigureFacts,
  NumberSaid,
  QuantityView,
} from "./figures.ts";
import type { OriginView } from "./views.ts";

/** The independent origins behind these claims. */
export type OriginsBehind = (claims: readonly string[]) => readonly OriginView[];

/** All quantities these figures give a number for, the one with most estimates first. */
export function quantitiesOf(
  figures: readonly FigureFacts[],
  originsBehind: OriginsBehind,
): QuantityView[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const groups = Map.groupBy(
    figures.toSorted((a, b) => compare(a.id, b.id)).filter((figure) => figure.numbers.length > 0),
    (figure) => chartOf(figure, byId),
  );
  return [...groups]
    .map(([key, group]) => quantityOf(key, group, originsBehind))
    .sort((a, b) => b.estimates.length - a.estimates.length || compare(a.id, b.id));
}

/** The key of the chart a figure stands on: where its pointers lead, else its own words. */
function chartOf(figure: FigureFacts, byId: ReadonlyMap<string, FigureFacts>): string {
  const walked = new Set<string>();
  let at = figure;
  while (at.like !== null) {
    if (walked.has(at.id)) {
      // A circle of "counts the same as" is one chart, apart from every other; of one figure, it stands alone.
      const all = [...walked];
      return `apart ${all.slice(all.indexOf(at.id)).toSorted(compare)[0] ?? at.id}`;
    }
    walked.add(at.id);
    const next = byId.get(at.like);
    if (next === undefined) return `apart ${at.like}`;
    at = next;
  }
  return ownKey(at);
}

function ownKey({ unit, population, places }: FigureFacts): string {
  const where = places.map((place) => place.key).toSorted(compare);
  return `own ${JSON.stringify([unit?.key ?? "", fold(population ?? ""), where])}`;
}

function quantityOf(
  key: string,
  figures: readonly FigureFacts[],
  originsBehind: OriginsBehind,
): QuantityView {
  const said = figures.flatMap((figure) =>
    figure.numbers.map((number): Said => ({ ...number, figure })),
  );
  const bodyKey = bodyKeysOf(said);
  const groups = Map.groupBy(said, (one) => estimateKey(one, bodyKey(one.body)));
  const estimates = [...groups.values()]
    .map((group) => estimateOf(group, bodyKey, originsBehind))
    .sort(inTime);
  // What it counts is told by a figure that is there by its own words, where there is one.
  const own = figures.filter((figure) => ownKey(figure) === key);
  const days = estimates.flatMap(({ date }) => [date?.min ?? [], date?.max ?? []].flat());
  return {
    id: figures[0]?.id ?? "",
    counted: countedOf(own[0] ?? figures[0]),
    figures: figures.map((figure) => figure.id),
    estimates,
    bodies: bodiesOf(said, estimates, bodyKey),
    origins: originsBehind(said.map((one) => one.saying.claim)).length,
    denied: estimates.filter((estimate) => estimate.denials.length > 0).length,
    from: days.toSorted(compare)[0] ?? null,
    to: days.toSorted(compare).at(-1) ?? null,
  };
}

interface Said extends NumberSaid {
  readonly figure: FigureFacts;
}

function countedOf(figure: FigureFacts | undefined): Counted {
  return {
    unit: figure?.unit?.label ?? null,
    population: figure?.population ?? null,
    places: (figure?.places ?? []).map((place) => place.label),
  };
}

/**
 * Who a body is: its record, else its words. Words that name exactly one body on file on this chart are that body;
 * words that name two are left as words.
 */
function bodyKeysOf(said: readonly Said[]): (body: BodyName) => string {
  const records = new Map<string, Set<string>>();
  for (const { body } of said) {
    if (body.record === null) continue;
    const name = fold(body.name);
    records.set(name, (records.get(name) ?? new Set()).add(body.record));
  }
  return ({ record, name }) => {
    if (record !== null) return `record ${record}`;
    const named = records.get(fold(name)) ?? new Set();
    return named.size === 1 ? `record ${[...named][0]}` : `words ${fold(name)}`;
  };
}

/** The same body giving the same number for the same time is one estimate, however often it is repeated. */
function estimateKey({ figure, amount }: Said, body: string): string {
  const { low, high, hedge } = amount;
  const when = figure.date === null ? null : [figure.date.kind, figure.date.edtf];
  // "Countless" and "thousands upon thousands" are no number in common.
  const words = low === null && high === null ? [figure.id] : [];
  return JSON.stringify([body, when, low, high, hedge, ...words]);
}

function estimateOf(
  group: readonly Said[],
  bodyKey: (body: BodyName) => string,
  originsBehind: OriginsBehind,
): Estimate {
  const sorted = group.toSorted((a, b) => compare(a.saying.claim, b.saying.claim));
  const first = sorted[0] as Said;
  const claims = sorted.map((one) => one.saying.claim);
  const denials = new Map(sorted.flatMap((one) => one.denials.map((d) => [d.statement, d])));
  return {
    id: first.saying.claim,
    body: bodyKey(first.body),
    amount: first.amount,
    date: first.figure.date ?? earliest(sorted.map((one) => one.published)),
    methods: [...new Set(sorted.flatMap((one) => one.figure.methods))].toSorted(compare),
    sayings: sorted.map((one) => one.saying),
    origins: originsBehind(claims),
    denials: [...denials.values()].sort((a, b) => compare(a.statement, b.statement)),
  };
}

function earliest(dates: readonly (EstimateDate | null)[]): EstimateDate | null {
  return (
    dates
      .filter((date) => date !== null)
      .sort((a, b) => compare(a.min ?? "~", b.min ?? "~") || compare(a.edtf, b.edtf))[0] ?? null
  );
}

function bodiesOf(
  said: readonly Said[],
  estimates: readonly Estimate[],
  bodyKey: (body: BodyName) => string,
): EstimateBody[] {
  const groups = Map.groupBy(
    said.toSorted((a, b) => compare(a.saying.claim, b.saying.claim)),
    (one) => bodyKey(one.body),
  );
  const order = [...new Set(estimates.map((estimate) => estimate.body))];
  return order.map((key) => {
    const names = (groups.get(key) ?? []).map((one) => one.body);
    return {
      key,
      record: names.find((body) => body.record !== null)?.record ?? null,
      name: names[0]?.name ?? "",
      estimates: estimates.filter((estimate) => estimate.body === key).length,
    };
  });
}

/** Earlier first, undated last; then by number and claim, so that equals have one order too. */
function inTime(a: Estimate, b: Estimate): number {
  return (
    compare(a.date?.min ?? a.date?.max ?? "~", b.date?.min ?? b.date?.max ?? "~") ||
    (a.amount.low ?? a.amount.high ?? 0) - (b.amount.low ?? b.amount.high ?? 0) ||
    compare(a.id, b.id)
  );
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
