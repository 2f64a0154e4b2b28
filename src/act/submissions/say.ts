// The fixed wording of submissions: one catalogue a language, and the words for values.
// Invariant: our own sentences; a value stays in its own script; what a catalogue lacks is said in English, never left out.
import { placeChain, termLabel, type Value, valueText } from "../../model/index.ts";
import en from "./frames/en.json" with { type: "json" };
import es from "./frames/es.json" with { type: "json" };
import fr from "./frames/fr.json" with { type: "json" };
import termsEs from "./frames/terms.es.json" with { type: "json" };
import termsFr from "./frames/terms.fr.json" with { type: "json" };
import type { Language } from "./route.ts";

type Catalogue = Readonly<Partial<Record<string, string>>>;
type Terms = Readonly<Partial<Record<string, Catalogue>>>;

export const frames: Readonly<Record<Language, Catalogue>> = { en, fr, es };
export const terms: Readonly<Record<Exclude<Language, "en">, Terms>> = { fr: termsFr, es: termsEs };

/** A sentence of the frames with its `{gaps}` filled. */
export function frame(
  key: string,
  lang: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = frames[lang][key] ?? frames.en[key] ?? key;
  return text.replace(/\{([a-z]+)\}/gu, (gap, name: string) => String(values[name] ?? gap));
}

/** What a term of a vocabulary is called in a submission. */
export function termIn(vocabulary: string, code: string, lang: Language): string {
  if (lang === "en") return termLabel(vocabulary, code);
  return terms[lang][vocabulary]?.[code] ?? termLabel(vocabulary, code);
}

/** A country by its ISO 3166-1 code. */
export function stateIn(code: string, lang: Language): string {
  return new Intl.DisplayNames([lang], { type: "region", fallback: "code" }).of(code) ?? code;
}

/** Any value but a sealed one or a reference, in the words of a language; names and texts as they were written. */
export function valueIn(value: Value, lang: Language): string {
  if (value.kind === "code")
    return value.code === "other" && value.words !== undefined
      ? value.words
      : termIn(value.vocabulary, value.code, lang);
  if (value.kind === "number" && value.unit !== undefined) {
    const { unit, ...plain } = value;
    return `${valueText(plain, lang)} ${termIn("duration-unit", unit, lang).toLowerCase()}`;
  }
  if (value.kind !== "place") return valueText(value, lang);
  return placeIn(value.text, value.code, lang);
}

/** As stated, with the country in the language of the form where the place is resolved to more than that. */
function placeIn(text: string, code: string | undefined, lang: Language): string {
  const country = code === undefined ? undefined : placeChain(code).at(-1)?.code;
  if (country === undefined) return text;
  const known = valueText({ kind: "place", text, ...(code === undefined ? {} : { code }) });
  const state = stateIn(country, lang);
  if (code === country) return state === text ? text : `${text} (${state})`;
  return `${known}, ${state}`;
}

/** A value of a sentence: `term:vocabulary:code`, `lower:vocabulary:code` and `day:2026-01-02` are put into words. */
export function spelled(value: string, lang: Language): string {
  const [kind, one = "", two = ""] = value.split(":");
  if (kind === "term") return termIn(one, two, lang);
  if (kind === "lower") return termIn(one, two, lang).toLowerCase();
  return kind === "day" ? valueText({ kind: "date", edtf: one }, lang) : value;
}
