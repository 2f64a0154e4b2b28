// Figures in words: the number with its hedge, what is counted, when.
import type { Estimate, QuantityItem } from "../../api/views.ts";
import { locale, number, t } from "../../messages/index.ts";

type Amount = Estimate["amount"];

/** "at least 1,500", "800,000 to 1,200,000", "about 40": the hedge is always part of it. */
export function amountText({ low, high, hedge }: Amount): string {
  if (low === null && high === null) return t("amount.none");
  const ends = { low: full(low ?? high ?? 0), high: full(high ?? low ?? 0) };
  const isRange = low !== null && high !== null && low !== high;
  switch (hedge) {
    case "exact":
      return t("amount.exact", ends);
    case "range":
      return t("amount.range", ends);
    case "about":
      return t(isRange ? "amount.aboutRange" : "amount.about", ends);
    case "at-least":
      return t("amount.atLeast", ends);
    case "more-than":
      return t("amount.moreThan", ends);
    case "at-most":
      return t("amount.atMost", ends);
    case "less-than":
      return t("amount.lessThan", ends);
    case "vague":
      return t("amount.vague", ends);
  }
}

const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 2 });

function full(value: number): string {
  return Number.isInteger(value) ? number(value) : fine.format(value);
}

/** A number as short as an axis needs it: 1.2M. */
export function shortNumber(value: number): string {
  return short.format(value);
}

/** The number beside a mark: "800k–1.2m", "≥ 1.5m", "~40". */
export function shortAmount({ low, high, hedge }: Amount): string {
  if (low !== null && high !== null && low !== high)
    return `${hedge === "about" || hedge === "vague" ? "~" : ""}${shortest(low)}–${shortest(high)}`;
  return `${sign[hedge]}${shortest(low ?? high ?? 0)}`;
}

/** Short only where nothing is rounded away: 1.2m, but 1,146. */
function shortest(value: number): string {
  return value >= 10_000 && value % 10 ** (Math.floor(Math.log10(value)) - 2) === 0
    ? shortNumber(value)
    : full(value);
}

const sign: Readonly<Record<Amount["hedge"], string>> = {
  exact: "",
  range: "",
  about: "~",
  vague: "~",
  "at-least": "≥",
  "more-than": ">",
  "at-most": "≤",
  "less-than": "<",
};

/** What is counted, in one line: unit, of whom, where. */
export function countedText({ unit, population, places }: QuantityItem["counted"]): string {
  return [
    unit ?? t("figures.unitMissing"),
    population,
    places.length > 0 ? places.join(", ") : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
