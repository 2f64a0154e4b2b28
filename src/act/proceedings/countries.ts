// The country of a place that a claim states, and the clocks of a country.
// Invariant: a country is only taken from a code somebody chose, or from words that name exactly one country.
import { findPlaces, placeChain, type Value } from "../../model/index.ts";

/** ISO 3166-1 code; undefined where the value does not say. */
export function countryOf(value: Value): string | undefined {
  if (value.kind !== "place") return undefined;
  if (value.code !== undefined) return placeChain(value.code).find(isCountry)?.code;
  const named = findPlaces(value.text).filter(isCountry);
  return named.length === 1 ? named[0]?.code : undefined;
}

const isCountry = ({ level }: { readonly level: string }): boolean => level === "country";

interface KnowsZones {
  getTimeZones?: () => string[] | undefined;
}

/** IANA time zones of a country, by the machine's own tables (ICU); none where it knows none. */
export function zonesOf(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  return (new Intl.Locale(`und-${country}`) as KnowsZones).getTimeZones?.() ?? [];
}
