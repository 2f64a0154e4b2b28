// A statement is written down: from the reader's suggestion where there is one for these words, else from the marked passage.
// Invariant: who speaks, which way it points and whom it is about are the plan's, as a person would decide them.
import { sourceReading } from "../collect/index.ts";
import type { RecordId, SourceId } from "../model/index.ts";
import type { StatementSuggestion } from "../read/index.ts";
import {
  acceptStatement,
  addStatement,
  rejectSuggestion,
  type StatementEdit,
} from "../weigh/index.ts";
import { findPassage } from "./find-passage.ts";
import { inside, known } from "./key-book.ts";
import type { SourcePlan, StatementPlan } from "./plan.ts";
import type { Workbench } from "./workbench.ts";

export async function writeStatement(
  bench: Workbench,
  plan: SourcePlan,
  source: SourceId,
  statement: StatementPlan,
): Promise<void> {
  const text = await bench.textOf(source);
  const passage = findPassage(text, statement, plan.key);
  const content = statement.quote.replace(/,$/, "");
  const edit = { ...editOf(bench, plan, statement), content };
  const suggestion = await suggestionFor(bench, plan, source, {
    start: passage.start ?? 0,
    end: passage.end ?? 0,
  });
  const { id } =
    suggestion === null
      ? await addStatement(bench.weigh, bench.actor(plan.by), {
          ...edit,
          source,
          passage,
          stance: statement.stance,
        })
      : await acceptStatement(bench.weigh, bench.actor(plan.by), source, suggestion, edit);
  bench.book.statements.set(`${plan.key}/${statement.as}`, id);
}

function editOf(bench: Workbench, plan: SourcePlan, s: StatementPlan): StatementEdit {
  const { records, statements } = bench.book;
  return {
    speaker: s.speaker,
    speakerRecord: s.by === undefined ? undefined : known(records, inside(plan.key, s.by)),
    stance: s.stance,
    mode: s.mode,
    addressee: s.to,
    said: s.said,
    targets: (s.about ?? []).map((about) => {
      const [record = "", property] = about.split(".");
      return { record: known(records, inside(plan.key, record)), property };
    }),
    answers: (s.answers ?? []).map((key): RecordId => {
      const full = inside(plan.key, key);
      return statements.get(full) ?? known(records, full);
    }),
  };
}

type Span = { readonly start: number; readonly end: number };

/** The suggestion nobody has decided on whose words lie in this passage, or hold it. */
async function suggestionFor(
  bench: Workbench,
  plan: SourcePlan,
  source: SourceId,
  span: Span,
): Promise<StatementSuggestion | null> {
  const { reading, decisions } = await sourceReading(bench.collect(plan.by), { id: source });
  const fits = (s: StatementSuggestion): boolean => {
    const [first, last] = [s.content[0], s.content.at(-1)];
    if (first === undefined || last === undefined) return false;
    const shared = Math.min(last.end, span.end) - Math.max(first.start, span.start);
    return (
      shared > 0.8 * Math.min(last.end - first.start, span.end - span.start) && s.source.length > 0
    );
  };
  return reading.statements.find((s) => decisions[s.id] === undefined && fits(s)) ?? null;
}

/** Turns down the suggestions whose words the plan names; where the reader made none such, the last that is left. */
export async function rejectSuggestions(
  bench: Workbench,
  plan: SourcePlan,
  source: SourceId,
): Promise<void> {
  const { text } = await bench.textOf(source);
  for (const { words, reason } of plan.reject ?? []) {
    const { reading, decisions } = await sourceReading(bench.collect(plan.by), { id: source });
    const left = reading.statements.filter((s) => decisions[s.id] === undefined);
    const holds = (s: StatementSuggestion): boolean =>
      [...s.source, ...s.cue, ...s.content].some(({ start, end }) =>
        text.slice(start, end).includes(words),
      );
    const chosen = left.find(holds) ?? left.at(-1);
    if (chosen === undefined) continue;
    await rejectSuggestion(bench.weigh, bench.actor("colleague"), {
      source,
      suggestion: chosen.id,
      reason,
    });
  }
}
