// Dates of proceedings in a range of days, over the whole vault, with the claim each comes from.
// Invariant: only claims that stand; where sources differ every date is there, each with its source.
import { parseDate, type Value, valueText } from "../../model/index.ts";
import { personIds } from "../../link/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../../store/index.ts";

export interface DatedClaim {
  readonly claim: string;
  readonly property: string;
  readonly edtf: string;
  readonly text: string;
  readonly first: string;
  readonly last: string;
  readonly proceeding: string;
  readonly proceedingKind?: string;
  readonly country?: string;
  readonly source: string;
  readonly sourceTitle: string;
  readonly review: string;
  /** The people the proceeding is about, by their files' ids. */
  readonly people: readonly string[];
}

const chunk = 400;

/**
 * Dates whose last possible day is `from` or later and whose first is `to` or earlier, in order of the first; at most `limit`
 * rows are looked at. The same date in several sources comes once, by the earliest claim.
 */
export async function datedClaims(
  db: Db,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<DatedClaim[]> {
  const rows = await db
    .selectFrom("proceeding_dates")
    .select(["claim", "record", "property", "first", "last"])
    .where("last", ">=", from)
    .where("first", "<=", to)
    .orderBy("first")
    .orderBy("claim")
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const claims = await clusterClaims(db, [...new Set(rows.map(({ record }) => record))]);
  const titles = await sourceTitles(db, rows, claims);
  const found: DatedClaim[] = [];
  const seen = new Set<string>();
  for (const { claim: id, record, property, first, last } of rows) {
    const own = claims.get(record);
    const claim = own?.find((one) => one.id === id);
    if (own === undefined || claim === undefined) continue;
    const value = JSON.parse(claim.value) as Value;
    if (value.kind !== "date") continue;
    const key = `${claim.cluster}|${property}|${value.edtf}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const kind = codeOf(own, "kind");
    const country = own.find((one) => one.property === "country");
    found.push({
      claim: id,
      property,
      edtf: value.edtf,
      text: parseDate(value.edtf)?.label ?? value.edtf,
      first,
      last,
      proceeding: claim.cluster,
      ...(kind === undefined ? {} : { proceedingKind: kind }),
      ...(country === undefined ? {} : { country: valueText(JSON.parse(country.value) as Value) }),
      source: claim.source,
      sourceTitle: titles.get(claim.source) ?? "",
      review: claim.state,
      people: await peopleIn(db, own),
    });
  }
  return found;
}

type ClusterClaim = LiveClaim & { readonly cluster: string };

/** For each record the standing claims of all records judged the same as it. */
async function clusterClaims(
  db: Db,
  records: readonly string[],
): Promise<Map<string, ClusterClaim[]>> {
  const heads = await personIds(db, records);
  const merged = [...new Set(heads.values())];
  const members = new Map<string, string[]>();
  const rows = [];
  for (let i = 0; i < merged.length; i += chunk)
    rows.push(
      ...(await db
        .selectFrom("clusters")
        .select(["record", "person"])
        .where("person", "in", merged.slice(i, i + chunk))
        .execute()),
    );
  for (const head of merged) members.set(head, [head]);
  for (const { record, person } of rows) if (record !== person) members.get(person)?.push(record);
  const claims = Map.groupBy(
    await liveClaims(db, [...members.values()].flat()),
    ({ record }) => record,
  );
  return new Map(
    records.map((record) => {
      const head = heads.get(record) ?? record;
      const own = (members.get(head) ?? [record]).flatMap((id) => claims.get(id) ?? []);
      return [record, own.map((claim) => ({ ...claim, cluster: head }))];
    }),
  );
}

async function sourceTitles(
  db: Db,
  rows: readonly { readonly record: string }[],
  claims: ReadonlyMap<string, readonly ClusterClaim[]>,
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(rows.flatMap(({ record }) => claims.get(record)?.map(({ source }) => source) ?? [])),
  ];
  const titles = new Map<string, string>();
  for (let i = 0; i < ids.length; i += chunk) {
    const found = await db
      .selectFrom("sources")
      .select(["id", "title"])
      .where("id", "in", ids.slice(i, i + chunk))
      .execute();
    for (const { id, title } of found) titles.set(id, title ?? "");
  }
  return titles;
}

function codeOf(claims: readonly LiveClaim[], property: string): string | undefined {
  const claim = claims.find((one) => one.property === property);
  if (claim === undefined) return undefined;
  const value = JSON.parse(claim.value) as Value;
  return value.kind === "code" ? value.code : undefined;
}

async function peopleIn(db: Db, claims: readonly LiveClaim[]): Promise<string[]> {
  const refs = claims.flatMap(({ property, ref }) =>
    property === "person" && ref !== null ? [ref] : [],
  );
  return [...new Set((await personIds(db, refs)).values())];
}
