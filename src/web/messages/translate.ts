// Looks a message up and fills it in. Messages are plain strings with {name} places, or one form per plural category.
import { en } from "./en.ts";
import type { MessageKey } from "./en.ts";

type MessageForms = string | { readonly one: string; readonly other: string };
type MessageArgs = Readonly<Record<string, string | number>>;

/** The language of the interface. English is the only catalogue so far. */
export const locale = "en-GB";

const plural = new Intl.PluralRules(locale);
const whole = new Intl.NumberFormat(locale);

/** A number as people read it: 12,340. */
export function number(value: number): string {
  return whole.format(value);
}

/** The bare message with its plural form chosen by `count`, its {places} still open. */
function form(key: MessageKey, count?: number): string {
  const found: MessageForms = en[key];
  if (typeof found === "string") return found;
  return plural.select(count ?? 0) === "one" ? found.one : found.other;
}

/** The message of this key. Numbers are written the reader's way; `count` also chooses the plural form. */
export function t(key: MessageKey, args: MessageArgs = {}): string {
  const count = args["count"];
  return form(key, typeof count === "number" ? count : undefined).replace(
    /\{(\w+)\}/g,
    (place, name: string) => {
      const value = args[name];
      if (value === undefined) return place;
      return typeof value === "number" ? number(value) : value;
    },
  );
}

/** A message by a name known only at run time (an error code, a verdict), or undefined where there is none. */
export function tIf(key: string, args: MessageArgs = {}): string | undefined {
  return Object.hasOwn(en, key) ? t(key as MessageKey, args) : undefined;
}
