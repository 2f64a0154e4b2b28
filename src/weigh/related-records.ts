// What points at a file: episodes, acts, relationships, proceedings, interventions.
// Invariant: records judged the same appear as one, with the claims of all.
import { parseDate, type Value, valueText } from "../model/index.ts";
import { clusterOf } from "../link/index.ts";
import { claimsPointingAt, type Db } from "../store/index.ts";
import { message } from "./messages.ts";
import type { Gathered } from "./gather.ts";
import { propertyViews } from "./property-views.ts";
import type { DrawnDate, PropertyView, RelatedView } from "./views.ts";

export interface RelatedCluster {
  readonly id: string;
  readonly schema: string;
  readonly label: string;
  readonly records: readonly string[];
}

/** The clusters of records that refer to any of these, oldest first. */
export async function relatedClusters(
  db: Db,
  records: readonly string[],
): Promise<RelatedCluster[]> {
  const own = new Set(records);
  const pointing = [...new Set((await claimsPointingAt(db, records)).map((c) => c.record))].filter(
    (id) => !own.has(id),
  );
  if (pointing.length === 0) return [];
  const grouped = new Map<string, string[]>();
  for (const record of pointing) {
    if ([...grouped.values()].some((group) => group.includes(record))) continue;
    const group = await clusterOf(db, record);
    grouped.set(group[0] as string, group);
  }
  const rows = await db
    .selectFrom("records")
    .select(["id", "schema", "label"])
    .where("id", "in", [...grouped.keys()])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    schema: row.schema,
    label: row.label,
    records: grouped.get(row.id) ?? [row.id],
  }));
}

/** Whether a standing claim of the cluster points there: its pointer may have been replaced by one to another file. */
export function pointsThere(
  { records }: RelatedCluster,
  gathered: Gathered,
  there: ReadonlySet<string>,
): boolean {
  return gathered.claims.some(
    ({ record, ref }) => ref !== null && there.has(ref) && records.includes(record),
  );
}

/** One related cluster as a view. `pointsAt` are the records of the file it belongs to. */
export function relatedView(
  cluster: RelatedCluster,
  gathered: Gathered,
  pointsAt: ReadonlySet<string>,
): RelatedView {
  const properties = propertyViews(cluster.schema, cluster.records, gathered, pointsAt);
  const date = (...names: string[]): DrawnDate | null =>
    names.map((name) => drawnDate(properties, name)).find((d) => d !== null) ?? null;
  return {
    id: cluster.id,
    schema: cluster.schema,
    label:
      headlineText(properties, "kind") ??
      headlineText(properties, "type") ??
      (cluster.schema === "Episode" ? message("episode.unstated") : cluster.label),
    records: cluster.records,
    properties,
    from: date("from", "date", "hearing"),
    to: date("to"),
  };
}

export function headlineText(properties: readonly PropertyView[], name: string): string | null {
  return properties.find((p) => p.name === name)?.headlines[0]?.text ?? null;
}

export function headlineValue(properties: readonly PropertyView[], name: string): Value | null {
  return properties.find((p) => p.name === name)?.headlines[0]?.value ?? null;
}

export function drawnDate(properties: readonly PropertyView[], name: string): DrawnDate | null {
  const value = headlineValue(properties, name);
  if (value?.kind !== "date") return null;
  const parsed = parseDate(value.edtf);
  return {
    edtf: value.edtf,
    text: valueText(value),
    min: parsed?.min ?? null,
    max: parsed?.max ?? null,
  };
}
