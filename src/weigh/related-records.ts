// What points at a file: episodes, acts, relationships, proceedings, interventions.
// Invariant: records judged the same appear as one, with the claims of all.
import { parseDate, type Value, valueText } from "../model/index.ts";
import { clustersOf } from "../link/index.ts";
import { claimsPointingAt, type Db, type LiveClaim } from "../store/index.ts";
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
  return (await relatedToEach(db, [records]))[0] ?? [];
}

/** For each group of records the clusters of records that refer to any of it, oldest first. */
export async function relatedToEach(
  db: Db,
  groups: readonly (readonly string[])[],
): Promise<RelatedCluster[][]> {
  const pointers = Map.groupBy(
    await claimsPointingAt(db, groups.flat()),
    (claim) => claim.ref ?? "",
  );
  const clusters = await clustersOf(
    db,
    [...pointers.values()].flat().map((claim) => claim.record),
  );
  const rows = await labelledRecords(db, [
    ...new Set([...clusters.values()].map((cluster) => cluster[0] as string)),
  ]);
  return groups.map((group) => {
    const own = new Set(group);
    const pointing = group
      .flatMap((record) => pointers.get(record) ?? [])
      .map((claim) => claim.record)
      .filter((record) => !own.has(record));
    const firsts = new Set(pointing.map((record) => clusters.get(record)?.[0] ?? record));
    return [...firsts].sort().flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [{ ...row, records: clusters.get(id) ?? [id] }];
    });
  });
}

async function labelledRecords(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Pick<RelatedCluster, "id" | "schema" | "label">>> {
  const rows = new Map<string, Pick<RelatedCluster, "id" | "schema" | "label">>();
  for (let i = 0; i < ids.length; i += 400)
    for (const row of await db
      .selectFrom("records")
      .select(["id", "schema", "label"])
      .where("id", "in", ids.slice(i, i + 400))
      .execute())
      rows.set(row.id, row);
  return rows;
}

/** Whether a standing claim of the cluster points there: its pointer may have been replaced by one to another file. */
export function pointsThere(
  { records }: RelatedCluster,
  claims: ReadonlyMap<string, readonly LiveClaim[]>,
  there: ReadonlySet<string>,
): boolean {
  return records.some((record) =>
    claims.get(record)?.some(({ ref }) => ref !== null && there.has(ref)),
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
