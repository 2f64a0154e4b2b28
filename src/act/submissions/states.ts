// Which states a submission concerns, and by which claims.
// Invariant: a state is named only where a place was resolved or leaves no choice; otherwise it is not known.
import { findPlaces, placeChain, type Value } from "../../model/index.ts";
import type { ClaimView, PropertyView, RecordFile } from "../../weigh/index.ts";
import { pickEpisode } from "./pick-episode.ts";

export interface StateFound {
  /** ISO 3166-1 code. */
  readonly code: string;
  readonly claims: readonly ClaimView[];
}

/** The states of one kind, each once, in the order of their claims. */
export function statesBy(
  file: RecordFile,
  by: "place" | "proceeding" | "citizenship",
): StateFound[] {
  if (by === "citizenship") return statesIn(propertiesOf(file.properties, "citizenship"));
  if (by === "proceeding") {
    const proceedings = file.related.filter(({ schema }) => schema === "Proceeding");
    return statesIn(proceedings.flatMap((one) => propertiesOf(one.properties, "country")));
  }
  const { episodes } = pickEpisode(file);
  for (const episode of episodes) {
    const found = statesIn(propertiesOf(episode.properties, "place"));
    if (found.length > 0) return found;
  }
  return [];
}

const propertiesOf = (properties: readonly PropertyView[], name: string): PropertyView[] =>
  properties.filter((property) => property.name === name);

function statesIn(properties: readonly PropertyView[]): StateFound[] {
  const found = new Map<string, ClaimView[]>();
  for (const claim of properties.flatMap(({ claims }) => claims)) {
    const code = claim.review === "rejected" ? null : stateOf(claim.value);
    if (code !== null) found.set(code, [...(found.get(code) ?? []), claim]);
  }
  return [...found].map(([code, claims]) => ({ code, claims }));
}

/** The country a place lies in; null where it is no place, or nobody said which. */
function stateOf(value: Value): string | null {
  if (value.kind !== "place") return null;
  const code = value.code ?? onlyOne(value.text);
  return code === null ? null : (placeChain(code).at(-1)?.code ?? null);
}

function onlyOne(text: string): string | null {
  const [one, ...more] = findPlaces(text);
  return one === undefined || more.length > 0 ? null : one.code;
}
