// The form's texts in the languages there are. Each is complete by its type; the person chooses, the browser's language is a guess.
import { en } from "./en.ts";

export type FormKey = keyof typeof en;
export type Catalogue = Readonly<Record<FormKey, string>>;

/** By BCP 47 tag. A language comes in when somebody who speaks it has read every line: its consent text is what people agree to. */
export const catalogues: Readonly<Record<string, Catalogue>> = { en };

export type Say = (key: FormKey, args?: Readonly<Record<string, string | number>>) => string;

/** Texts in `language`, in English where there is none. */
export function sayIn(language: string): Say {
  const texts = catalogues[language] ?? en;
  return (key, args = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(args[name] ?? hole));
}

/** The first language of the browser that the form has. */
export function guessLanguage(wanted: readonly string[]): string {
  for (const tag of wanted) {
    const language = tag.split("-")[0] ?? "";
    if (Object.hasOwn(catalogues, language)) return language;
  }
  return "en";
}
