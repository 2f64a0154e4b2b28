// A value in the language of a letter.
// Invariant: no value is reworded; a term without a word in the language stands in English and says so.
import { formatDate, termLabel, termOf, type Value, valueText } from "../../model/index.ts";
import { scriptOf } from "../../names/index.ts";
import turkish from "./terms.tr.json" with { type: "json" };

export interface SaidValue {
  readonly text: string;
  /** It stands in English for want of a word. */
  readonly english: boolean;
}

const own: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  tr: turkish,
};

export function sayValue(value: Value, language: string): SaidValue {
  if (value.kind === "date") return { text: sayDate(value.edtf, language), english: false };
  if (value.kind === "place" && language !== "en")
    return { text: plain(value.text), english: false };
  const measured = sayMeasure(value, language);
  if (measured !== null) return { text: measured, english: false };
  if (value.kind !== "code") return { text: plain(valueText(value)), english: false };
  const { vocabulary, code, words } = value;
  if (code === "other" && words !== undefined) return { text: plain(words), english: false };
  const term =
    own[language]?.[vocabulary]?.[code] ??
    (termOf(vocabulary, code)?.names?.[language] === undefined
      ? undefined
      : termLabel(vocabulary, code, language));
  if (language === "en") return { text: termLabel(vocabulary, code), english: false };
  return { text: term ?? termLabel(vocabulary, code), english: term === undefined };
}

const units: Readonly<Record<string, string>> = { years: "year", months: "month", days: "day" };

/** An age or a stretch of time as the language counts it; null for what is neither. */
function sayMeasure(value: Value, language: string): string | null {
  const say = (count: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
  if (value.kind === "age") return say(value.years, "year");
  const unit = value.kind === "number" ? units[value.unit ?? ""] : undefined;
  if (value.kind !== "number" || unit === undefined) return null;
  const { low, high, hedge } = value;
  if (low === undefined || hedge !== undefined || (high !== undefined && high !== low)) return null;
  return say(low, unit);
}

const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/;

/** A day, month or year in words; what is about or doubtful bears ≈ or (?); what is none of these stands as EDTF. */
export function sayDate(edtf: string, language: string): string {
  if (edtf.includes("/")) {
    const [from = "", to = ""] = edtf.split("/", 2);
    return `${sayDate(from, language)} – ${sayDate(to, language)}`;
  }
  const [, year, month, date, sign] = day.exec(edtf) ?? [];
  if (year === undefined) return edtf === ".." ? "…" : edtf;
  // A season or a quarter: English has the words here; elsewhere the year says no more than is known.
  if (Number(month ?? 1) > 12) return language === "en" ? formatDate(edtf) : year;
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    timeZone: "UTC",
    ...(month === undefined ? {} : { month: "long" }),
    ...(date === undefined ? {} : { day: "numeric" }),
  };
  const at = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(date ?? 1)));
  at.setUTCFullYear(Number(year));
  const said =
    month === undefined
      ? year
      : new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options).format(at);
  const doubt = sign === "?" || sign === "%" ? " (?)" : "";
  return `${sign === "~" || sign === "%" ? "≈ " : ""}${said}${doubt}`;
}

/** One line, and a name from right to left kept apart from what stands around it. */
export function plain(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return scriptOf(line) === "Arab" ? `\u2068${line}\u2069` : line;
}

/** Of several texts those in the letter's script, where there are any. */
export function inScript(texts: readonly string[], language: string): readonly string[] {
  const own = texts.filter((text) => scriptsOf(language).includes(scriptOf(text)));
  return own.length === 0 ? texts : own;
}

const scriptsOf = (language: string): readonly string[] => scripts[language] ?? ["Latn"];
const scripts: Readonly<Record<string, readonly string[]>> = {
  ru: ["Cyrl"],
  kk: ["Cyrl"],
  zh: ["Hans", "Hant", "Han"],
};

/** Of several spellings the one in the letter's script, else the first; and the others. */
export function spellings(
  names: readonly string[],
  language: string,
): { readonly first: string | undefined; readonly others: readonly string[] } {
  const wanted = scriptsOf(language);
  const first = names.find((name) => wanted.includes(scriptOf(name))) ?? names[0];
  return { first, others: names.filter((name) => name !== first) };
}
