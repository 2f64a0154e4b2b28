// The proceedings people are in, as sources tell of them.
// Invariant: nothing is chosen between: every standing value is there with whose word it is, the most often said first.
import { parseDate, type Passage, type Value, valueText } from "../../model/index.ts";
import { clusterOf, personIds, personNumber } from "../../link/index.ts";
import { claimsPointingAt, type Db, type LiveClaim, liveClaims } from "../../store/index.ts";
import { countryOf, zonesOf } from "./countries.ts";
import type { ProceedingDate, ProceedingText, ProceedingView, SaidBy } from "./views.ts";

/** Proceedings that a standing claim says are about one of these records (all records of the people asked for), oldest first. */
export async function proceedingsOf(db: Db, records: readonly string[]): Promise<ProceedingView[]> {
  const pointing = await claimsPointingAt(db, records);
  const heads = new Map<string, string[]>();
  for (const { property, record } of pointing) {
    if (property !== "person" || [...heads.values()].some((group) => group.includes(record)))
      continue;
    const group = await clusterOf(db, record);
    heads.set(group[0] as string, group);
  }
  if (heads.size === 0) return [];
  const rows = await db
    .selectFrom("records")
    .select(["id", "label"])
    .where("schema", "=", "Proceeding")
    .where("id", "in", [...heads.keys()])
    .orderBy("id")
    .execute();
  const claims = await liveClaims(
    db,
    rows.flatMap(({ id }) => heads.get(id) ?? []),
  );
  const titles = await titlesOf(db, claims);
  const asked = new Set(records);
  const views: ProceedingView[] = [];
  for (const { id, label } of rows) {
    const group = heads.get(id) ?? [id];
    const own = claims.filter(({ record }) => group.includes(record));
    // The pointer may have been replaced by one to somebody else.
    const refs = own.flatMap((c) => (c.property === "person" && c.ref !== null ? [c.ref] : []));
    if (!refs.some((ref) => asked.has(ref))) continue;
    const people = [...new Set((await personIds(db, refs)).values())];
    views.push(viewOf(id, label, own, people, titles));
  }
  return views;
}

const dates = ["opened", "hearing", "deadline", "removalDate"] as const;

function viewOf(
  id: string,
  label: string,
  own: readonly LiveClaim[],
  people: readonly string[],
  titles: ReadonlyMap<string, string>,
): ProceedingView {
  const texts = (property: string): ProceedingText[] => textsOf(own, property, titles);
  const countries = texts("country");
  return {
    id,
    number: personNumber(id, "Proceeding"),
    label,
    people,
    kinds: texts("kind"),
    countries,
    courts: texts("court"),
    caseNumbers: texts("caseNumber"),
    dates: dates
      .flatMap((property) => datesOf(own, property, titles))
      .toSorted((a, b) => ((a.first ?? "~") < (b.first ?? "~") ? -1 : 1)),
    outcomes: texts("outcome"),
    destinations: texts("destination"),
    assurances: texts("assurances"),
    lawyers: texts("lawyer"),
    zones: [...new Set(countries.flatMap(({ code }) => (code === undefined ? [] : zonesOf(code))))],
  };
}

function datesOf(
  own: readonly LiveClaim[],
  property: ProceedingDate["property"],
  titles: ReadonlyMap<string, string>,
): ProceedingDate[] {
  return grouped(own, property, titles).flatMap(([value, said]) => {
    if (value.kind !== "date") return [];
    const parsed = parseDate(value.edtf);
    return [
      {
        property,
        edtf: value.edtf,
        text: valueText(value),
        first: parsed?.min ?? null,
        last: parsed?.max ?? null,
        said,
      },
    ];
  });
}

function textsOf(
  own: readonly LiveClaim[],
  property: string,
  titles: ReadonlyMap<string, string>,
): ProceedingText[] {
  return grouped(own, property, titles).map(([value, said]) => {
    const code = value.kind === "code" ? value.code : countryOf(value);
    return { ...(code === undefined ? {} : { code }), text: valueText(value), said };
  });
}

/** The different values of a property, the most often said first, then the first said. */
function grouped(
  own: readonly LiveClaim[],
  property: string,
  titles: ReadonlyMap<string, string>,
): [Value, SaidBy[]][] {
  const groups = new Map<string, [Value, SaidBy[]]>();
  for (const claim of own) {
    if (claim.property !== property) continue;
    const value = JSON.parse(claim.value) as Value;
    if (value.kind === "sealed") continue;
    const key = value.kind === "date" ? value.edtf : valueText(value);
    const group = groups.get(key) ?? [value, []];
    groups.set(key, group);
    const quote = claim.passage === null ? undefined : (JSON.parse(claim.passage) as Passage).quote;
    group[1].push({
      claim: claim.id,
      source: claim.source,
      sourceTitle: titles.get(claim.source) ?? "",
      review: claim.state,
      ...(quote === undefined ? {} : { quote }),
    });
  }
  return [...groups.values()].toSorted((a, b) => b[1].length - a[1].length);
}

async function titlesOf(db: Db, claims: readonly LiveClaim[]): Promise<Map<string, string>> {
  const ids = [...new Set(claims.map(({ source }) => source))];
  const titles = new Map<string, string>();
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("sources")
      .select(["id", "title"])
      .where("id", "in", ids.slice(i, i + 400))
      .execute();
    for (const { id, title } of rows) titles.set(id, title ?? "");
  }
  return titles;
}
