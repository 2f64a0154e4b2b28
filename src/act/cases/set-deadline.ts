// Deadlines of a case: a wall time in a time zone, as it was told.
// Invariant: a deadline is never changed silently: done, missed, moved and dropped are entries of their own, and all but
// done say why. What its clocks leave in doubt is told to whoever sets it, and not refused: the court said so.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, type DeadlineId, draft, termOf } from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { CaseError } from "./errors.ts";
import { requireCase } from "./require.ts";
import { type Doubt, isZone, type Moment, resolveMoment } from "./wall-time.ts";

type Deadline = Body<"deadline.set">;
export type SetDeadline = Omit<Deadline, "id" | "state" | "reason" | "reminders"> &
  Partial<Pick<Deadline, "reminders">>;
export type ChangeDeadline = Partial<
  Pick<Deadline, "kind" | "title" | "at" | "reminders" | "state" | "reason">
> & {
  readonly id: DeadlineId;
  /** The entry the person saw. */
  readonly expect?: number;
};

export interface DeadlineWritten {
  readonly id: DeadlineId;
  readonly seq: number;
  /** What its clocks leave open; null for nothing. */
  readonly doubt: Doubt | null;
}

/** A week, three days and one day before, unless somebody says otherwise. */
const usualReminders: readonly number[] = [10_080, 4_320, 1_440];

/** Throws AccessError; CaseError `act/no-such-case`, `act/no-such-code`, `act/no-such-zone`, `act/no-such-item` for a claim that is not there. */
export async function setDeadline(
  deps: ActDeps,
  actor: Actor,
  { reminders = [...usualReminders], ...input }: SetDeadline,
): Promise<DeadlineWritten> {
  requireRight(actor, "add");
  requireKind(input.kind);
  requireZone(input.at);
  await requireCase(deps.db, input.case);
  await requireClaim(deps, input.claim);
  const id = deps.ids.next<DeadlineId>("ddl");
  const body: Deadline = { ...input, id, reminders: sorted(reminders), state: "open" };
  const [entry] = await deps.ledger.append(actor.member, [draft("deadline.set", input.case, body)]);
  return { id, seq: entry?.seq ?? -1, doubt: resolveMoment(input.at).doubt };
}

/**
 * Marks it done, missed or dropped, opens it again, or moves it: whoever gives another moment moves it, and says why.
 * Throws AccessError; CaseError `act/no-such-item`, `act/reason-needed`, `act/nothing-changes`; StoreError `conflict`.
 */
export async function changeDeadline(
  deps: ActDeps,
  actor: Actor,
  { id, expect, reason, ...change }: ChangeDeadline,
): Promise<DeadlineWritten> {
  requireRight(actor, "add");
  if (Object.keys(change).length === 0)
    throw new CaseError("act/nothing-changes", "Say what is to change.");
  const row = await deps.db
    .selectFrom("case_deadlines")
    .select(["seq", "body"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new CaseError("act/no-such-item", "There is no such deadline.");
  if (change.kind !== undefined) requireKind(change.kind);
  if (change.at !== undefined) requireZone(change.at);
  const { reason: _before, ...before } = JSON.parse(row.body) as Deadline;
  const state = change.state ?? (change.at === undefined ? before.state : "moved");
  if (state !== "open" && state !== "done" && state !== before.state && !reason?.trim())
    throw new CaseError("act/reason-needed", "Say why: others will ask.");
  const body: Deadline = {
    ...before,
    ...change,
    reminders: sorted(change.reminders ?? before.reminders),
    state,
    ...(reason === undefined ? {} : { reason }),
  };
  const seen = [{ table: "case_deadlines" as const, where: { id }, seq: expect ?? row.seq }];
  const [entry] = await deps.ledger.append(
    actor.member,
    [draft("deadline.set", body.case, body)],
    seen,
  );
  return { id, seq: entry?.seq ?? -1, doubt: resolveMoment(body.at).doubt };
}

const sorted = (reminders: readonly number[]): number[] =>
  [...new Set(reminders)].toSorted((a, b) => b - a);

function requireKind(kind: string): void {
  if (termOf("deadline-kind", kind) === undefined)
    throw new CaseError("act/no-such-code", "Choose the kind of deadline from the list.");
}

function requireZone({ zone }: Moment): void {
  if (!isZone(zone))
    throw new CaseError("act/no-such-zone", "Name a time zone as Asia/Almaty or Europe/Istanbul.");
}

async function requireClaim({ db }: ActDeps, claim: string | undefined): Promise<void> {
  if (claim === undefined) return;
  const row = await db.selectFrom("claims").select("id").where("id", "=", claim).executeTakeFirst();
  if (row === undefined) throw new CaseError("act/no-such-item", "There is no such claim.");
}
