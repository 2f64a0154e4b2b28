// The decisions that wait for a second member, the oldest first.
import { bodies } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { type Actor, isSecondPerson } from "../roles.ts";
import { type ProtectedKind, rightFor } from "./needs-second.ts";

export interface WaitingDecision {
  readonly id: string;
  readonly kind: ProtectedKind;
  readonly subject: string;
  /** How the subject is called; the id where it has no name or this member may not see it. */
  readonly label: string;
  /** The claim it is about; null where it is about none. */
  readonly claim: string | null;
  /** Of a merge: the other record; of a death: the person. */
  readonly other: { readonly id: string; readonly label: string } | null;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
  readonly own: boolean;
  readonly mayDecide: boolean;
}

/** What waits, as this member may see it: without what is about closed sources they may not read. */
export async function listDecisions(db: Db, actor: Actor): Promise<WaitingDecision[]> {
  const rows = await db
    .selectFrom("decisions")
    .innerJoin("entries", "entries.seq", "decisions.seq")
    .leftJoin("decision_ends", "decision_ends.id", "decisions.id")
    .leftJoin("members", "members.id", "decisions.proposer")
    .select(["decisions.proposer", "entries.at", "entries.body", "members.name"])
    .where("decision_ends.id", "is", null)
    .orderBy("decisions.seq")
    .limit(200)
    .execute();
  const found = rows.flatMap(({ body, ...row }) =>
    body === null ? [] : [{ ...row, body: bodies["decision.proposed"].parse(JSON.parse(body)) }],
  );
  const people = await peopleOf(
    db,
    found.flatMap(({ body }) => (body.kind === "death" ? [body.subject] : [])),
  );
  const others = found.map(({ body }) => people.get(body.subject) ?? otherOf(body.drafts));
  const named = await labels(db, [...found.map(({ body }) => body.subject), ...others]);
  return found.map(({ body, proposer, at, name }, i) => {
    const other = others[i] ?? "";
    return {
      id: body.id,
      kind: body.kind,
      subject: body.subject,
      label: named.get(body.subject) ?? body.subject,
      claim: claimOf(body.drafts),
      other: other === "" ? null : { id: other, label: named.get(other) ?? other },
      by: name ?? proposer,
      at,
      reason: body.reason ?? "",
      own: proposer === actor.member,
      mayDecide: isSecondPerson(proposer as Actor["member"], actor, rightFor[body.kind]),
    };
  });
}

function otherOf(drafts: readonly { readonly kind: string; readonly body: string }[]): string {
  const merge = drafts.find(({ kind }) => kind === "judgement.made");
  return merge === undefined ? "" : bodies["judgement.made"].parse(JSON.parse(merge.body)).right;
}

function claimOf(
  drafts: readonly { readonly kind: string; readonly body: string }[],
): string | null {
  const review = drafts.find(({ kind }) => kind === "claim.reviewed");
  return review === undefined
    ? null
    : bodies["claim.reviewed"].parse(JSON.parse(review.body)).claim;
}

/** Of episodes and acts: the person they are of. */
async function peopleOf(db: Db, records: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (records.length === 0) return new Map();
  const rows = await db
    .selectFrom("claims")
    .select(["record", "ref"])
    .where("record", "in", records)
    .where("property", "=", "person")
    .where("ref", "is not", null)
    .orderBy("seq")
    .execute();
  return new Map(rows.map(({ record, ref }) => [record, ref ?? ""]));
}

async function labels(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const records = ids.filter((id) => id.startsWith("rec_"));
  if (records.length === 0) return new Map();
  const rows = await db
    .selectFrom("records")
    .select(["id", "label"])
    .where("id", "in", records)
    .execute();
  return new Map(rows.map(({ id, label }) => [id, label]));
}
