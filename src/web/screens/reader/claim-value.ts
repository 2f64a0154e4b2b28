// What a passage could be as a value of a property: the form begins with it, and says what was understood.
import type { Property } from "../../../model/index.ts";
import { parseCell, valueText } from "../../../model/index.ts";
import { emptyDraft } from "../../parts/value-field.tsx";
import type { ValueDraft, ValueInput } from "../../parts/value-field.tsx";

/** The field's first content for these words: a term of the vocabulary where one is found, else the words. */
export function prefilled(property: Property, words: string): ValueDraft {
  if (property.type === "ref") return emptyDraft;
  if (property.type !== "code") return { ...emptyDraft, words };
  const read = parseCell(property, words);
  // "Other" is what is left when nothing fits; a person chooses that, a rule does not.
  return "error" in read || read.kind !== "code" || read.code === "other"
    ? emptyDraft
    : { ...emptyDraft, words: read.code };
}

/** How the words are understood, where that is more than the words; `false` where they are not understood at all. */
export function understood(property: Property, draft: ValueDraft): string | null | false {
  const words = draft.words.trim();
  if (words === "" || property.sealed === true) return null;
  if (
    property.type !== "date" &&
    property.type !== "age" &&
    property.type !== "number" &&
    property.type !== "place"
  )
    return null;
  const read = parseCell(property, words);
  if ("error" in read) return false;
  const text = valueText(read);
  return text === words ? null : text;
}

/** The value as it is sent: a term keeps beside it the words of the source it was chosen for. */
export function withWords(input: ValueInput, words: string): ValueInput {
  if (!("value" in input)) return input;
  const { value } = input;
  const isTerm = typeof value === "object" && value !== null && "vocabulary" in value;
  return isTerm ? { value: { ...value, words: words.slice(0, 2_000) } } : input;
}
