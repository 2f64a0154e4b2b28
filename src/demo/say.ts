// Short words for writing plans, so that a case reads as what it says.
import { propertyOf, type Stance, termOf } from "../model/index.ts";
import { scriptOf } from "../names/index.ts";
import type { ClaimPlan, JudgementPlan, RecordPlan, StatementPlan, By } from "./plan.ts";

type More = Omit<Partial<ClaimPlan>, "property" | "value" | "quote">;

/** A name. `quote` is how it stands in the text, where a case ending is added there. */
export function name(
  text: string,
  lang: string,
  more: More & { role?: string; quote?: string } = {},
): ClaimPlan {
  const { role, quote = text, ...rest } = more;
  const script = scriptOf(text);
  const value = {
    kind: "name" as const,
    text,
    lang,
    ...(script === "Mixed" || script === "Zyyy"
      ? {}
      : { script: script === "Han" ? "Hans" : script }),
    ...(role === undefined ? {} : { role }),
  };
  return { property: "name", value, quote, ...rest };
}

export function date(property: string, edtf: string, quote: string, more: More = {}): ClaimPlan {
  return { property, value: { kind: "date", edtf, words: quote }, quote, ...more };
}

/** A place with its gazetteer code, or null where the gazetteer does not have it. */
export function place(
  property: string,
  code: string | null,
  quote: string,
  more: More = {},
): ClaimPlan {
  const value = { kind: "place" as const, text: quote, ...(code === null ? {} : { code }) };
  return { property, value, quote, ...more };
}

export function text(
  property: string,
  quote: string,
  more: More & { text?: string } = {},
): ClaimPlan {
  const { text: words = quote, ...rest } = more;
  return { property, value: { kind: "text", text: words }, quote, ...rest };
}

/** A number or a range `[low, high]`; null is an open end. */
export function number(
  property: string,
  amount: number | readonly [number | null, number | null],
  quote: string,
  more: More & { unit?: string; hedge?: string } = {},
): ClaimPlan {
  const { unit, hedge, ...rest } = more;
  const [low, high] = typeof amount === "number" ? [amount, amount] : amount;
  const value = {
    kind: "number" as const,
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
    ...(unit === undefined ? {} : { unit }),
    ...(hedge === undefined ? {} : { hedge }),
    words: quote,
  };
  return { property, value, quote, ...rest };
}

export function age(years: number, asOf: string, quote: string, more: More = {}): ClaimPlan {
  return { property: "age", value: { kind: "age", years, asOf }, quote, ...more };
}

/** A pointer to another record of the plan. */
export function to(property: string, key: string, quote: string, more: More = {}): ClaimPlan {
  return { property, value: { kind: "to", to: key }, quote, ...more };
}

/** A term of the property's vocabulary. */
export function code(
  schema: string,
  property: string,
  term: string,
  quote: string,
  more: More = {},
): ClaimPlan {
  const vocabulary = propertyOf(schema, property)?.of ?? "";
  return {
    property,
    value: { kind: "code", vocabulary, code: term, words: quote },
    quote,
    ...more,
  };
}

export function person(as: string, label: string, ...claims: ClaimPlan[]): RecordPlan {
  return { as, schema: "Person", label, claims };
}

export function record(
  schema: string,
  as: string,
  label: string,
  ...claims: ClaimPlan[]
): RecordPlan {
  return { as, schema, label, claims };
}

/** An episode of one person: what happened, in which words, and the rest. */
export function episode(
  as: string,
  who: string,
  kind: string,
  quote: string | readonly [quote: string, more: More],
  ...claims: ClaimPlan[]
): RecordPlan {
  const [words, more] = typeof quote === "string" ? [quote, {}] : quote;
  const what = termOf("episode-kind", kind)?.label ?? kind;
  // Not every claim about the pointer is of interest by name: only `kind` keeps the key.
  const { key: _key, ...pointer } = more;
  return record(
    "Episode",
    as,
    what,
    to("person", who, words, pointer),
    code("Episode", "kind", kind, words, more),
    ...claims,
  );
}

/** `from` is the `kind` of `whom`, in these words. */
export function kin(
  as: string,
  from: string,
  kind: string,
  whom: string,
  quote: string,
  more: More = {},
): RecordPlan {
  const what = termOf("relationship-kind", kind)?.label ?? kind;
  return record(
    "Relationship",
    as,
    what,
    to("from", from, quote, more),
    code("Relationship", "kind", kind, quote, more),
    to("to", whom, quote, more),
  );
}

/** One thing done to a person. */
export function act(
  as: string,
  who: string,
  type: string,
  quote: string,
  ...claims: ClaimPlan[]
): RecordPlan {
  const what = termOf("act-type", type)?.label ?? type;
  return record(
    "Act",
    as,
    what,
    to("person", who, quote),
    code("Act", "type", type, quote),
    ...claims,
  );
}

export function said(
  as: string,
  stance: Stance,
  quote: string,
  more: Omit<StatementPlan, "as" | "stance" | "quote" | "mode"> & {
    mode?: StatementPlan["mode"];
  } = {},
): StatementPlan {
  const quoted = /^[«“"‘]/.test(quote);
  return { as, stance, quote, mode: quoted ? "direct" : "paraphrase", ...more };
}

/** Judges all of these the same, each with the one before it. */
export function same(reason: string, keys: readonly string[], by: By = "user"): JudgementPlan[] {
  return keys
    .slice(1)
    .map((right, i) => ({ left: keys[i] ?? "", right, verdict: "same", reason, by }));
}
