// Why these records are one person: the records, and the chain of judgements that holds them.
import type { Db } from "../store/index.ts";
import { clusterOf } from "./clusters.ts";
import type { ClusterView, JudgementView } from "./views.ts";

/** The cluster a record belongs to, with every judgement that touches it (also "different" ones). */
export async function showCluster(db: Db, record: string): Promise<ClusterView> {
  const members = await clusterOf(db, record);
  const records = await db
    .selectFrom("records")
    .leftJoin("sources", "sources.id", "records.source")
    .select(["records.id", "records.label", "records.source", "sources.title"])
    .select((eb) =>
      eb
        .selectFrom("claims")
        .whereRef("claims.record", "=", "records.id")
        .select(eb.fn.countAll<number>().as("n"))
        .as("claims"),
    )
    .where("records.id", "in", members)
    .orderBy("records.id")
    .execute();
  return {
    person: members[0] as string,
    records: records.map((r) => ({
      id: r.id,
      label: r.label,
      source: r.source,
      sourceTitle: r.title ?? "",
      claims: Number(r.claims ?? 0),
    })),
    judgements: await judgementsAbout(db, members),
  };
}

/** Judgements that touch any of these records, newest first. */
export async function judgementsAbout(
  db: Db,
  records: readonly string[],
): Promise<JudgementView[]> {
  const rows = await db
    .selectFrom("judgements")
    .innerJoin("entries", "entries.seq", "judgements.seq")
    .leftJoin("records as l", "l.id", "judgements.left")
    .leftJoin("records as r", "r.id", "judgements.right")
    .leftJoin("members", "members.id", "entries.author")
    .select([
      "judgements.left",
      "judgements.right",
      "judgements.verdict",
      "judgements.reason",
      "judgements.seq",
      "entries.at",
      "entries.author",
    ])
    .select(["l.label as left_label", "r.label as right_label", "members.name"])
    .where((where) =>
      where.or([
        where("judgements.left", "in", [...records]),
        where("judgements.right", "in", [...records]),
      ]),
    )
    .orderBy("judgements.seq", "desc")
    .limit(500)
    .execute();
  return rows.map((j) => ({
    left: j.left,
    leftLabel: j.left_label ?? "",
    right: j.right,
    rightLabel: j.right_label ?? "",
    verdict: j.verdict as JudgementView["verdict"],
    reason: j.reason,
    by: j.name ?? j.author,
    at: j.at,
    seq: j.seq,
  }));
}
