// The end of a decision that waited: another member confirms or refuses it, or its proposer takes it back.
// Invariant: never the same member twice; it ends once; its drafts are written with the confirmation or not at all.
import { bodies, type Body, draft, type Draft, type EntryKind } from "../../model/index.ts";
import { type Db, type Expectation, StoreError } from "../../store/index.ts";
import { AccessError } from "../errors.ts";
import { type Actor, isSecondPerson, requireRight } from "../roles.ts";
import { rightFor } from "./needs-second.ts";
import type { DecisionDeps } from "./write-decision.ts";

type Proposal = Body<"decision.proposed"> & { readonly proposer: string; readonly seq: number };

/**
 * Confirms, or with a reason refuses. Throws AccessError `access/no-such-decision`, `access/not-allowed`, `access/same-member`,
 * `access/decided-already`, and `access/ground-changed` where what it rests on is no longer what the proposer saw.
 */
export async function decide(
  deps: DecisionDeps,
  actor: Actor,
  input: { readonly id: string } & (
    | { readonly confirm: true }
    | { readonly confirm: false; readonly reason: string }
  ),
): Promise<{ readonly seq: number }> {
  const found = await waiting(deps.db, input.id);
  const right = rightFor[found.kind];
  requireRight(actor, right);
  if (!isSecondPerson(found.proposer as Actor["member"], actor, right))
    throw new AccessError(
      "access/same-member",
      "You proposed this yourself. Another member confirms or refuses it; you may take it back.",
    );
  if (!input.confirm)
    return end(deps, actor, found, [
      draft("decision.refused", found.subject, { id: found.id, reason: input.reason }),
    ]);
  await requireConsentStands(deps.db, found);
  return end(
    deps,
    actor,
    found,
    [draft("decision.confirmed", found.subject, { id: found.id }), ...found.drafts.map(read)],
    found.ground,
  );
}

/** The proposer no longer wants it. Throws AccessError `access/no-such-decision`, `access/decided-already`, `access/not-allowed`. */
export async function takeBack(
  deps: DecisionDeps,
  actor: Actor,
  id: string,
): Promise<{ readonly seq: number }> {
  const found = await waiting(deps.db, id);
  if (found.proposer !== actor.member)
    throw new AccessError(
      "access/not-allowed",
      "Only whoever proposed it takes it back. You may refuse it, with a reason.",
    );
  return end(deps, actor, found, [draft("decision.taken-back", found.subject, { id })]);
}

async function end(
  { ledger, db }: DecisionDeps,
  actor: Actor,
  { id }: Proposal,
  drafts: readonly Draft[],
  ground: readonly Expectation[] = [],
): Promise<{ readonly seq: number }> {
  const open: Expectation = { table: "decision_ends", where: { id }, seq: null };
  try {
    const [entry] = await ledger.append(actor.member, drafts, [open, ...ground]);
    return { seq: entry?.seq ?? -1 };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "conflict") throw error;
    // Someone ended it meanwhile, or what it rests on changed.
    await waiting(db, id);
    throw groundChanged();
  }
}

async function waiting(db: Db, id: string): Promise<Proposal> {
  const row = await db
    .selectFrom("decisions")
    .innerJoin("entries", "entries.seq", "decisions.seq")
    .leftJoin("decision_ends", "decision_ends.id", "decisions.id")
    .select(["decisions.proposer", "decisions.seq", "entries.body", "decision_ends.state"])
    .where("decisions.id", "=", id)
    .executeTakeFirst();
  if (row === undefined || row.body === null)
    throw new AccessError("access/no-such-decision", "There is no such decision in the vault.");
  if (row.state !== null)
    throw new AccessError(
      "access/decided-already",
      "This was confirmed, refused or taken back meanwhile.",
    );
  const body = bodies["decision.proposed"].parse(JSON.parse(row.body));
  return { ...body, proposer: row.proposer, seq: row.seq };
}

function read({ kind, subject, body }: Proposal["drafts"][number]): Draft {
  const known = kind as EntryKind;
  return { kind: known, subject, body: bodies[known].parse(JSON.parse(body)) } as Draft;
}

/** A no that was written down after the proposal must not be overwritten by the older yes. */
async function requireConsentStands(db: Db, { drafts, seq }: Proposal): Promise<void> {
  const about = drafts.flatMap((one) => {
    if (one.kind !== "consent.given") return [];
    const body = bodies["consent.given"].parse(JSON.parse(one.body));
    return [body.about, ...(body.covers ?? [])];
  });
  if (about.length === 0) return;
  const later = await db
    .selectFrom("entries")
    .select("seq")
    .where("subject", "in", about)
    .where("kind", "=", "consent.withdrawn")
    .where("seq", ">", seq)
    .executeTakeFirst();
  if (later !== undefined) throw groundChanged();
}

function groundChanged(): AccessError {
  return new AccessError(
    "access/ground-changed",
    "What this decision rests on has changed since it was proposed. Refuse it or take it back, look again, and decide anew.",
  );
}
