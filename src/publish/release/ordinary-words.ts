// Words a release says anyway, whoever is in it: the site's own, the days on which something was published or said, how speakers know.
// Invariant: nothing is taken from quoted words. A day that stays is no secret where the same day is told of something else.
import { formatDate, termLabel } from "../../model/index.ts";
import { en } from "../site/messages/en.ts";
import type { Release } from "./released.ts";

/** Fields that hold nothing but a day; short words of a value may be one as well. */
const days = new Set(["published", "said", "asOf", "day", "changed", "min", "max"]);
const YEAR = /\d{4}/;
const longestDay = 60;

/** All of them in small letters, one a line. */
export function ordinaryWords(release: Release): string {
  const told = new Set<string>(Object.values(en));
  const dates = new Set<string>();
  const look = (key: string, value: unknown): void => {
    if (typeof value === "string") {
      const isDay = key === "text" && value.length <= longestDay && YEAR.test(value);
      if (key === "knows") told.add(termLabel("knows", value));
      else if (isDay || days.has(key)) dates.add(value).add(formatDate(value));
    } else if (Array.isArray(value)) for (const one of value) look(key, one);
    else if (typeof value === "object" && value !== null)
      for (const [name, one] of Object.entries(value)) look(name, one);
  };
  look("", release);
  for (const words of ["{day}", ...told])
    if (words.includes("{day}")) for (const day of dates) told.add(words.replace("{day}", day));
  return [...told].join("\n").toLowerCase();
}
