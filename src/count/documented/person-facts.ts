// What a count looks at of one person: read off the headlines of the file, so that a table says what the files say.
// Invariant: nothing is guessed; what no headline states is null and is counted as not known.
import { parseDate, placeChain, type Value } from "../../model/index.ts";
import type { BareFile } from "../../weigh/index.ts";
import { type Voice, voicesOf } from "./voices.ts";

export interface PersonFacts {
  readonly id: string;
  /** How well it is known that something happened to them. */
  readonly tier: "documented" | "corroborated" | "disputed";
  readonly sex: string | null;
  readonly ethnicity: string | null;
  /** Code of the prefecture (or what else lies next below the region) where it happened, else of home. */
  readonly prefecture: string | null;
  /** First and last day on which they may first have been taken, ISO. */
  readonly taken: { readonly first: string; readonly last: string } | null;
  /** Whole years of age when first taken, where both dates tell. */
  readonly age: number | null;
  /** Kinds of the sources that speak of them. */
  readonly sourceKinds: readonly string[];
  readonly voices: readonly Voice[];
  /** Sources of the claims, by id. */
  readonly sources: readonly string[];
  /** First day on which a source told of it, ISO. */
  readonly reported: string | null;
  /** Anything was said to have happened to them. */
  readonly happened: boolean;
}

/** Kinds of episode that are no deprivation of liberty by themselves. */
const ends = new Set(["released", "escaped", "acquitted", "died", "not-known"]);

/** Facts of a person's file. `kinds`: the kind of each source by id. */
export function factsOf(file: BareFile, kinds: ReadonlyMap<string, string>): PersonFacts {
  // An episode counts where a claim that counts says it was this person's.
  const episodes = file.related.filter(
    (r) =>
      r.schema === "Episode" &&
      r.properties.some((p) => p.name === "person" && p.claims.length > 0),
  );
  const claims = [file, ...file.related].flatMap((part) =>
    part.properties.flatMap((p) => p.claims),
  );
  const sources = [...new Set(claims.map((claim) => claim.source))].sort();
  const first = episodes
    .filter((episode) => !ends.has(codeOf(valueOf(episode, "kind")) ?? ""))
    .filter(({ from }) => from?.min !== null && from?.min !== undefined && from.max !== null)
    .toSorted((a, b) => ((a.from?.min ?? "") < (b.from?.min ?? "") ? -1 : 1))[0];
  const taken =
    first === undefined
      ? null
      : { first: first.from?.min as string, last: first.from?.max as string };
  const told = claims.flatMap((claim) => dayOf(claim.said ?? claim.published)).sort();
  const state = file.status?.state ?? "single";
  return {
    id: file.id,
    tier: state === "single" ? "documented" : state,
    sex: known(codeOf(valueOf(file, "sex"))),
    ethnicity: known(codeOf(valueOf(file, "ethnicity"))),
    prefecture: prefectureOf(file, episodes),
    taken,
    age: ageOf(file, taken),
    sourceKinds: [...new Set(sources.map((id) => kinds.get(id) ?? "other"))].sort(),
    voices: voicesOf(claims, kinds),
    sources,
    reported: told[0] ?? null,
    happened: episodes.length > 0,
  };
}

type Part = Pick<BareFile, "properties">;

function valueOf(part: Part, property: string): Value | undefined {
  return part.properties.find((p) => p.name === property)?.headlines[0]?.value;
}

function codeOf(value: Value | undefined): string | null {
  return value?.kind === "code" ? value.code : null;
}

function known(code: string | null): string | null {
  return code === "unknown" ? null : code;
}

function dayOf(edtf: string | undefined): string[] {
  const day = edtf === undefined ? null : (parseDate(edtf)?.min ?? null);
  return day === null ? [] : [day];
}

/** Where it happened, else where the person lived or is from: the place next below the region, or the country. */
export function prefectureOf(file: Part, episodes: readonly Part[]): string | null {
  const placed = [
    ...episodes.map((episode) => valueOf(episode, "place")),
    ...["residence", "origin", "registration"].map((name) => valueOf(file, name)),
  ];
  for (const value of placed) {
    if (value?.kind !== "place" || value.code === undefined) continue;
    const chain = placeChain(value.code);
    const found = chain.find(({ level }) => level === "prefecture") ?? chain.at(-1);
    if (found !== undefined) return found.code;
  }
  return null;
}

/** Age in whole years where birth and taking leave no doubt of more than a year; the age as stated otherwise. */
function ageOf(file: BareFile, taken: PersonFacts["taken"]): number | null {
  const born = valueOf(file, "birthDate");
  const bounds = born?.kind === "date" ? parseDate(born.edtf) : null;
  if (taken !== null && bounds?.min !== null && bounds?.min !== undefined && bounds.max !== null) {
    const oldest = yearsBetween(bounds.min, taken.last);
    const youngest = yearsBetween(bounds.max, taken.first);
    if (oldest - youngest <= 1 && youngest >= 0) return youngest;
  }
  const stated = valueOf(file, "age");
  return stated?.kind === "age" ? stated.years : null;
}

function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
