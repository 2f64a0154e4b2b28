// Which claims stand. One rule, used by every room.
// Invariant: a claim stands unless it, its record or its batch was taken back, its latest review rejects it, or a
// standing claim replaces it. Nothing is deleted: take back the taking back and it stands again.
import type { ReviewState } from "../model/index.ts";
import type { Db, Tx } from "./engine.ts";
import type { ClaimRow } from "./tables/rows.ts";

/** A claim as stored, with what people decided about it since. */
export interface LiveClaim extends Omit<ClaimRow, "n"> {
  /** The latest review of the claim, else of its batch, else what it was added as. */
  readonly state: ReviewState;
  readonly grade: number | null;
  /** The entry of the latest review (for optimistic concurrency); null: never reviewed. */
  readonly reviewSeq: number | null;
  readonly at: number;
  readonly author: string;
}

const chunk = 400;

/** The standing claims of these records, in ledger order. Rejected and replaced ones are left out. */
export async function liveClaims(db: Db | Tx, records: readonly string[]): Promise<LiveClaim[]> {
  return standing(await claimsWithDecisions(db, "claims.record", records));
}

/** The standing claims that point at these records. A replaced pointer may still come back; its replacement decides. */
export async function claimsPointingAt(
  db: Db | Tx,
  records: readonly string[],
): Promise<LiveClaim[]> {
  return standing(await claimsWithDecisions(db, "claims.ref", records));
}

type Candidate = LiveClaim & { readonly gone: boolean };

function standing(candidates: readonly Candidate[]): LiveClaim[] {
  const replaced = new Set<string>();
  const kept: LiveClaim[] = [];
  for (const { gone, ...claim } of candidates.toSorted((a, b) => b.seq - a.seq)) {
    const stands = !gone && claim.state !== "rejected";
    // A later claim holds down the whole line before it, even where a link between was taken back.
    if ((stands || replaced.has(claim.id)) && claim.replaces !== null) replaced.add(claim.replaces);
    if (stands && !replaced.has(claim.id)) kept.push(claim);
  }
  return kept.reverse();
}

async function claimsWithDecisions(
  db: Db | Tx,
  column: "claims.record" | "claims.ref",
  ids: readonly string[],
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (let i = 0; i < ids.length; i += chunk) {
    const rows = await db
      .selectFrom("claims")
      .innerJoin("entries", "entries.seq", "claims.seq")
      .leftJoin("claim_reviews", "claim_reviews.claim", "claims.id")
      .leftJoin("batch_undone", "batch_undone.id", "claims.batch")
      .leftJoin("batch_reviews", "batch_reviews.id", "claims.batch")
      .leftJoin("withdrawals as own", (join) =>
        join.onRef("own.target", "=", "claims.id").on("own.back", "=", 0),
      )
      .leftJoin("withdrawals as whole", (join) =>
        join.onRef("whole.target", "=", "claims.record").on("whole.back", "=", 0),
      )
      .leftJoin("claim_grades", "claim_grades.claim", "claims.id")
      .selectAll("claims")
      .select([
        "entries.at",
        "entries.author",
        "claim_reviews.state as own_state",
        "claim_reviews.seq as review_seq",
        "batch_reviews.state as batch_state",
        "batch_undone.id as undone",
        "own.target as own_gone",
        "whole.target as whole_gone",
        "claim_grades.grade",
      ])
      .where(column, "in", ids.slice(i, i + chunk))
      .execute();
    for (const {
      own_state,
      review_seq,
      batch_state,
      undone,
      own_gone,
      whole_gone,
      n: _n,
      ...row
    } of rows) {
      found.push({
        ...row,
        state: (own_state ?? batch_state ?? row.review) as ReviewState,
        reviewSeq: review_seq,
        gone: undone !== null || own_gone !== null || whole_gone !== null,
      });
    }
  }
  return found;
}
