// Members judge how reliable a source is on a topic, and what kind of origin a claim goes back to.
// Invariant: every judgement has a reason; the same source may be an A on one topic and an E on another.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, draft, type RecordId, termOf } from "../../model/index.ts";
import type { WeighDeps } from "../deps.ts";
import { WeighError } from "../errors.ts";
import { knownClaim } from "../review-claim.ts";

type Deps = Pick<WeighDeps, "ledger" | "db">;
type Seen = { readonly expect?: number | null | undefined };

/**
 * `expect`: the entry of the grade the member saw, null for none. Throws AccessError (right `review`); WeighError
 * `weigh/no-such-source`, `weigh/not-this-type` for a topic that is not in `question-topic`.
 */
export async function gradeSource(
  deps: Deps,
  actor: Actor,
  { expect, ...given }: Body<"source.graded"> & Seen,
): Promise<void> {
  requireRight(actor, "review");
  const { source, topic } = given;
  requireTerm("question-topic", topic);
  const row = await deps.db
    .selectFrom("sources")
    .select("id")
    .where("id", "=", source)
    .executeTakeFirst();
  if (row === undefined)
    throw new WeighError(
      "weigh/no-such-source",
      "There is no source with this id in the vault. Open the list of sources again.",
    );
  const seen =
    expect === undefined
      ? []
      : [{ table: "source_grades" as const, where: { source, topic }, seq: expect }];
  await deps.ledger.append(actor.member, [draft("source.graded", source, given)], seen);
}

/** As gradeSource; WeighError `weigh/no-such-claim`, `weigh/not-this-type` for a code that is not in `origin-kind`. */
export async function gradeOrigin(
  deps: Deps,
  actor: Actor,
  { expect, ...given }: Omit<Body<"claim.origin">, "record"> & Seen,
): Promise<void> {
  requireRight(actor, "review");
  requireTerm("origin-kind", given.origin);
  const { claim } = given;
  const record = (await knownClaim(deps, claim)).record as RecordId;
  const seen =
    expect === undefined
      ? []
      : [{ table: "claim_origins" as const, where: { claim }, seq: expect }];
  await deps.ledger.append(
    actor.member,
    [draft("claim.origin", record, { ...given, record })],
    seen,
  );
}

function requireTerm(vocabulary: string, code: string): void {
  if (termOf(vocabulary, code) === undefined)
    throw new WeighError("weigh/not-this-type", `Take a code of the list ${vocabulary}.`);
}
