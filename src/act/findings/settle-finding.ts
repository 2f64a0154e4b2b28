// Saying why a finding may stand, or taking that back.
// Invariant: only a finding that is there now can be settled, and the reason is never empty.
import { type Actor, requireRight } from "../../access/index.ts";
import { type CaseId, draft, type RecordId } from "../../model/index.ts";
import { CaseError } from "../cases/errors.ts";
import { bareCase } from "../cases/show-case.ts";
import type { ActDeps } from "../deps.ts";
import { findingsOfCase, findingsOfPerson } from "./list-findings.ts";

export interface SettleFinding {
  /** The case or the person it is listed under. */
  readonly about: CaseId | RecordId;
  readonly print: string;
  readonly settled: boolean;
  readonly reason: string;
}

/** Throws AccessError; CaseError `act/no-such-finding` where it is not (or no longer) there, `act/reason-needed`. */
export async function settleFinding(
  deps: ActDeps,
  actor: Actor,
  input: SettleFinding,
): Promise<{ readonly seq: number }> {
  requireRight(actor, "review");
  if (input.reason.trim() === "")
    throw new CaseError("act/reason-needed", "Say why it may stand: others will ask.");
  const { about, print } = input;
  const all = about.startsWith("cas_")
    ? await findingsOfCase(deps, await bareCase(deps, about))
    : await findingsOfPerson(deps, about);
  const finding = all.find((one) => one.print === print);
  if (finding === undefined)
    throw new CaseError("act/no-such-finding", "This is no longer so, or never was. Look again.");
  const body = { ...input, rule: finding.code };
  const [entry] = await deps.ledger.append(actor.member, [draft("finding.settled", about, body)]);
  return { seq: entry?.seq ?? -1 };
}
