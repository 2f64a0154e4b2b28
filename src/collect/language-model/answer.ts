// The answer of a language model as it comes through the door: hostile until every item has the form asked for.
// Invariant: what is not of the form is left out and counted; nothing of the answer but words to look for and codes of
// closed lists gets past here.
import { z } from "zod";
import { vocabularyOf } from "../../model/index.ts";
import type { MentionType, Stance } from "../../read/index.ts";
import { ModelError } from "./errors.ts";
import { MAX_QUOTE_UNITS, MAX_SUGGESTIONS } from "./limits.ts";

export const stances = [
  "asserts",
  "denies",
  "admits",
  "demands",
  "estimates",
  "reframes",
  "declines",
] as const satisfies readonly Stance[];
const types = [
  "person",
  "organization",
  "place",
  "group",
] as const satisfies readonly MentionType[];
/** The codes an act may have. */
export const actCodes: ReadonlySet<string> = new Set(
  ["act-type", "episode-kind"].flatMap((name) =>
    (vocabularyOf(name)?.terms ?? []).map(({ code }) => code),
  ),
);

const words = z.string().min(1).max(MAX_QUOTE_UNITS);
const perhaps = words.nullish().transform((value) => value ?? null);

const statement = z.object({
  speaker: perhaps,
  cue: perhaps,
  content: z.union([words.transform((one) => [one]), z.array(words).min(1).max(8)]),
  stance: z.enum(stances),
});
const figure = z.object({ words: words.max(300), population: perhaps, asserter: perhaps });
const name = z.object({ words: words.max(200), type: z.enum(types) });
const date = z.object({ words: words.max(200) });
const act = z.object({
  words: words.max(300),
  act: z.string().refine((code) => actCodes.has(code)),
  person: perhaps,
  negated: z.boolean().default(false),
});

export interface Answer {
  readonly statements: readonly z.infer<typeof statement>[];
  readonly figures: readonly z.infer<typeof figure>[];
  readonly names: readonly z.infer<typeof name>[];
  readonly dates: readonly z.infer<typeof date>[];
  readonly acts: readonly z.infer<typeof act>[];
  /** Items that were not of the form, a stance or kind outside the vocabulary included, or more than are taken. */
  readonly malformed: number;
}

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
const list = z.array(z.unknown()).default([]);
const lists = z.object({
  statements: list,
  figures: list,
  names: list,
  dates: list,
  acts: list,
});

/** Throws ModelError `model-answer` where the whole is not a chat completion that holds one JSON object. */
export function readAnswer(text: string): Answer {
  const whole = completion.safeParse(parsed(text));
  const content = whole.success ? whole.data.choices[0]?.message.content : undefined;
  const found = lists.safeParse(content === undefined ? null : parsed(objectIn(content)));
  if (!found.success) throw notOfTheForm();
  let malformed = 0;
  const sound = <T>(schema: z.ZodType<T>, items: readonly unknown[]): T[] => {
    const good = items.slice(0, MAX_SUGGESTIONS).flatMap((item) => {
      const one = schema.safeParse(item);
      return one.success ? [one.data] : [];
    });
    malformed += items.length - good.length;
    return good;
  };
  const { data } = found;
  return {
    statements: sound(statement, data.statements),
    figures: sound(figure, data.figures),
    names: sound(name, data.names),
    dates: sound(date, data.dates),
    acts: sound(act, data.acts),
    malformed,
  };
}

/** Models like to think aloud first, and to put a fence around what they were asked for. */
function objectIn(content: string): string {
  const said = content.slice(content.lastIndexOf("</think>") + 1);
  const start = said.indexOf("{");
  return start < 0 ? "" : said.slice(start, said.lastIndexOf("}") + 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function notOfTheForm(): ModelError {
  return new ModelError(
    "model-answer",
    "The language model's answer is not of the form asked for, so nothing was taken from it. Another model may do better.",
  );
}
