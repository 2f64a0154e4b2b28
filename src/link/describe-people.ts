// The one line a person has in every list: names, number, where from, how much is known.
// Invariant: made of standing claims only, of all records judged the same.
import { type Value, valueText } from "../model/index.ts";
import { foldName } from "../names/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../store/index.ts";
import { personNumber } from "./person-number.ts";
import type { NameForm, PersonItem } from "./views.ts";

/** One line each for these people, in the order given; people all of whose records are gone are left out. */
export async function describePeople(db: Db, ids: readonly string[]): Promise<PersonItem[]> {
  if (ids.length === 0) return [];
  const members = new Map(ids.map((id) => [id, [id]]));
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("clusters")
      .select(["record", "person"])
      .where("person", "in", ids.slice(i, i + 400))
      .execute();
    for (const row of rows)
      if (row.record !== row.person) members.get(row.person)?.push(row.record);
  }
  const records = [...members.values()].flat();
  const claims = await liveClaims(db, records);
  const labels = new Map<string, string>();
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .select(["id", "label"])
      .where("id", "in", records.slice(i, i + 400))
      .execute();
    for (const row of rows) labels.set(row.id, row.label);
  }
  const byRecord = Map.groupBy(claims, (claim) => claim.record);
  return ids.flatMap((id) => {
    const own = (members.get(id) ?? []).flatMap((record) => byRecord.get(record) ?? []);
    if (own.length === 0 && !labels.has(id)) return [];
    return [personItem(id, members.get(id) ?? [id], own, labels.get(id) ?? "")];
  });
}

function personItem(
  id: string,
  records: readonly string[],
  claims: readonly LiveClaim[],
  label: string,
): PersonItem {
  const names = nameForms(claims);
  const first = (property: string): string | undefined => {
    const claim =
      claims.find((c) => c.property === property && c.state === "accepted") ??
      claims.find((c) => c.property === property);
    return claim === undefined ? undefined : valueText(JSON.parse(claim.value) as Value);
  };
  const born = first("birthDate");
  const from = first("origin") ?? first("residence");
  return {
    id,
    number: personNumber(id),
    formerly: records.filter((record) => record !== id).map((record) => personNumber(record)),
    label: names[0]?.text ?? label,
    names,
    records: records.length,
    claims: claims.length,
    sources: new Set(claims.map((c) => c.source)).size,
    ...(born === undefined ? {} : { born }),
    ...(from === undefined ? {} : { from }),
  };
}

/** The different spellings among name claims, the most often claimed first; accepted before proposed. */
export function nameForms(
  claims: readonly Pick<LiveClaim, "value" | "state" | "seq">[],
): NameForm[] {
  const forms = new Map<
    string,
    { form: NameForm; claims: number; accepted: number; seq: number }
  >();
  for (const claim of claims) {
    const value = JSON.parse(claim.value) as Value;
    if (value.kind !== "name") continue;
    const key = foldName(value.text);
    const known = forms.get(key);
    const accepted = claim.state === "accepted" ? 1 : 0;
    if (known === undefined) {
      const { kind: _kind, ...form } = value;
      forms.set(key, { form: { ...form, claims: 0 }, claims: 1, accepted, seq: claim.seq });
    } else {
      known.claims += 1;
      known.accepted += accepted;
    }
  }
  return [...forms.values()]
    .sort((a, b) => b.accepted - a.accepted || b.claims - a.claims || a.seq - b.seq)
    .map(({ form, claims: count }) => ({ ...form, claims: count }));
}
