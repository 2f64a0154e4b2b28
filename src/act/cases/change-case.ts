// Changing a case, who it is about, its checklist and its notes.
// Invariant: nothing is deleted; every change can be answered by another one of the same kind.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, type CaseId, checklistFor, draft, type NoteId } from "../../model/index.ts";
import type { Expectation } from "../../store/index.ts";
import type { ActDeps } from "../deps.ts";
import { CaseError } from "./errors.ts";
import { requireCase, requireCodes, requireMember, requirePeople } from "./require.ts";
import type { CaseField } from "./views.ts";

export type ChangeCase = Body<"case.changed"> & {
  /** For each field the entry the person saw; a field somebody else changed since is a conflict. */
  readonly expect?: Partial<Readonly<Record<CaseField, number>>>;
};

interface Written {
  readonly seq: number;
}

/** Throws AccessError; CaseError `act/no-such-…`, `act/nothing-changes`; StoreError `conflict`. */
export async function changeCase(
  deps: ActDeps,
  actor: Actor,
  { expect = {}, ...change }: ChangeCase,
): Promise<Written> {
  requireRight(actor, "add");
  const { id, reason: _reason, ...fields } = change;
  if (Object.keys(fields).length === 0)
    throw new CaseError("act/nothing-changes", "Say what is to change.");
  const { kind, status, priority, assignee } = fields;
  requireCodes({ kind, status, priority });
  await requireCase(deps.db, id);
  await requireMember(deps.db, assignee);
  const expected = Object.keys(fields)
    .filter((field) => expect[field as CaseField] !== undefined)
    .map((field): Expectation => ({
      table: "case_facts",
      where: { case_id: id, field },
      seq: expect[field as CaseField] ?? null,
    }));
  const drafts = [draft("case.changed", id, change)];
  const [entry] = await deps.ledger.append(actor.member, drafts, expected);
  return { seq: entry?.seq ?? -1 };
}

/** Somebody becomes part of a case, or no longer is. Throws AccessError; CaseError `act/no-such-case`, `act/no-such-person`. */
export async function setCasePerson(
  deps: ActDeps,
  actor: Actor,
  change: Body<"case.person">,
): Promise<Written> {
  requireRight(actor, "add");
  await requireCase(deps.db, change.id);
  await requirePeople(deps.db, [change.record]);
  return append(deps, actor, draft("case.person", change.id, change));
}

/** Ticks an item of the checklist, or takes the tick back. Throws AccessError; CaseError `act/no-such-item`, `act/no-such-case`. */
export async function checkItem(
  deps: ActDeps,
  actor: Actor,
  change: Body<"case.checked">,
): Promise<Written> {
  requireRight(actor, "add");
  await requireCase(deps.db, change.id);
  const row = await deps.db
    .selectFrom("case_board")
    .select("kind")
    .where("case_id", "=", change.id)
    .executeTakeFirst();
  if (!checklistFor(row?.kind ?? "other").some(({ code }) => code === change.item))
    throw new CaseError("act/no-such-item", "This is no item of the checklist of such a case.");
  return append(deps, actor, draft("case.checked", change.id, change));
}

/** Writes a note to a case. Throws AccessError; CaseError `act/no-such-case`. */
export async function addNote(
  deps: ActDeps,
  actor: Actor,
  { id: caseId, text }: { readonly id: CaseId; readonly text: string },
): Promise<Written & { readonly id: NoteId }> {
  requireRight(actor, "add");
  await requireCase(deps.db, caseId);
  const id = deps.ids.next<NoteId>("nte");
  return {
    id,
    ...(await append(deps, actor, draft("case.noted", caseId, { id, case: caseId, text }))),
  };
}

/** Takes a note back, or brings it back; its words stay. Throws AccessError; CaseError `act/no-such-item`. */
export async function takeBackNote(
  deps: ActDeps,
  actor: Actor,
  { note, gone }: { readonly note: NoteId; readonly gone: boolean },
): Promise<Written> {
  requireRight(actor, "add");
  const row = await deps.db
    .selectFrom("case_notes")
    .select(["case_id", "text"])
    .where("id", "=", note)
    .executeTakeFirst();
  if (row === undefined) throw new CaseError("act/no-such-item", "There is no such note.");
  const body = { id: note, case: row.case_id as CaseId, text: row.text };
  return append(
    deps,
    actor,
    draft("case.noted", row.case_id, { ...body, ...(gone ? { gone: true as const } : {}) }),
  );
}

async function append(
  { ledger }: ActDeps,
  actor: Actor,
  one: Parameters<ActDeps["ledger"]["append"]>[1][number],
): Promise<Written> {
  const [entry] = await ledger.append(actor.member, [one]);
  return { seq: entry?.seq ?? -1 };
}
