// The gazetteer: Xinjiang's official divisions and countries, looked up by any name in any language.
// Invariant: a lookup proposes; a place stays as stated until a person (or the mapping a person approved) resolves it.
import countries from "./data/places/countries.json" with { type: "json" };
import xinjiang from "./data/places/xinjiang.json" with { type: "json" };
import { fold } from "./fold.ts";
import { type Generic, genericOf } from "./place-generics.ts";
import type { GazetteerPlace } from "./schema.ts";

/** All places, countries first, then Xinjiang and its divisions in the order of their codes. */
export const places = [
  ...countries.places,
  ...xinjiang.places,
] as readonly unknown[] as readonly GazetteerPlace[];

const byCode = new Map(places.map((p) => [p.code, p]));
const byName = new Map<string, GazetteerPlace[]>();
let longestName = 0;
for (const place of places) {
  for (const key of new Set(Object.values(place.names).flat().map(fold))) {
    const bearers = byName.get(key);
    if (bearers === undefined) byName.set(key, [place]);
    else bearers.push(place);
    longestName = Math.max(longestName, key.length);
  }
}

/** The place of this code (an official division code, or ISO 3166-1 for a country). */
export function placeOf(code: string): GazetteerPlace | undefined {
  return byCode.get(code);
}

/** The most used name in a language, else in English, else any; the code itself where it is not known. */
export function placeLabel(code: string, lang = "en"): string {
  const names = byCode.get(code)?.names;
  return names?.[lang]?.[0] ?? names?.["en"]?.[0] ?? names?.["zh"]?.[0] ?? code;
}

/** The place and all it lies in, narrowest first: county, prefecture, region, country. Empty for an unknown code. */
export function placeChain(code: string): readonly GazetteerPlace[] {
  const chain: GazetteerPlace[] = [];
  for (let place = byCode.get(code); place !== undefined;) {
    chain.push(place);
    place = place.parent === undefined ? undefined : byCode.get(place.parent);
  }
  return chain;
}

const maxLength = 200;
const han = /^\p{Script=Han}/u;
const separators = /[,，،、;；/>]/u;

/**
 * Places that bear this name in any language, or that "narrow, wide" and 新疆伊犁州伊宁市 name together.
 * Case, accents and words like "county" or 市 are set aside. Empty where a part is not known; several where it is ambiguous.
 */
export function findPlaces(text: string): readonly GazetteerPlace[] {
  if (text.length > maxLength) return [];
  // Codes count only as they are written: "NO" is Norway, "no" is an answer.
  const coded = byCode.get(text.trim());
  if (coded !== undefined) return [coded];
  const whole = named(fold(text));
  if (whole.length > 0) return whole;
  const parts = separators.test(text) ? text.split(separators).map(fold) : cut(fold(text));
  const found = parts.filter((part) => part !== "").map(named);
  return found.length < 2 || found.some((f) => f.length === 0) ? [] : narrowest(found);
}

/** Bearers of one folded name; a generic word at its end or start ("county", 市, уезд) narrows them. */
function named(key: string): readonly GazetteerPlace[] {
  const exact = byName.get(key);
  if (exact !== undefined) return exact;
  const generic = genericOf(key);
  if (generic === null) return [];
  const bearers = byName.get(generic.rest) ?? [];
  const fitting = bearers.filter((place) => fits(place, generic));
  return fitting.length > 0 ? fitting : bearers;
}

function fits(place: GazetteerPlace, { level, ending }: Generic): boolean {
  return (
    place.level === level && (ending === undefined || ending.test(place.names["zh"]?.[0] ?? ""))
  );
}

/** Cuts a run of Chinese into known names, the longest first; empty where something is left over. */
function cut(key: string): readonly string[] {
  if (!han.test(key)) return [];
  const parts: string[] = [];
  for (let rest = key.replaceAll(" ", ""); rest !== "";) {
    let length = Math.min(rest.length, longestName);
    while (length > 1 && named(rest.slice(0, length)).length === 0) length--;
    if (length <= 1 || parts.length > 6) return [];
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return parts;
}

/** Of candidates for each part, those of the narrowest part that lie in one candidate of every other part. */
function narrowest(found: readonly (readonly GazetteerPlace[])[]): readonly GazetteerPlace[] {
  const consistent = found.flat().filter((place) => {
    const chain = new Set(placeChain(place.code));
    return found.every((candidates) => candidates.some((c) => chain.has(c)));
  });
  return [...new Set(consistent)];
}
