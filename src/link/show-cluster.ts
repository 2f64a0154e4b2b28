// Why these records are one person: the records, and the chain of judgements that holds them.
import type { Db } from "../store/index.ts";
import { clusterOf } from "./clusters.ts";
import { personNumber } from "./person-number.ts";
import type { ClusterView, JudgementView } from "./views.ts";

/** The cluster a record belongs to, with every judgement that touches it (also "different" ones). */
export async function showCluster(db: Db, record: string): Promise<ClusterView> {
  const members = await clusterOf(db, record);
  const records = await db
    .selectFrom("records")
    .leftJoin("sources", "sources.id", "records.source")
    .select(["records.id", "records.schema", "records.label", "records.source", "sources.title"])
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
  const judgements = await judgementsAbout(db, members);
  const own = new Set(members);
  const ties = judgements.filter(
    ({ verdict, left, right }) => verdict === "same" && own.has(left) && own.has(right),
  );
  return {
    person: members[0] as string,
    records: records.map((r) => ({
      id: r.id,
      number: personNumber(r.id, r.schema),
      label: r.label,
      source: r.source,
      sourceTitle: r.title ?? "",
      claims: Number(r.claims ?? 0),
      without: groupsOf(
        members.filter((id) => id !== r.id),
        ties,
      ),
    })),
    judgements,
    ties: ties.map((tie) => ({
      seq: tie.seq,
      without: groupsOf(
        members,
        ties.filter((other) => other !== tie),
      ),
    })),
  };
}

/** The groups these records form by these ties, the one with the oldest record first; ties to other records count for nothing. */
export function groupsOf(
  records: readonly string[],
  ties: readonly { readonly left: string; readonly right: string }[],
): string[][] {
  const left = new Set(records);
  const near = new Map<string, string[]>(records.map((id) => [id, []]));
  for (const tie of ties) {
    if (!left.has(tie.left) || !left.has(tie.right)) continue;
    near.get(tie.left)?.push(tie.right);
    near.get(tie.right)?.push(tie.left);
  }
  const groups: string[][] = [];
  for (const first of [...records].sort()) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const id of group)
      for (const next of near.get(id) ?? []) if (left.delete(next)) group.push(next);
    groups.push(group.sort());
  }
  return groups;
}

/** Judgements that touch any of these records, newest first. */
export async function judgementsAbout(
  db: Db,
  records: readonly string[],
): Promise<JudgementView[]> {
  const rows = await judgements(db)
    .where((where) =>
      where.or([
        where("judgements.left", "in", [...records]),
        where("judgements.right", "in", [...records]),
      ]),
    )
    .orderBy("judgements.seq", "desc")
    .limit(500)
    .execute();
  return rows.map(judgementView);
}

/** The judgement of this very pair that stands, `left` being the smaller id; null: nobody judged it. */
export async function judgementOf(
  db: Db,
  left: string,
  right: string,
): Promise<JudgementView | null> {
  const row = await judgements(db)
    .where("judgements.left", "=", left)
    .where("judgements.right", "=", right)
    .executeTakeFirst();
  return row === undefined ? null : judgementView(row);
}

function judgements(db: Db) {
  return db
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
      "judgements.undone",
      "entries.at",
      "entries.author",
    ])
    .select(["l.label as left_label", "r.label as right_label", "members.name"]);
}

type JudgementRow = Awaited<ReturnType<ReturnType<typeof judgements>["execute"]>>[number];

function judgementView(j: JudgementRow): JudgementView {
  return {
    left: j.left,
    leftLabel: j.left_label ?? "",
    right: j.right,
    rightLabel: j.right_label ?? "",
    verdict: j.verdict as JudgementView["verdict"],
    reason: j.reason,
    by: j.name ?? j.author,
    at: j.at,
    seq: j.seq,
    undone: j.undone === 1,
  };
}
