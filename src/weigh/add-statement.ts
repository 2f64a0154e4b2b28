// A person records that someone said something, from a suggestion or from a passage they marked.
// Invariant: a statement leads to its passage; what a machine proposed is in the ledger only because a person accepted it.
import { type Actor, requireRight } from "../access/index.ts";
import {
  type Body,
  draft,
  type Passage,
  type RecordId,
  type SourceId,
  type Stance,
} from "../model/index.ts";
import type { Span, StatementSuggestion } from "../read/index.ts";
import { checkedPassage } from "./check-passage.ts";
import type { WeighDeps } from "./deps.ts";
import { WeighError } from "./errors.ts";

type Deps = Pick<WeighDeps, "ledger" | "db" | "ids" | "textOf">;

/** What a person may say of a statement beyond (or against) the suggestion. */
export interface StatementEdit {
  readonly content?: string | undefined;
  readonly speaker?: string | undefined;
  readonly speakerRecord?: RecordId | undefined;
  readonly stance?: Stance | undefined;
  readonly mode?: "direct" | "mixed" | "paraphrase" | undefined;
  readonly addressee?: string | undefined;
  readonly said?: string | undefined;
  readonly targets?:
    | readonly { readonly record: RecordId; readonly property?: string | undefined }[]
    | undefined;
  readonly answers?: readonly RecordId[] | undefined;
}

/** Accepts a suggested statement, edited or as it is. Throws WeighError `weigh/no-such-source`. */
export async function acceptStatement(
  deps: Deps,
  actor: Actor,
  source: SourceId,
  suggestion: StatementSuggestion,
  edit: StatementEdit,
): Promise<{ id: RecordId; seq: number }> {
  const text = await deps.textOf(source);
  if (text === null)
    throw new WeighError("weigh/no-such-source", "This source has no text. Open it again.");
  const spans = [...suggestion.source, ...suggestion.cue, ...suggestion.content];
  const whole = {
    start: Math.min(...spans.map((s) => s.start)),
    end: Math.max(...spans.map((s) => s.end)),
  };
  const said = suggestion.source[0];
  const words =
    edit.speaker ??
    wordsOf(text, suggestion.sourceOf === undefined ? suggestion.source : [suggestion.sourceOf]);
  return writeStatement(deps, actor, text, {
    source,
    passage: whole,
    ...(words === ""
      ? {}
      : {
          speaker: {
            words,
            ...(edit.speakerRecord === undefined ? {} : { record: edit.speakerRecord }),
            ...(said === undefined ? {} : { passage: { start: said.start, end: said.end } }),
          },
        }),
    ...(suggestion.cue.length === 0 ? {} : { cue: wordsOf(text, suggestion.cue) }),
    content: edit.content ?? wordsOf(text, suggestion.content),
    mode: edit.mode ?? suggestion.mode,
    stance: edit.stance ?? suggestion.stance,
    ...addressee(
      edit.addressee ??
        (suggestion.addressee === undefined ? undefined : wordsOf(text, [suggestion.addressee])),
    ),
    ...(edit.said === undefined ? {} : { said: edit.said }),
    targets: targetsOf(edit),
    answers: [...(edit.answers ?? [])],
    suggestion: suggestion.id,
    rule: suggestion.rule,
  });
}

/** Records a statement from a passage a person marked. */
export async function addStatement(
  deps: Deps,
  actor: Actor,
  input: StatementEdit & { source: SourceId; passage: Passage; content: string; stance: Stance },
): Promise<{ id: RecordId; seq: number }> {
  const text = await deps.textOf(input.source);
  return writeStatement(deps, actor, text, {
    source: input.source,
    passage: input.passage,
    ...(input.speaker === undefined
      ? {}
      : {
          speaker: {
            words: input.speaker,
            ...(input.speakerRecord === undefined ? {} : { record: input.speakerRecord }),
          },
        }),
    content: input.content,
    mode: input.mode ?? "paraphrase",
    stance: input.stance,
    ...addressee(input.addressee),
    ...(input.said === undefined ? {} : { said: input.said }),
    targets: targetsOf(input),
    answers: [...(input.answers ?? [])],
  });
}

async function writeStatement(
  deps: Deps,
  actor: Actor,
  text: string | null,
  body: Omit<Body<"statement.added">, "id">,
): Promise<{ id: RecordId; seq: number }> {
  requireRight(actor, "add");
  const known = await deps.db
    .selectFrom("sources")
    .select("id")
    .where("id", "=", body.source)
    .executeTakeFirst();
  if (known === undefined)
    throw new WeighError(
      "weigh/no-such-source",
      "Every statement needs a source that is in the vault. Add the source first.",
    );
  const id = deps.ids.next<RecordId>("rec");
  const [entry] = await deps.ledger.append(actor.member, [
    draft("statement.added", id, { ...body, id, passage: checkedPassage(body.passage, text) }),
  ]);
  return { id, seq: entry?.seq ?? -1 };
}

function targetsOf(edit: StatementEdit): Body<"statement.added">["targets"] {
  return (edit.targets ?? []).map(({ record, property }) =>
    property === undefined ? { record } : { record, property },
  );
}

function addressee(words: string | undefined): { addressee?: string } {
  return words === undefined || words === "" ? {} : { addressee: words };
}

function wordsOf(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => text.slice(start, end))
    .join(" … ")
    .trim();
}
