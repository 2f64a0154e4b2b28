// Rejecting a suggestion, and thinking again. (Accepting one is adding a statement, a record or a claim that carries its id.)
import { type Actor, requireRight } from "../access/index.ts";
import { draft, type SourceId } from "../model/index.ts";
import type { WeighDeps } from "./deps.ts";

type Deps = Pick<WeighDeps, "ledger">;

/** Remembers that a person turned this suggestion down. */
export async function rejectSuggestion(
  deps: Deps,
  actor: Actor,
  input: { source: SourceId; suggestion: string; reason?: string | undefined },
): Promise<{ seq: number }> {
  requireRight(actor, "add");
  const { reason, ...rest } = input;
  const [entry] = await deps.ledger.append(actor.member, [
    draft("suggestion.rejected", input.source, {
      ...rest,
      ...(reason === undefined ? {} : { reason }),
    }),
  ]);
  return { seq: entry?.seq ?? -1 };
}

/** Takes the rejection back; the suggestion waits again. */
export async function reopenSuggestion(
  deps: Deps,
  actor: Actor,
  input: { source: SourceId; suggestion: string },
): Promise<{ seq: number }> {
  requireRight(actor, "add");
  const target = `${input.source}#${input.suggestion}`;
  const [entry] = await deps.ledger.append(actor.member, [
    draft("withdrawn", input.source, {
      target,
      subject: input.source,
      back: false,
      reason: "reopened",
    }),
  ]);
  return { seq: entry?.seq ?? -1 };
}
