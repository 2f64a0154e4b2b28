// A file put together from what was read: a pure function of it, so that one person and ten thousand are made alike.
// Invariant: with `only` the headlines, origins and counts rest on what may be seen, and on nothing else.
import { nameForms, personNumber } from "../link/index.ts";
import type { Db, LiveClaim } from "../store/index.ts";
import { type Gathered, type GatheredAll, narrowed } from "./gather.ts";
import { originsOf } from "./origins.ts";
import { contradictions, originClaim, propertyViews } from "./property-views.ts";
import { pointsThere, type RelatedCluster, relatedView } from "./related-records.ts";
import { statusOf } from "./status.ts";
import type { RecordFile, StatementView } from "./views.ts";

/** What of a file may be seen; headlines, origins and counts are then worked out of that alone. */
export interface SeenOnly {
  readonly claim: (claim: LiveClaim) => boolean;
  readonly statement: (statement: StatementView) => boolean;
}

/** A file without what other files and decisions say of it, and without labels of records it points at. */
export type BareFile = Omit<RecordFile, "spoke" | "judgements">;

export interface FileParts {
  /** The records judged the same, oldest first. */
  readonly cluster: readonly string[];
  readonly rows: readonly RecordRow[];
  readonly pointing: readonly RelatedCluster[];
  /** At least everything around the cluster and what points at it. */
  readonly all: GatheredAll;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The file of a cluster of which at least one record is there. */
export function assembleFile(parts: FileParts, only?: SeenOnly): BareFile {
  const { cluster, rows, now } = parts;
  const first = rows[0] as RecordRow;
  const own = new Set(cluster);
  const found = belonging(parts, own);
  const { clusters, everything } = found;
  const gathered = seen(found.gathered, only);
  const properties = propertyViews(first.schema, cluster, gathered);
  const perRecord = Map.groupBy(gathered.claims, (c) => c.record);
  const related = clusters.map((one) => relatedView(one, of(one, gathered, perRecord), own));
  const claims = gathered.claims.filter((c) => own.has(c.record));
  const names = nameForms(claims.filter((c) => c.property === "name"));
  const statements = [...gathered.statements.values()].filter((s) =>
    s.targets.some((t) => everything.includes(t.record)),
  );
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
      first.schema === "Person" ? statusOf(properties, related, gathered, cluster, now) : null,
    properties,
    related,
    statements,
    records: rows.map((r) => ({
      id: r.id,
      label: r.label,
      source: r.source,
      sourceTitle: gathered.sources.get(r.source)?.title ?? r.title ?? "",
      claims: perRecord.get(r.id)?.length ?? 0,
    })),
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

/** The records that belong to the file, and everything about them; nothing of an episode that was moved to another file. */
function belonging({ cluster, pointing, all }: FileParts, own: ReadonlySet<string>) {
  const wide = [...cluster, ...pointing.flatMap((c) => c.records)];
  const gathered = narrowed(all, wide);
  const claims = Map.groupBy(gathered.claims, (claim) => claim.record);
  const clusters = pointing.filter((one) => pointsThere(one, claims, own));
  if (clusters.length === pointing.length) return { clusters, everything: wide, gathered };
  const everything = [...cluster, ...clusters.flatMap((c) => c.records)];
  return { clusters, everything, gathered: narrowed(all, everything) };
}

/** The same with the claims of one cluster only, in ledger order: a view of it looks at no others. */
function of(
  { records }: RelatedCluster,
  gathered: Gathered,
  perRecord: ReadonlyMap<string, readonly LiveClaim[]>,
): Gathered {
  const claims = records.flatMap((record) => perRecord.get(record) ?? []);
  return { ...gathered, claims: claims.sort((a, b) => a.seq - b.seq) };
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

export interface RecordRow {
  readonly id: string;
  readonly schema: string;
  readonly label: string;
  readonly source: string;
  readonly seq: number;
  readonly title: string | null;
}

/** The records with these ids that are there, oldest first. */
export async function recordsOf(db: Db, ids: readonly string[]): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let i = 0; i < ids.length; i += 400)
    rows.push(
      ...(await db
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
        .where("records.id", "in", ids.slice(i, i + 400))
        .orderBy("records.id")
        .execute()),
    );
  return rows;
}
