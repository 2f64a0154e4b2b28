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

type Values = Readonly<Record<string, string | number>>;
type Counted = { [K in SiteKey]: K extends `${infer Base}.other` ? Base : never }[SiteKey];

export interface Say {
  (key: SiteKey, values?: Values): string;
  /** The form of the words that goes with `n`; `{n}` is written as the language writes it. */
  count(key: Counted, n: number): string;
  number(n: number): string;
  /** A day, month or year in words where `edtf` is one; else the text as it stands. */
  day(edtf: string): string;
  has(key: string): key is SiteKey;
}

/** Speaks one language. Days are told without a time zone. */
export function sayIn(language: SiteLanguage): Say {
  const { tag, messages } = language;
  const numbers = new Intl.NumberFormat(tag);
  const plural = new Intl.PluralRules(tag);
  const days = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const months = new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", timeZone: "UTC" });
  const all = messages as Readonly<Record<string, string | undefined>>;
  const fallback = en as Readonly<Record<string, string | undefined>>;
  const fill = (text: string, values: Values): string =>
    text.replace(/\{(\w{1,20})\}/g, (_, key: string) => String(values[key] ?? ""));

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
  const day = (edtf: string): string => {
    const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(edtf);
    if (found === null) return edtf;
    const at = new Date(`${found[1]}-${found[2]}-${found[3] ?? "01"}T00:00:00Z`);
    if (Number.isNaN(at.getTime())) return edtf;
    return (found[3] === undefined ? months : days).format(at);
  };
  return Object.assign(say, {
    count,
    day,
    number: (n: number) => numbers.format(n),
    has: (key: string): key is SiteKey => Object.hasOwn(en, key),
  });
}
