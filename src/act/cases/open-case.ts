// Opening a case for one person, or for several who are in it together.
// Invariant: its number was never given out before; its people are records of this vault.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, type CaseId, draft } from "../../model/index.ts";
import { StoreError } from "../../store/index.ts";
import type { ActDeps } from "../deps.ts";
import { CaseError } from "./errors.ts";
import { nextNumber } from "./case-number.ts";
import { requireCodes, requireMember, requirePeople } from "./require.ts";

export interface OpenCase {
  readonly people: Body<"case.opened">["people"];
  readonly kind: string;
  readonly title?: string;
  /** Left out: `new`, `normal`, nobody. */
  readonly status?: string;
  readonly priority?: string;
  readonly assignee?: Body<"case.opened">["assignee"];
}

/** Throws AccessError `access/not-allowed`; CaseError `act/no-such-code`, `act/no-such-person`, `act/no-such-member`. */
export async function openCase(
  deps: ActDeps,
  actor: Actor,
  input: OpenCase,
): Promise<{ readonly id: CaseId; readonly number: string; readonly seq: number }> {
  requireRight(actor, "add");
  const { kind, status = "new", priority = "normal", assignee = null, title } = input;
  requireCodes({ kind, status, priority });
  const people = [...new Set(input.people)];
  await requirePeople(deps.db, people);
  await requireMember(deps.db, assignee);
  const id = deps.ids.next<CaseId>("cas");
  for (let tries = 0; tries < 20; tries++) {
    const number = await nextNumber(deps.db, actor.device, deps.clock());
    const body = { id, number, kind, people, status, priority, assignee };
    const opened = draft("case.opened", id, { ...body, ...(title === undefined ? {} : { title }) });
    try {
      const [entry] = await deps.ledger.append(
        actor.member,
        [opened],
        [{ table: "cases", where: { number }, seq: null }],
      );
      return { id, number, seq: entry?.seq ?? -1 };
    } catch (cause) {
      // Somebody else took this number between looking and writing.
      if (!(cause instanceof StoreError && cause.code === "conflict")) throw cause;
    }
  }
  throw new CaseError("act/too-busy", "Many cases are being opened at once. Try again.");
}
