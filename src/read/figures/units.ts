// What a figure counts: persons, money, a measure, or the thing itself.
// Invariant: a unit is one word in lower case, a currency code, `persons` or `percent`; empty when nothing is counted.
import { GROUPS } from "../mentions/words.ts";
import type { Token } from "../statements/tokens.ts";

const MONEY: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "CNY",
  "₸": "KZT",
  "₽": "RUB",
  "₺": "TRY",
  dollar: "USD",
  dollars: "USD",
  euro: "EUR",
  euros: "EUR",
  pounds: "GBP",
  yuan: "CNY",
  renminbi: "CNY",
  tenge: "KZT",
  ruble: "RUB",
  rubles: "RUB",
  roubles: "RUB",
  lira: "TRY",
  liras: "TRY",
  som: "KGS",
  soms: "KGS",
  yen: "JPY",
};
const PERSONS = new Set(
  "people person persons population detainees detainee prisoners prisoner men man women woman children child family relatives residents citizens members victims villagers students pupils teachers inmates witnesses protesters officers officials soldiers workers migrants refugees activists nurses doctors boys girls babies imams clerics lawyers journalists farmers herders shepherds monks believers deportees captives internees suspects patients speakers settlers staff employees dissidents survivors passengers voters adults minors adherents worshippers guards policemen police nationals civilians demonstrators scholars intellectuals writers artists".split(
    " ",
  ),
);
const MEASURES =
  /^(?:kilomet(?:er|re)|met(?:er|re)|centimet(?:er|re)|mile|acre|hectare|ton|tonne|kilogram|gram|lit(?:er|re)|year|month|week|day|hour|minute|second|degree|foot|inch)s?$|^(?:km|kg|cm|feet|inches)$/;

export function isPersons(word: string): boolean {
  return PERSONS.has(word) || GROUPS.has(word);
}

export function isMeasure(word: string): boolean {
  return MEASURES.test(word);
}

/** Currency of a sign or word, or null. */
export function currencyOf(word: string): string | null {
  return MONEY[word] ?? null;
}

/** The unit of what stands in the tokens from `from` to `to`. */
export function unitOf(tokens: readonly Token[], from: number, to: number): string {
  const words = tokens.slice(from, to);
  const first = words[0]?.lower ?? "";
  if (isMeasure(first)) return first.replace(/(?<=[a-z]{3})s$/, "");
  if (words.some(({ lower }) => isPersons(lower))) return "persons";
  const last = words.at(-1)?.lower ?? "";
  if (/^(?:them|us|others|more|these|those)$/.test(last)) return "";
  return currencyOf(last) ?? last;
}
