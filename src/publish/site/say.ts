// The languages of a site: its words, its numbers and days, its direction.
// Invariant: a word a language lacks is said in English, marked as nothing less; a key is never shown.
import { en, type SiteKey } from "./messages/en.ts";

export interface SiteLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself. */
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  readonly messages: Readonly<Partial<Record<SiteKey, string>>>;
}

export const english: SiteLanguage = { tag: "en", name: "English", dir: "ltr", messages: en };

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/;
const MOST_REMEMBERED = 20_000;

type Values = Readonly<Record<string, string | number>>;
type Counted = { [K in SiteKey]: K extends `${infer Base}.other` ? Base : never }[SiteKey];

export interface Say {
  (key: SiteKey, values?: Values): string;
  /** The form of the words that goes with `n`; `{n}` is written as the language writes it. */
  count(key: Counted, n: number): string;
  number(n: number): string;
  /** A day, month or year in words where `edtf` is one; else the text as it stands. */
  day(edtf: string): string;
  /** What a language is called; undefined for a tag that is none. */
  languageName(tag: string): string | undefined;
  has(key: string): key is SiteKey;
}

/** Speaks one language. Days are told without a time zone. */
export function sayIn(language: SiteLanguage): Say {
  const { tag, messages } = language;
  const numbers = new Intl.NumberFormat(tag);
  const plural = new Intl.PluralRules(tag);
  // Of the ways English writes a day, the one that most who read it as a second language can read.
  const written = tag === "en" ? "en-GB" : tag;
  const days = new Intl.DateTimeFormat(written, { dateStyle: "long", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(written, {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const all = messages as Readonly<Record<string, string | undefined>>;
  const fallback = en as Readonly<Record<string, string | undefined>>;
  const fill = (text: string, values: Values): string =>
    text.includes("{")
      ? text.replace(/\{(\w{1,20})\}/g, (_, key: string) => String(values[key] ?? ""))
      : text;

  const say = (key: SiteKey, values: Values = {}): string =>
    fill(all[key] ?? fallback[key] ?? "", values);
  const count = (key: string, n: number): string =>
    fill(
      all[`${key}.${plural.select(n)}`] ??
        all[`${key}.other`] ??
        fallback[`${key}.${n === 1 ? "one" : "other"}`] ??
        "",
      { n: numbers.format(n) },
    );
  const told = new Map<string, string>();
  const day = (edtf: string): string => {
    const known = told.get(edtf) ?? dayInWords(edtf);
    if (told.size < MOST_REMEMBERED) told.set(edtf, known);
    return known;
  };
  const dayInWords = (edtf: string): string => {
    const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(edtf);
    if (found === null) return edtf;
    const at = new Date(`${found[1]}-${found[2]}-${found[3] ?? "01"}T00:00:00Z`);
    if (Number.isNaN(at.getTime())) return edtf;
    return (found[3] === undefined ? months : days).format(at);
  };
  const languages = new Intl.DisplayNames([tag], { type: "language", fallback: "none" });
  const languageNames = new Map<string, string | undefined>();
  const languageName = (of: string): string | undefined => {
    if (!languageNames.has(of) && languageNames.size < MOST_REMEMBERED)
      languageNames.set(of, LANGUAGE.test(of) ? languages.of(of) : undefined);
    return languageNames.get(of);
  };
  return Object.assign(say, {
    languageName,
    count,
    day,
    number: (n: number) => numbers.format(n),
    has: (key: string): key is SiteKey => Object.hasOwn(en, key),
  });
}
