// Who was where, and when: the people of the vault by prefecture and along the years, for the members' own map.
// Invariant: a person of whom no place, or no date, is known is counted as such, never left out; a doubt is counted beside the sure.
import { type Actor, requireRight } from "../../access/index.ts";
import { placeLabel, termLabel, type Value } from "../../model/index.ts";
import { everyPerson } from "../../link/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { type BareFile, recordFiles } from "../../weigh/index.ts";
import type { CountDeps } from "./everybody.ts";
import { prefectureOf } from "./person-facts.ts";

export interface ByPlaceInput {
  /** Codes of kinds of episode; all where left out. */
  readonly kinds?: readonly string[];
  /** Four digits: only what may have gone on in that year. */
  readonly year?: string;
  /** Where no source says where it happened, the prefecture of home stands in, as not certain. */
  readonly orHome?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

export interface PersonAt {
  readonly id: string;
  readonly label: string;
}

export interface PlaceOfPeople {
  /** Code of the prefecture, else of the region or country. */
  readonly code: string;
  readonly label: string;
  readonly people: number;
  /** Of those, people with a date that may lie outside the year, or sources at odds about the place. */
  readonly unsure: number;
  /** The first of them, by label. */
  readonly some: readonly PersonAt[];
}

export interface StretchOfPerson extends PersonAt {
  readonly what: string;
  readonly from: DateOf;
  readonly to: DateOf;
}

type Episode = BareFile["related"][number];
type DateOf = Episode["from"];

export interface PeopleByPlace {
  readonly asOf: string;
  /** People with an episode of that kind and year. */
  readonly people: number;
  readonly placeNotKnown: number;
  readonly places: readonly PlaceOfPeople[];
  /** What happened to each, the earliest first; at most `mostStretches`. */
  readonly timeline: readonly StretchOfPerson[];
  /** Stretches there are in all. */
  readonly stretches: number;
  /** Years in which something may have gone on, of all people and kinds. */
  readonly years: readonly string[];
}

const mostNamed = 200;
const mostStretches = 60;

/** A person may be in several places, which then add up to more than the people. Throws AccessError `access/not-allowed`; RuntimeError `cancelled`. */
export async function peopleByPlace(
  deps: CountDeps,
  actor: Actor,
  { kinds, year, orHome, signal, progress = noProgress }: ByPlaceInput,
): Promise<PeopleByPlace> {
  requireRight(actor, "read");
  const ids = await everyPerson(deps.db);
  const places: Places["places"] = new Map();
  const timeline: StretchOfPerson[] = [];
  const years = new Set<string>();
  let people = 0;
  let placeNotKnown = 0;
  let done = 0;
  for await (const file of recordFiles(deps, ids)) {
    const episodes = file.related.filter(({ schema }) => schema === "Episode");
    for (const { from, to } of episodes)
      for (const day of [from?.min, from?.max, to?.min, to?.max])
        if (typeof day === "string") years.add(day.slice(0, 4));
    const meant = episodes.filter(
      (one) =>
        (kinds === undefined || kinds.includes(codeOf(valueOf(one, "kind")) ?? "")) &&
        (year === undefined || within(one, year) !== "no"),
    );
    done += 1;
    if (done % 100 === 0) {
      stopIfAborted(signal);
      progress(done, ids.length, "count");
    }
    if (meant.length === 0) continue;
    people += 1;
    const person = { id: file.id, label: file.label };
    const home = orHome === true ? prefectureOf(file, []) : null;
    if (!place(person, meant, { year, home, places })) placeNotKnown += 1;
    for (const one of meant)
      timeline.push({ ...person, what: kindText(one), from: one.from, to: one.to });
  }
  return {
    asOf: new Date(deps.clock()).toISOString().slice(0, 10),
    people,
    placeNotKnown,
    places: listed(places),
    timeline: timeline.toSorted(byStart).slice(0, mostStretches),
    stretches: timeline.length,
    years: [...years].sort(),
  };
}

interface Places {
  readonly year: string | undefined;
  readonly home: string | null;
  readonly places: Map<string, { readonly sure: PersonAt[]; readonly unsure: PersonAt[] }>;
}

/** Puts a person at each place of these episodes, else at home; false where neither has one. */
function place(
  person: PersonAt,
  episodes: readonly Episode[],
  { year, home, places }: Places,
): boolean {
  const found = new Map<string, boolean>();
  for (const one of episodes) {
    const code = prefectureOf({ properties: [] }, [one]);
    if (code === null) continue;
    const disputed = one.properties
      .find(({ name }) => name === "place")
      ?.headlines.some(({ state }) => state === "disputed");
    const sure = disputed !== true && (year === undefined || within(one, year) === "yes");
    found.set(code, found.get(code) === true || sure);
  }
  if (found.size === 0 && home !== null) found.set(home, false);
  for (const [code, sure] of found) {
    const there = places.get(code) ?? { sure: [], unsure: [] };
    places.set(code, there);
    (sure ? there.sure : there.unsure).push(person);
  }
  return found.size > 0;
}

function listed(
  places: ReadonlyMap<string, { readonly sure: PersonAt[]; readonly unsure: PersonAt[] }>,
): PlaceOfPeople[] {
  return [...places]
    .map(([code, { sure, unsure }]) => ({
      code,
      label: placeLabel(code),
      people: sure.length + unsure.length,
      unsure: unsure.length,
      some: [...sure, ...unsure]
        .toSorted((a, b) => (a.label < b.label ? -1 : 1))
        .slice(0, mostNamed),
    }))
    .sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
}

/** Whether an episode went on in a year: for certain, maybe, or not. One without an end may go on. */
function within({ from, to }: Episode, year: string): "yes" | "maybe" | "no" {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if ((from?.min ?? null) === null && (to?.max ?? null) === null) return "maybe";
  if ((from?.min ?? first) > last || (to?.max ?? last) < first) return "no";
  const begun = from?.max !== null && from?.max !== undefined && from.max <= last;
  const there = (from?.min ?? "") >= first || (to?.min !== null && (to?.min ?? "") >= first);
  return begun && there ? "yes" : "maybe";
}

function byStart(a: StretchOfPerson, b: StretchOfPerson): number {
  const [first, second] = [a.from?.min ?? "~", b.from?.min ?? "~"];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
}

function kindText(one: Episode): string {
  const code = codeOf(valueOf(one, "kind"));
  return code === null ? "Not said what" : termLabel("episode-kind", code);
}

function valueOf(part: Pick<BareFile, "properties">, property: string): Value | undefined {
  return part.properties.find(({ name }) => name === property)?.headlines[0]?.value;
}

function codeOf(value: Value | undefined): string | null {
  return value?.kind === "code" ? value.code : null;
}
