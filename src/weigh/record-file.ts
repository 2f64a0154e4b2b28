// A file: who this is (or what), how we know, what is disputed. The same for a person and for any other record.
// Invariant: every value leads to its claims, every claim to its passage; nothing is shown that no claim says.
import type { Clock } from "../runtime/index.ts";
import { clusterOf, judgementsAbout, nameForms, personNumber } from "../link/index.ts";
import type { Db, LiveClaim } from "../store/index.ts";
import { WeighError } from "./errors.ts";
import { type Gathered, gather, spokenBy } from "./gather.ts";
import { originsOf } from "./origins.ts";
import { contradictions, originClaim, propertyViews } from "./property-views.ts";
import {
  pointsThere,
  type RelatedCluster,
  relatedClusters,
  relatedView,
} from "./related-records.ts";
import { withReferenceLabels } from "./reference-labels.ts";
import { statusOf } from "./status.ts";
import type { PropertyView, RecordFile, RelatedView, StatementView } from "./views.ts";

/** What of a file may be seen; headlines, origins and counts are then worked out of that alone. */
export interface SeenOnly {
  readonly claim: (claim: LiveClaim) => boolean;
  readonly statement: (statement: StatementView) => boolean;
}

/** The file a record belongs to, or what `only` lets through of it. Throws WeighError `weigh/no-such-record`. */
export async function recordFile(
  deps: { db: Db; clock: Clock },
  id: string,
  only?: SeenOnly,
): Promise<RecordFile> {
  const { db } = deps;
  const cluster = await clusterOf(db, id);
  const rows = await recordsOf(db, cluster);
  const first = rows[0];
  if (first === undefined)
    throw new WeighError(
      "weigh/no-such-record",
      "There is no record with this id in the vault. Search for it by name.",
    );
  const own = new Set(cluster);
  const found = await gatherFile(db, cluster, own);
  const { clusters, everything } = found;
  const gathered = seen(found.gathered, only);
  const { properties, related } = await labelledViews(db, first.schema, gathered, {
    cluster,
    clusters,
    // The label of a record comes from its source, which may be one that is not to be seen.
    withLabels: only === undefined,
  });
  const claims = gathered.claims.filter((c) => own.has(c.record));
  const names = nameForms(claims.filter((c) => c.property === "name"));
  const statements = [...gathered.statements.values()].filter((s) =>
    s.targets.some((t) => everything.includes(t.record)),
  );
  const perRecord = Map.groupBy(claims, (c) => c.record);
  const originKeys = originsOf(
    gathered.claims.map((c) => originClaim(c, gathered)),
    gathered.sources,
  );
  return {
    id: cluster[0] as string,
    number: personNumber(cluster[0] as string, first.schema),
    formerly: rows.slice(1).map((r) => personNumber(r.id, r.schema)),
    schema: first.schema,
    label: names[0]?.text ?? first.label,
    names,
    status:
      first.schema === "Person"
        ? statusOf(properties, related, gathered, cluster, deps.clock())
        : null,
    properties,
    related,
    statements,
    spoke: (await spokenBy(db, cluster)).filter((said) => only?.statement(said) ?? true),
    records: rows.map((r) => ({
      id: r.id,
      label: r.label,
      source: r.source,
      sourceTitle: gathered.sources.get(r.source)?.title ?? r.title ?? "",
      claims: perRecord.get(r.id)?.length ?? 0,
    })),
    judgements: await judgementsAbout(db, cluster),
    counts: {
      claims: gathered.claims.length,
      sources: new Set(gathered.claims.map((c) => c.source)).size,
      origins: originKeys.length,
      contradictions:
        contradictions(properties) + related.reduce((n, r) => n + contradictions(r.properties), 0),
    },
    seq: Math.max(
      ...rows.map((r) => r.seq),
      ...gathered.claims.map((c) => Math.max(c.seq, c.reviewSeq ?? 0)),
    ),
  };
}

function recordsOf(db: Db, cluster: readonly string[]) {
  return db
    .selectFrom("records")
    .leftJoin("sources", "sources.id", "records.source")
    .select([
      "records.id",
      "records.schema",
      "records.label",
      "records.source",
      "records.seq",
      "sources.title",
    ])
    .where("records.id", "in", [...cluster])
    .orderBy("records.id")
    .execute();
}

async function labelledViews(
  db: Db,
  schema: string,
  gathered: Gathered,
  {
    cluster,
    clusters,
    withLabels,
  }: {
    readonly cluster: readonly string[];
    readonly clusters: readonly RelatedCluster[];
    readonly withLabels: boolean;
  },
): Promise<{ properties: PropertyView[]; related: RelatedView[] }> {
  const labelled = async (views: readonly PropertyView[]): Promise<PropertyView[]> =>
    withLabels ? withReferenceLabels(db, views) : [...views];
  const own = new Set(cluster);
  const related: RelatedView[] = [];
  for (const one of clusters) {
    const view = relatedView(one, gathered, own);
    related.push({ ...view, properties: await labelled(view.properties) });
  }
  return { properties: await labelled(propertyViews(schema, cluster, gathered)), related };
}

/** Without a filter what was gathered; else less of it. A pin on a claim that is not seen counts as none. */
function seen(gathered: Gathered, only: SeenOnly | undefined): Gathered {
  if (only === undefined) return gathered;
  const claims = gathered.claims.filter(only.claim);
  const ids = new Set(claims.map((claim) => claim.id));
  return {
    ...gathered,
    claims,
    statements: new Map([...gathered.statements].filter(([, said]) => only.statement(said))),
    pins: gathered.pins.filter((pin) => pin.claim !== null && ids.has(pin.claim)),
  };
}

/** The records that belong to the file, and everything about them; nothing of an episode that was moved to another file. */
async function gatherFile(db: Db, cluster: readonly string[], own: ReadonlySet<string>) {
  const pointing = await relatedClusters(db, cluster);
  const wide = [...cluster, ...pointing.flatMap((c) => c.records)];
  const gathered = await gather(db, wide);
  const clusters = pointing.filter((one) => pointsThere(one, gathered, own));
  if (clusters.length === pointing.length) return { clusters, everything: wide, gathered };
  const everything = [...cluster, ...clusters.flatMap((c) => c.records)];
  return { clusters, everything, gathered: await gather(db, everything) };
}
