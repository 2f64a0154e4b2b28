// Denials of a source and what the reading takes them to answer, where both were accepted and nobody linked them: one of
// the two was accepted before the other. Invariant: proposals; nothing is linked here.
import type { Reading } from "../read/index.ts";
import type { Db } from "../store/index.ts";
import type { ProposeAnswers } from "./propose-answers.ts";
import { statementViews } from "./statement-views.ts";
import type { StatementView, WaitingAnswer, WaitingSide } from "./views.ts";

/** In the order of the reading, whichever of the two was accepted first. */
export async function waitingAnswers(
  { db }: { readonly db: Db },
  {
    reading,
    decisions,
  }: {
    readonly reading: Pick<Reading, "statements">;
    readonly decisions: ProposeAnswers["decisions"];
  },
): Promise<WaitingAnswer[]> {
  const pairs = reading.statements.flatMap(({ id, answers }) => {
    const denial = decisions[id]?.became;
    const answered = decisions[answers?.statement ?? ""]?.became;
    return denial === undefined || answered === undefined ? [] : [{ denial, answered }];
  });
  const found = await statementViews(
    db,
    pairs.flatMap(({ denial, answered }) => [denial, answered]),
  );
  const views = new Map(found.filter((v) => !v.withdrawn).map((view) => [view.id, view]));
  return pairs.flatMap((pair) => {
    const denial = views.get(pair.denial);
    const answered = views.get(pair.answered);
    if (denial === undefined || answered === undefined) return [];
    const isLinked = denial.answers.some(({ id }) => id === answered.id);
    return isLinked ? [] : [{ denial: sideOf(denial), answered: sideOf(answered) }];
  });
}

function sideOf({ id, speaker, content }: StatementView): WaitingSide {
  return { statement: id, speaker, content };
}
