// Reads from the vault what the matching needs to know of records of persons.
// Invariant: standing claims only; sealed numbers are compared by their keyed hash and never opened.
import { findPlaces, parseDate, placeChain, type Value } from "../model/index.ts";
import { foldName, type PreparedName, prepareName } from "../names/index.ts";
import { claimsPointingAt, type Db, type LiveClaim, liveClaims } from "../store/index.ts";
import {
  type EpisodeFacts,
  type PersonFeatures,
  unknownPerson,
} from "./matching/person-features.ts";

export interface RecordFeatures extends PersonFeatures {
  /** The names as written, in the order of `names`. */
  readonly texts: readonly string[];
  /** How many standing claims the record has. */
  readonly claims: number;
}

const placeProperties = new Set(["birthPlace", "origin", "residence", "registration"]);
const numberProperties = new Set(["idNumber", "passportNumber"]);
/** Hostile or badly merged records may bear hundreds of names; the first say enough. */
const mostNames = 12;

type Parts = {
  -readonly [K in keyof RecordFeatures]: RecordFeatures[K] extends readonly (infer T)[]
    ? T[]
    : RecordFeatures[K];
};

function emptyParts(id: string): Parts {
  return {
    ...unknownPerson,
    id,
    texts: [],
    claims: 0,
    names: [],
    places: [],
    areas: [],
    identities: [],
    relatives: [],
    kin: [],
    episodes: [],
    sources: [],
  };
}

/**
 * Features of these records, by id; records without a standing claim are left out.
 * `withStory`: also episodes and relationships, which takes two more reads.
 */
export async function readFeatures(
  db: Db,
  records: readonly string[],
  { withStory = true }: { withStory?: boolean } = {},
): Promise<Map<string, RecordFeatures>> {
  const found = new Map<string, Parts>();
  for (const claim of await liveClaims(db, records)) {
    let parts = found.get(claim.record);
    if (parts === undefined) found.set(claim.record, (parts = emptyParts(claim.record)));
    addClaim(parts, claim);
  }
  if (withStory) await addStory(db, found);
  return found;
}

function addClaim(parts: Parts, claim: LiveClaim): void {
  parts.claims += 1;
  if (!parts.sources.includes(claim.source)) parts.sources.push(claim.source);
  const value = JSON.parse(claim.value) as Value;
  const { property } = claim;
  if (value.kind === "name" && parts.texts.length < mostNames) {
    if (parts.texts.includes(value.text)) return;
    parts.texts.push(value.text);
    parts.names.push(prepareName(value.text));
  } else if (property === "sex" && value.kind === "code") {
    parts.sex = value.code === "male" ? 1 : value.code === "female" ? 2 : 0;
  } else if (property === "birthDate" && value.kind === "date") {
    addBirth(parts, value.edtf);
  } else if (property === "age" && value.kind === "age" && parts.bornFrom === 0) {
    const year = yearsOf(value.asOf)?.[0];
    if (year !== undefined)
      [parts.bornFrom, parts.bornTo] = [year - value.years - 1, year - value.years];
  } else if (placeProperties.has(property) && value.kind === "place") {
    addPlace(parts, value);
  } else if (numberProperties.has(property) && value.kind === "sealed") {
    parts.identities.push(value.hash);
  }
}

/** First and last year of an EDTF date; undefined where it has no beginning or no end. */
function yearsOf(edtf: string | undefined): [number, number] | undefined {
  const date = edtf === undefined ? null : parseDate(edtf);
  if (date === null || date.min === null || date.max === null) return undefined;
  return [Number(date.min.slice(0, 4)), Number(date.max.slice(0, 4))];
}

function addBirth(parts: Parts, edtf: string): void {
  const years = yearsOf(edtf);
  if (years === undefined || years[0] < 1800) return;
  // An exact year beats an age and a decade.
  if (parts.bornFrom === 0 || years[1] - years[0] < parts.bornTo - parts.bornFrom)
    [parts.bornFrom, parts.bornTo] = years;
  if (/^\d{4}-\d\d-\d\d$/.test(edtf)) parts.bornDay = edtf;
}

function addPlace(parts: Parts, value: Extract<Value, { kind: "place" }>): void {
  const { places, areas } = placeCodes(value);
  for (const place of places) if (!parts.places.includes(place)) parts.places.push(place);
  for (const area of areas) if (!parts.areas.includes(area)) parts.areas.push(area);
}

/** The narrowest place and the prefecture it lies in; a country alone says too little to match by. */
function placeCodes({ text, code }: { text: string; code?: string | undefined }): {
  places: string[];
  areas: string[];
} {
  const guesses = code === undefined ? findPlaces(text) : [];
  const known = code ?? (guesses.length === 1 ? guesses[0]?.code : undefined);
  if (known === undefined) return { places: [foldName(text)], areas: [] };
  const chain = placeChain(known);
  const narrowest = chain[0];
  if (narrowest === undefined || narrowest.level === "country" || narrowest.level === "region")
    return { places: [], areas: [] };
  const areas = chain.filter((place) => place.level === "prefecture").map((place) => place.code);
  return { places: narrowest.level === "county" ? [narrowest.code] : [], areas };
}

async function addStory(db: Db, found: Map<string, Parts>): Promise<void> {
  const pointing = await claimsPointingAt(db, [...found.keys()]);
  const ties = pointing.filter((claim) => claim.property === "from" || claim.property === "to");
  const episodes = new Map(
    pointing.flatMap((claim) =>
      claim.property === "person" && claim.ref !== null ? [[claim.record, claim.ref] as const] : [],
    ),
  );
  const about = await liveClaims(db, [
    ...new Set([...episodes.keys(), ...ties.map((claim) => claim.record)]),
  ]);
  const byRecord = Map.groupBy(about, (claim) => claim.record);
  for (const [episode, person] of episodes)
    found.get(person)?.episodes.push(episodeOf(byRecord.get(episode) ?? []));
  const others: [person: string, other: string][] = [];
  for (const tie of ties) {
    const ends = byRecord.get(tie.record)?.filter((claim) => claim.property !== tie.property) ?? [];
    for (const { property, ref } of ends)
      if ((property === "from" || property === "to") && ref !== null && tie.ref !== null)
        others.push([tie.ref, ref]);
  }
  await addRelatives(db, found, others);
}

async function addRelatives(
  db: Db,
  found: Map<string, Parts>,
  others: readonly [string, string][],
): Promise<void> {
  const names = new Map<string, PreparedName[]>();
  for (const claim of await liveClaims(db, [...new Set(others.map(([, other]) => other))])) {
    if (claim.property !== "name") continue;
    const value = JSON.parse(claim.value) as Value;
    if (value.kind === "name")
      names.set(claim.record, [...(names.get(claim.record) ?? []), prepareName(value.text)]);
  }
  for (const [person, other] of others) {
    const parts = found.get(person);
    if (parts === undefined || parts.kin.includes(other)) continue;
    parts.kin.push(other);
    parts.relatives.push(...(names.get(other) ?? []).slice(0, 3));
  }
}

function episodeOf(claims: readonly LiveClaim[]): EpisodeFacts {
  const value = (property: string): Value | undefined => {
    const claim = claims.find((one) => one.property === property);
    return claim === undefined ? undefined : (JSON.parse(claim.value) as Value);
  };
  const kind = value("kind");
  const from = value("from");
  const place = value("place");
  const edtf = from?.kind === "date" ? from.edtf : undefined;
  const years = yearsOf(edtf);
  const month = /^\d{4}-(0[1-9]|1[0-2])\b/.exec(edtf ?? "")?.[1];
  return {
    kind: kind?.kind === "code" ? kind.code : "",
    fromYear: years !== undefined && years[0] === years[1] ? years[0] : 0,
    month: month === undefined ? 0 : Number(month),
    areas: place?.kind === "place" ? placeCodes(place).areas : [],
  };
}
