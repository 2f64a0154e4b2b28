// What earlier batches of a series say of the rows at hand: the last word of the series on each property.
// Invariant: undone batches never happened; what people decided on a claim since does not change what the list last said.
import { comparable, type Value, valueText } from "../../model/index.ts";
import type { Passage } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";

export interface KnownClaim {
  readonly id: string;
  readonly property: string;
  readonly column: string | undefined;
  readonly comparable: string;
  /** The value in words, for showing a change. */
  text(): string;
}

export interface KnownRecord {
  readonly id: string;
  readonly claims: readonly KnownClaim[];
}

/** The batches of a series that count. */
export async function standingBatches(db: Db, series: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("batches")
    .leftJoin("batch_undone as undone", "undone.id", "batches.id")
    .select("batches.id")
    .where("batches.series", "=", series)
    .where("undone.id", "is", null)
    .execute();
  return new Set(rows.map((r) => r.id));
}

/** The records these keys name in these batches, by key. */
export async function knownRecords(
  db: Db,
  batches: ReadonlySet<string>,
  keys: readonly string[],
): Promise<Map<string, KnownRecord>> {
  const found = new Map<string, KnownRecord>();
  if (batches.size === 0) return found;
  for (let i = 0; i < keys.length; i += 1_000) {
    const rows = await db
      .selectFrom("records")
      .select(["id", "key", "batch"])
      .where("key", "in", keys.slice(i, i + 1_000))
      .orderBy("seq")
      .execute();
    const ours = rows.filter((r) => r.batch !== null && batches.has(r.batch));
    const claims = await seriesClaims(
      db,
      batches,
      ours.map((r) => r.id),
    );
    for (const { id, key } of ours) {
      if (key !== null && !found.has(key)) found.set(key, { id, claims: claims.get(id) ?? [] });
    }
  }
  return found;
}

async function seriesClaims(
  db: Db,
  batches: ReadonlySet<string>,
  records: readonly string[],
): Promise<Map<string, KnownClaim[]>> {
  const byRecord = new Map<string, KnownClaim[]>();
  if (records.length === 0) return byRecord;
  const rows = await db
    .selectFrom("claims")
    .select(["id", "record", "property", "value", "passage", "replaces", "batch"])
    .where("record", "in", [...records])
    .orderBy("seq")
    .execute();
  const said = rows.filter((r) => r.batch !== null && batches.has(r.batch));
  const replaced = new Set(said.map((r) => r.replaces));
  for (const { id, record, property, value, passage } of said) {
    if (replaced.has(id)) continue;
    const parsed = JSON.parse(value) as Value;
    const column = passage === null ? undefined : (JSON.parse(passage) as Passage).column;
    const claims = byRecord.get(record) ?? [];
    byRecord.set(record, claims);
    claims.push({
      id,
      property,
      column,
      comparable: comparable(parsed),
      text: () => valueText(parsed),
    });
  }
  return byRecord;
}
