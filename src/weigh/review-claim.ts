// What people decide about a claim: its review, its grade, a correction, a pin.
// Invariant: the claim itself never changes; each decision is an entry of its own, and the latest stands.
import {
  type Actor,
  requireRight,
  tellsDeath,
  writeDecision,
  type Written,
} from "../access/index.ts";
import {
  type ClaimId,
  draft,
  type RecordId,
  type ReviewState,
  type SourceId,
  type Value,
} from "../model/index.ts";
import type { ClaimRow, Db } from "../store/index.ts";
import { addClaims, type NewClaim } from "./add-record.ts";
import type { Seal, ValueInput } from "./claim-values.ts";
import type { WeighDeps } from "./deps.ts";
import { WeighError } from "./errors.ts";
import { CONFIRMED, requireTwoOrigins } from "./grading/two-origins.ts";

type Deps = Pick<WeighDeps, "ledger" | "db" | "ids" | "textOf">;

/** The claim's row, or WeighError `weigh/no-such-claim`. */
export async function knownClaim(deps: Pick<Deps, "db">, id: string): Promise<ClaimRow> {
  const row = await deps.db
    .selectFrom("claims")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined)
    throw new WeighError(
      "weigh/no-such-claim",
      "There is no claim with this id in the vault. Open the file again.",
    );
  return row;
}

/** Accepts, rejects or reopens a claim. `expect` is the review the person saw (its entry), null for none.
 * `waits`: it tells of a death, and another member must confirm it. */
export async function reviewClaim(
  deps: Deps,
  actor: Actor,
  input: {
    claim: ClaimId;
    state: ReviewState;
    reason?: string | undefined;
    expect?: number | null | undefined;
  },
): Promise<Written> {
  requireRight(actor, "review");
  const claim = await knownClaim(deps, input.claim);
  const record = claim.record as RecordId;
  const body = {
    claim: input.claim,
    record,
    state: input.state,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  };
  return writeDecision(deps, actor, {
    drafts: [draft("claim.reviewed", record, body)],
    facts: { death: await isDeath(deps.db, claim) },
    reason: input.reason,
    ground: [{ table: "claim_reviews", where: { claim: input.claim }, seq: input.expect }],
  });
}

async function isDeath(db: Db, claim: ClaimRow): Promise<boolean> {
  const row = await db
    .selectFrom("records")
    .select("schema")
    .where("id", "=", claim.record)
    .executeTakeFirst();
  return tellsDeath(row?.schema ?? "", JSON.parse(claim.value) as Value);
}

/**
 * Grades a claim's content 1 (confirmed by other sources) to 6 (cannot be judged), with a reason. Throws WeighError
 * `weigh/one-origin` for a 1 where fewer than two independent origins say so.
 */
export async function gradeClaim(
  deps: Deps & Pick<WeighDeps, "clock">,
  actor: Actor,
  input: { claim: ClaimId; grade: number; reason: string; expect?: number | null | undefined },
): Promise<void> {
  requireRight(actor, "review");
  const known = await knownClaim(deps, input.claim);
  const record = known.record as RecordId;
  const { claim, grade, reason, expect } = input;
  if (grade === CONFIRMED) await requireTwoOrigins(deps, known);
  const seen =
    expect === undefined ? [] : [{ table: "claim_grades" as const, where: { claim }, seq: expect }];
  await deps.ledger.append(
    actor.member,
    [draft("claim.graded", record, { claim, record, grade, reason })],
    seen,
  );
}

/** Corrects what was entered: a new claim with the same passage and speaker takes the old one's place. */
export async function replaceClaim(
  deps: Deps,
  actor: Actor,
  input: ValueInput & { claim: ClaimId },
  seal: Seal | null,
): Promise<ClaimId> {
  const old = await knownClaim(deps, input.claim);
  // A correction takes the old claim's place, which for another person's claim is a reviewer's decision.
  if ((await authorOf(deps.db, input.claim)) !== actor.member) requireRight(actor, "review");
  const given: NewClaim = {
    property: old.property,
    value: input.value,
    words: input.words,
    replaces: input.claim,
    ...(old.passage === null
      ? {}
      : { passage: JSON.parse(old.passage) as NonNullable<NewClaim["passage"]> }),
    ...(old.statement === null ? {} : { statement: old.statement as RecordId }),
    ...(old.knows === null ? {} : { knows: old.knows }),
    ...(old.said === null ? {} : { said: old.said }),
  };
  const [id] = await addClaims(
    deps,
    actor,
    { record: old.record as RecordId, source: old.source as SourceId, claims: [given] },
    seal,
  );
  return id as ClaimId;
}

/** Makes one claim the headline of its property, or (null) lets the rule decide again. */
export async function pinClaim(
  deps: Deps,
  actor: Actor,
  input: {
    record: RecordId;
    property: string;
    claim: ClaimId | null;
    reason: string;
    expect?: number | null | undefined;
  },
): Promise<Written> {
  requireRight(actor, "review");
  if (input.claim !== null) await knownClaim(deps, input.claim);
  const { expect, ...pin } = input;
  const where = { record: pin.record, property: pin.property };
  return writeDecision(deps, actor, {
    drafts: [draft("claim.pinned", pin.record, pin)],
    reason: pin.reason,
    ground: [{ table: "pins", where, seq: expect }],
  });
}

/**
 * Takes back a record, claim or statement; with `back` it stands again. Own work needs no reviewer, unless it was one who
 * took it back. Throws WeighError `weigh/no-such-claim` or `weigh/no-such-record`.
 */
export async function withdraw(
  deps: Deps,
  actor: Actor,
  input: { target: string; subject: string; back: boolean; reason: string },
): Promise<{ seq: number }> {
  const author = await authorOf(deps.db, input.target);
  const takenBy = input.back ? await takenBackBy(deps.db, input.target) : null;
  const own = author === actor.member && (takenBy === null || takenBy === actor.member);
  requireRight(actor, own && actor.rights.has("add") ? "add" : "review");
  const [entry] = await deps.ledger.append(actor.member, [
    draft("withdrawn", input.subject, { ...input }),
  ]);
  return { seq: entry?.seq ?? -1 };
}

/** Who entered the claim, record or statement. */
async function authorOf(db: Db, target: string): Promise<string> {
  const table = target.startsWith("clm_") ? "claims" : "records";
  if (table === "claims") await knownClaim({ db }, target);
  const row = await db
    .selectFrom("entries")
    .select("author")
    .where("seq", "in", db.selectFrom(table).select("seq").where("id", "=", target))
    .executeTakeFirst();
  if (row === undefined)
    throw new WeighError(
      "weigh/no-such-record",
      "There is nothing with this id in the vault that could be taken back. Open the file again.",
    );
  return row.author;
}

/** Who took it back last; null where it stands. */
async function takenBackBy(db: Db, target: string): Promise<string | null> {
  const row = await db
    .selectFrom("withdrawals")
    .innerJoin("entries", "entries.seq", "withdrawals.seq")
    .select("entries.author")
    .where("withdrawals.target", "=", target)
    .where("withdrawals.back", "=", 0)
    .executeTakeFirst();
  return row?.author ?? null;
}
