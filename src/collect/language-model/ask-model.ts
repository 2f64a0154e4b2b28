// "Ask the language model": one person, one source, one question after another, suggestions in return.
// Invariant: nothing is sent unless a keeper set a model, the person asking saw the address it goes to, and that address
// still stands. What comes back is kept only after every word of it was found in the text.
import type { Progress } from "../../runtime/index.ts";
import { noProgress, stopIfAborted } from "../../runtime/index.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError } from "../errors.ts";
import { mayAdd } from "../may-add.ts";
import { suggestionIds } from "../reading-cache.ts";
import { sourceReading, sourceText } from "../source-reading.ts";
import { readAnswer } from "./answer.ts";
import { askEndpoint, type EndpointLimits } from "./ask-endpoint.ts";
import type { ModelSuggestions } from "./check-answer.ts";
import { ModelError } from "./errors.ts";
import { withoutRule, withSuggestions } from "./merge-readings.ts";
import { keepModelReading } from "./model-readings.ts";
import { modelSetting, type ModelSettingDeps, never } from "./model-setting.ts";
import { questionOf } from "./question.ts";
import { partsOf } from "./sent-text.ts";

export type AskModelDeps = Pick<CollectDeps, "ledger" | "files" | "reader" | "actor"> &
  Pick<ModelSettingDeps, "vault" | "allowed"> & { readonly limits?: EndpointLimits };

export interface AskModelInput {
  readonly source: string;
  /** The address the person was shown; refused where it is no longer the one that stands. */
  readonly address: string;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

export interface ModelAnswer {
  /** Suggestions that are new beside the rules' ones, of all kinds. */
  readonly added: number;
  /** Found in the text, but the rules had them. */
  readonly known: number;
  /** Thrown away: their words do not stand in the text, or in several places with nothing to tell which. */
  readonly notFound: number;
  /** Thrown away: not of the form asked for, or outside the vocabularies. */
  readonly malformed: number;
}

/**
 * Sends the body of one source, part after part, and keeps what the answers suggest.
 * Throws AccessError `access/not-allowed`, ModelError (every code but `model-address`), CollectError `source-unknown`,
 * `no-text`, RuntimeError `cancelled`. Nothing is kept when it throws.
 */
export async function askModel(deps: AskModelDeps, input: AskModelInput): Promise<ModelAnswer> {
  mayAdd(deps.actor);
  if (!deps.allowed) throw never();
  const { source, address, signal, progress = noProgress } = input;
  const setting = await modelSetting(deps);
  if (setting === null) throw off();
  // The rules of reading weigh 40 MB: this process carries them once somebody asks, and not before.
  const { checkAnswer, ruleOf } = await import("./check-answer.ts");
  if (setting.address !== address) throw changed();
  const id = { id: source };
  const { text } = await sourceText(deps, id);
  // What this model said earlier is replaced, so it counts as new again.
  const { reading: standing } = await sourceReading(deps, id);
  const reading = withoutRule(standing, ruleOf(setting.model));
  const parts = partsOf(text, reading.mask);
  if (parts.length === 0)
    throw new CollectError("no-text", "Expected a source with a text of its own; this has none.");
  const published = reading.meta.date?.value;
  const known = { language: reading.language, ...(published === undefined ? {} : { published }) };
  const all: ModelSuggestions[] = [];
  let [notFound, malformed] = [0, 0];
  progress(0, parts.length, "ask-model");
  for (const [i, part] of parts.entries()) {
    const question = questionOf(setting.model, part.text);
    const answer = readAnswer(await askEndpoint(setting, question, signal, deps.limits));
    const checked = checkAnswer(answer, part, setting.model, known);
    all.push(checked.found);
    notFound += checked.notFound;
    malformed += answer.malformed;
    progress(i + 1, parts.length, "ask-model");
  }
  stopIfAborted(signal);
  const found = together(all);
  const before = ids(reading);
  const after = withSuggestions(reading, [found]);
  const fresh = ids(after).filter((one) => !before.includes(one));
  const decided = suggestionIds(after).filter((one) => fresh.includes(one));
  const { engine } = deps.ledger.deps;
  await keepModelReading(engine, { source, model: setting.model }, found, decided);
  return { added: fresh.length, known: ids(found).length - fresh.length, notFound, malformed };
}

function together(all: readonly ModelSuggestions[]): ModelSuggestions {
  return {
    statements: all.flatMap((one) => one.statements),
    figures: all.flatMap((one) => one.figures),
    mentions: all.flatMap((one) => one.mentions),
    dates: all.flatMap((one) => one.dates),
    acts: all.flatMap((one) => one.acts),
  };
}

function ids({ statements, figures, mentions, dates, acts }: ModelSuggestions): string[] {
  return [statements, figures, mentions, dates, acts].flat().map(({ id }) => id);
}

function off(): ModelError {
  return new ModelError(
    "model-off",
    "No language model is set, so nothing was sent. A keeper can set one in Settings.",
  );
}

function changed(): ModelError {
  return new ModelError(
    "model-changed",
    "The language model's address was changed meanwhile, so nothing was sent. Look at the new one and ask again.",
  );
}
