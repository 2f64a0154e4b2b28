// A person says that a statement speaks to a question.
// Invariant: said as a claim on the statement, with the statement's own passage; the statement stays as it was recorded.
import { type Actor, requireRight } from "../access/index.ts";
import { clusterOf } from "../link/index.ts";
import type { Body, RecordId, SourceId } from "../model/index.ts";
import { claimsPointingAt } from "../store/index.ts";
import { addClaims } from "./add-record.ts";
import type { WeighDeps } from "./deps.ts";
import { WeighError } from "./errors.ts";

type Deps = Pick<WeighDeps, "ledger" | "db" | "ids" | "textOf">;

/**
 * Attaches a statement to a question; where it is attached already, nothing is written. To take it off again, withdraw the
 * claim. Throws WeighError `weigh/no-such-record`, `weigh/no-such-statement`.
 */
export async function attachStatement(
  deps: Deps,
  actor: Actor,
  { question, statement }: { question: RecordId; statement: RecordId },
): Promise<void> {
  requireRight(actor, "add");
  const { db } = deps;
  const asked = await db
    .selectFrom("records")
    .select("id")
    .where("id", "=", question)
    .where("schema", "=", "Question")
    .executeTakeFirst();
  if (asked === undefined)
    throw new WeighError(
      "weigh/no-such-record",
      "There is no question with this id in the vault. Open the list of questions again.",
    );
  const said = await db
    .selectFrom("statements")
    .select(["source", "body"])
    .where("id", "=", statement)
    .executeTakeFirst();
  if (said === undefined)
    throw new WeighError(
      "weigh/no-such-statement",
      "There is no statement with this id in the vault. Search for its words.",
    );
  const { answers, targets, passage } = JSON.parse(said.body) as Body<"statement.added">;
  const records = await clusterOf(db, question);
  const there =
    [...answers, ...targets.map((target) => target.record)].some((id) => records.includes(id)) ||
    (await claimsPointingAt(db, records)).some(
      (claim) => claim.property === "question" && claim.record === statement,
    );
  if (there) return;
  const value = { kind: "ref" as const, record: question };
  const claims = [{ property: "question", value, passage }];
  const source = said.source as SourceId;
  await addClaims(deps, actor, { record: statement, source, claims }, null);
}
