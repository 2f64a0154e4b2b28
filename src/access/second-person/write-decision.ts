// Writes what a member decided, or, where the vault wants two, writes it down as a proposal.
// Invariant: the setting is checked again in the transaction that writes, so that none slips through while it is being chosen.
import { type Body, draft, type Draft } from "../../model/index.ts";
import { createIds } from "../../runtime/index.ts";
import type { Db, Expectation, Ledger } from "../../store/index.ts";
import type { Actor } from "../roles.ts";
import { chosenKinds } from "./chosen-kinds.ts";
import { type Facts, needsSecond } from "./needs-second.ts";

export interface DecisionDeps {
  readonly ledger: Ledger;
  readonly db: Db;
}

type Ground = Body<"decision.proposed">["ground"][number];

export interface Decision {
  /** What is written when it takes effect; the first one names the subject. */
  readonly drafts: readonly [Draft, ...Draft[]];
  readonly facts?: Facts;
  readonly reason?: string | undefined;
  /** The rows it rests on. `seq`: the entry the member saw; left out, nobody said, and a proposal keeps the one of now. */
  readonly ground?: readonly (Omit<Ground, "seq"> & {
    readonly seq?: number | null | undefined;
  })[];
}

/** `waits`: the id of the proposal, where another member must confirm; nothing took effect then. */
export interface Written {
  readonly seq: number;
  readonly waits?: string;
}

/** Throws StoreError `conflict` where a row is no longer the one the member saw. */
export async function writeDecision(
  { ledger, db }: DecisionDeps,
  actor: Pick<Actor, "member">,
  { drafts, facts, reason, ground = [] }: Decision,
): Promise<Written> {
  const chosen = await chosenKinds(db);
  const kind = needsSecond(chosen.kinds, drafts, facts);
  const seen = ground.flatMap(({ seq, ...row }) => (seq === undefined ? [] : [{ ...row, seq }]));
  const setting: Expectation = {
    table: "second_person",
    where: { name: "now" },
    seq: chosen.seq,
  };
  if (kind === null) {
    const [entry] = await ledger.append(actor.member, drafts, [...seen, setting]);
    return { seq: entry?.seq ?? -1 };
  }
  const [{ subject }] = drafts;
  const id = createIds(ledger.deps.clock).next("dcs");
  const body: Body<"decision.proposed"> = {
    id,
    kind,
    subject,
    drafts: drafts.map((one) => ({
      kind: one.kind,
      subject: one.subject,
      body: JSON.stringify(one.body),
    })),
    ground: await Promise.all(
      ground.map(async ({ seq, ...row }) => ({ ...row, seq: seq ?? (await seqOf(db, row)) })),
    ),
    ...(reason === undefined || reason === "" ? {} : { reason }),
  };
  const [entry] = await ledger.append(
    actor.member,
    [draft("decision.proposed", subject, body)],
    [...seen, setting],
  );
  return { seq: entry?.seq ?? -1, waits: id };
}

async function seqOf(db: Db, { table, where }: Omit<Ground, "seq">): Promise<number | null> {
  let query = db.selectFrom(table as "second_person").select("seq");
  for (const [column, value] of Object.entries(where))
    query = query.where(column as "name", "=", value);
  return (await query.executeTakeFirst())?.seq ?? null;
}
