// The texts this room speaks, by language. English is whole; others fill in as translators deliver them.
// Invariant: a key is never missing in English, and a text is filled only with what its caller passes.
import en from "./data/messages/en.json" with { type: "json" };
import es from "./data/messages/es.json" with { type: "json" };
import fr from "./data/messages/fr.json" with { type: "json" };

export type MessageKey = keyof typeof en;
type Catalogue = Readonly<Partial<Record<string, string>>>;

const english: Catalogue = en;
const catalogues: Readonly<Partial<Record<string, Catalogue>>> = { en, es, fr };

/**
 * A text of the catalogue with its `{gaps}` filled. A `count` picks `key.one` where the language has such a form.
 * An unknown language falls back to English.
 */
export function say(
  key: MessageKey,
  args: Readonly<Record<string, string | number>> = {},
  lang = "en",
): string {
  const catalogue = catalogues[lang] ?? english;
  const one =
    typeof args["count"] === "number" && new Intl.PluralRules(lang).select(args["count"]) === "one";
  const text = (one ? catalogue[`${key}.one`] : undefined) ?? catalogue[key] ?? en[key];
  return text.replace(/\{([a-z]+)\}/gu, (gap, name: string) => String(args[name] ?? gap));
}
