// A person says, after both were recorded, that one statement answers another.
// Invariant: said as a claim on the statement that answers, with its own passage; both statements stay as they were recorded.
import { type Actor, requireRight } from "../access/index.ts";
import type { ClaimId, RecordId, SourceId } from "../model/index.ts";
import { addClaims } from "./add-record.ts";
import type { WeighDeps } from "./deps.ts";
import { WeighError } from "./errors.ts";
import { statementViews } from "./statement-views.ts";

type Deps = Pick<WeighDeps, "ledger" | "db" | "ids" | "textOf">;

/**
 * Links a statement to one it answers. Where that stands already nothing is written and `claim` is null; to take it off
 * again, withdraw the claim. Throws WeighError `weigh/no-such-statement`, also where both are one.
 */
export async function linkAnswer(
  deps: Deps,
  actor: Actor,
  { statement, answers }: { readonly statement: RecordId; readonly answers: RecordId },
): Promise<{ claim: ClaimId | null }> {
  requireRight(actor, "add");
  const views = await statementViews(deps.db, [statement, answers]);
  const said = views.find(({ id, withdrawn }) => id === statement && !withdrawn);
  const answered = views.find(({ id, withdrawn }) => id === answers && !withdrawn);
  if (said === undefined || answered === undefined || said === answered)
    throw new WeighError(
      "weigh/no-such-statement",
      "Expected two statements that stand in the vault. Search for their words.",
    );
  if (said.answers.some(({ id }) => id === answers)) return { claim: null };
  const value = { kind: "ref" as const, record: answers };
  const claims = [{ property: "answers", value, passage: said.passage }];
  const source = said.source as SourceId;
  const [claim] = await addClaims(deps, actor, { record: statement, source, claims }, null);
  return { claim: claim ?? null };
}
