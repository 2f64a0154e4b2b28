// A person's judgement that two records are the same, different, relatives, or not decided yet.
// Invariant: records are never rewritten; the newest judgement of a pair stands, earlier ones stay in the ledger.
import { type Actor, requireRight, writeDecision, type Written } from "../access/index.ts";
import { draft, type RecordId, type Verdict } from "../model/index.ts";
import type { Db, Ledger } from "../store/index.ts";
import { LinkError } from "./errors.ts";

export interface JudgeRecords {
  readonly left: RecordId;
  readonly right: RecordId;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly score?: number | undefined;
  /** With `undecided`: the judgement before this one is taken back, and the pair waits as if nobody had judged it. */
  readonly undone?: boolean | undefined;
  /** The entry of the judgement the person saw; null: they saw none; undefined: do not check. */
  readonly expect?: number | null | undefined;
}

/**
 * Writes the judgement. Throws LinkError when a record is unknown, is the same, or has another schema, and
 * StoreError `conflict` when someone judged the pair meanwhile. `waits`: two people become one only when another member confirms.
 */
export async function judgeRecords(
  deps: { ledger: Ledger; db: Db },
  actor: Actor,
  input: JudgeRecords,
): Promise<Written> {
  requireRight(actor, "link");
  const [left, right] =
    input.left < input.right ? [input.left, input.right] : [input.right, input.left];
  if (left === right)
    throw new LinkError(
      "link/same-record",
      "A record cannot be compared with itself. Pick another one.",
    );
  if (input.undone === true && input.verdict !== "undecided")
    throw new LinkError(
      "link/undone-undecided",
      "Taking a judgement back leaves the pair not decided. Send the verdict undecided with it.",
    );
  const found = await deps.db
    .selectFrom("records")
    .select(["id", "schema"])
    .where("id", "in", [left, right])
    .execute();
  if (found.length < 2)
    throw new LinkError(
      "link/no-such-record",
      "One of the two records is not in this vault. Look it up again.",
    );
  if (found[0]?.schema !== found[1]?.schema)
    throw new LinkError("link/other-schema", "Only records of one kind can be the same.");
  const body = {
    left,
    right,
    verdict: input.verdict,
    reason: input.reason,
    ...(input.score === undefined ? {} : { score: input.score }),
    ...(input.undone === true ? { undone: true as const } : {}),
  };
  return writeDecision(deps, actor, {
    drafts: [draft("judgement.made", left, body)],
    facts: { person: found[0]?.schema === "Person" },
    reason: input.reason,
    ground: [{ table: "judgements", where: { left, right }, seq: input.expect }],
  });
}
