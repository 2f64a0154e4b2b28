// What one claim can say: a closed union of typed values, parsed at the door.
// Invariant: the words as received are kept beside every normalised form.
import { z } from "zod";
import { fold } from "./fold.ts";
import type { RecordId } from "./ids.ts";

const text = z.string().min(1).max(20_000);
const shortText = z.string().min(1).max(2_000);
const recordId = z
  .string()
  .regex(/^rec_[0-9A-Z]{26}$/)
  .transform((id) => id as RecordId);

/** A name as written. `script` is ISO 15924, `lang` BCP 47; `role` a code of the vocabulary `name-role`. */
export const nameValue = z.strictObject({
  kind: z.literal("name"),
  text: z.string().min(1).max(1_000),
  script: z.string().max(8).optional(),
  lang: z.string().max(16).optional(),
  role: z.string().max(40).optional(),
});
/** An EDTF date (ISO 8601-2) with the words it was read from. An unknown date is the EDTF `XXXX` with words. */
export const dateValue = z.strictObject({
  kind: z.literal("date"),
  edtf: z.string().min(1).max(80),
  words: shortText.optional(),
});
/** An age in whole years at a date. */
export const ageValue = z.strictObject({
  kind: z.literal("age"),
  years: z.int().min(0).max(130),
  asOf: z.string().max(80).optional(),
});
/** A quantity: `low` and `high` are equal where one number was said; an open end is left out. */
export const numberValue = z.strictObject({
  kind: z.literal("number"),
  low: z.number().optional(),
  high: z.number().optional(),
  hedge: z.string().max(80).optional(),
  unit: z.string().max(80).optional(),
  words: shortText.optional(),
});
/** A place as stated, with the gazetteer code it was resolved to by a person, if any. */
export const placeValue = z.strictObject({
  kind: z.literal("place"),
  text: shortText,
  code: z.string().max(40).optional(),
});
/** A term of a vocabulary, with the words it stands for. */
export const codeValue = z.strictObject({
  kind: z.literal("code"),
  vocabulary: z.string().min(1).max(60),
  code: z.string().min(1).max(60),
  words: shortText.optional(),
});
/** A pointer to another record. */
export const refValue = z.strictObject({
  kind: z.literal("ref"),
  record: recordId,
  words: shortText.optional(),
});
export const textValue = z.strictObject({
  kind: z.literal("text"),
  text,
  lang: z.string().max(16).optional(),
});
/** A value only some roles may open: ciphertext under the sealed key, and a keyed hash to find it by. */
export const sealedValue = z.strictObject({
  kind: z.literal("sealed"),
  cipher: z.string().max(8_000),
  hash: z.string().length(64),
});

export const value = z.discriminatedUnion("kind", [
  nameValue,
  dateValue,
  ageValue,
  numberValue,
  placeValue,
  codeValue,
  refValue,
  textValue,
  sealedValue,
]);
export type Value = z.infer<typeof value>;
export type ValueKind = Value["kind"];

/** Two values say the same when their normalised parts agree; the words they came in do not matter. */
export function sameValue(a: Value, b: Value): boolean {
  return comparable(a) === comparable(b);
}

/** A string two values share exactly when they say the same. Names compare by their text as written. */
export function comparable(v: Value): string {
  switch (v.kind) {
    case "name":
      return `name|${v.text.normalize("NFKC")}`;
    case "date":
      return `date|${v.edtf}`;
    case "age":
      return `age|${v.years}|${v.asOf ?? ""}`;
    case "number":
      return `number|${v.low ?? ""}|${v.high ?? ""}|${v.unit ?? ""}`;
    case "place":
      return `place|${v.code ?? v.text.normalize("NFKC").toLowerCase()}`;
    case "code":
      // "Other" is no value of its own: two others say the same only in the same words.
      return `code|${v.vocabulary}|${v.code}${v.code === "other" ? `|${fold(v.words ?? "")}` : ""}`;
    case "ref":
      return `ref|${v.record}`;
    case "text":
      return `text|${v.text.normalize("NFKC").trim()}`;
    case "sealed":
      return `sealed|${v.hash}`;
  }
}
