// What may be accepted of a reading, rejecting a suggestion, and thinking again. (Accepting one is adding a statement, a
// record or a claim that carries its id.) Invariant: what stands inside a denial is never accepted as asserted.
import { type Actor, requireRight } from "../access/index.ts";
import { draft, type SourceId } from "../model/index.ts";
import type { Reading, StatementSuggestion } from "../read/index.ts";
import type { WeighDeps } from "./deps.ts";
import { WeighError } from "./errors.ts";

type Deps = Pick<WeighDeps, "ledger">;

/**
 * The suggested statement, ready to be accepted. Throws WeighError `weigh/no-such-suggestion`, and `weigh/speaker-lost`
 * where the text lost who says it and nobody said who it is; an empty speaker leaves it open on purpose.
 */
export function acceptableStatement(
  reading: Pick<Reading, "statements">,
  suggestion: string,
  edit: { readonly speaker?: string | undefined },
): StatementSuggestion {
  const found = reading.statements.find((s) => s.id === suggestion);
  if (found === undefined) throw gone();
  if (found.speakerLost === true && edit.speaker === undefined)
    throw new WeighError(
      "weigh/speaker-lost",
      "The text lost who says this. Expected a speaker, or an empty one to leave it open.",
    );
  return found;
}

/**
 * Throws WeighError `weigh/no-such-suggestion` for an id the reading does not have, and `weigh/said-not-so` for a figure
 * or an act that is denied: it is accepted only as part of the statement that denies it.
 */
export function requireOffered(
  reading: Reading,
  notOffered: readonly string[],
  suggestion: string,
): void {
  const { statements, figures, acts, mentions, dates } = reading;
  const all = [statements, figures, acts, mentions, dates];
  if (!all.some((list) => list.some(({ id }) => id === suggestion))) throw gone();
  if (notOffered.includes(suggestion))
    throw new WeighError(
      "weigh/said-not-so",
      "This is said not to be so. Accept the statement that says so instead.",
    );
}

function gone(): WeighError {
  return new WeighError(
    "weigh/no-such-suggestion",
    "This suggestion is not there any more. Read the source again.",
  );
}

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
