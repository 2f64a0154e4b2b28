// What a release would hold, worked out anew from the vault: everybody at the strongest level that may be, everything else held back.
// Invariant: default deny. The same vault on the same day gives the same contents; the hash stands for exactly them, so that any
// change voids what was agreed. Nobody's name, no word of a source and no id of the vault is told of people below the level `name`.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../proof/index.ts";
import { recordFiles } from "../../weigh/index.ts";
import {
  gateOwnClaim,
  gateReleaseClaim,
  gateReleaseSource,
  gateReleaseStatement,
  type GateContext,
} from "./gate-person.ts";
import { allowedLevels, type ReleaseAudience } from "./levels.ts";
import { type Changes, changesSince, lastRelease } from "./past-releases.ts";
import { type PersonRead, type ReadDeps, readVault, type VaultRead } from "./read-people.ts";
import { Counts, type HeldCount, type ReleaseReason } from "./reasons.ts";
import type { NameLevel, Release, ReleasedPerson, ReleasedPicture } from "./released.ts";
import { type Going, screenWords } from "./screen-words.ts";
import { type Telling, tellPerson } from "./tell-person.ts";
import { initialsOf, tellRows } from "./tell-rows.ts";
import { tellSource } from "./tell-sources.ts";
import { USUAL_K } from "./told-apart.ts";

export interface PlanDeps extends ReadDeps {
  readonly keys: { readonly root: Uint8Array };
  /** Pictures of these records that two members confirmed, encoded anew; without it no picture goes. */
  readonly pictures?: (
    records: readonly string[],
    sources: VaultRead["sources"],
    may: (source: string) => boolean,
  ) => Promise<readonly ReleasedPicture[]>;
}

export interface ReleaseAsk {
  readonly audience: ReleaseAudience;
  /** How many people must be shown alike, of those without a name; 5, and never less than 3. */
  readonly k?: number;
}

/** One person, for those who decide; never in a release. */
export interface PersonPreview {
  readonly id: string;
  readonly label: string;
  /** Null: nothing of this person goes. */
  readonly level: NameLevel | null;
  /** Their number in this release. */
  readonly number: string | null;
  readonly reason: ReleaseReason | null;
  readonly values: number;
  readonly statements: number;
  /** How many are shown exactly so; null for those shown by name. */
  readonly alike: number | null;
  readonly heldBack: readonly HeldCount[];
}

export interface ReleasePlan {
  readonly release: Release;
  /** SHA-256 of what it holds, its number, day and list of changes apart. */
  readonly contents: string;
  readonly people: readonly PersonPreview[];
  readonly heldBack: readonly HeldCount[];
  readonly digests: Changes["digests"];
  /** Private sources something of which goes. */
  readonly sources: readonly string[];
  /** Words that stay, for the search through the written bytes; never shown. */
  readonly withheld: readonly string[];
  readonly k: number;
}

/** Throws nothing of its own; the caller asks for the right. */
export async function planRelease(deps: PlanDeps, ask: ReleaseAsk): Promise<ReleasePlan> {
  const { audience, k = USUAL_K } = ask;
  const vault = await readVault(deps, audience);
  const bare = contextOf(vault, audience);
  const reasons = new Map<string, ReleaseReason>();
  const levels = levelsOfAll(vault, bare, reasons);
  const context: GateContext = { ...bare, levels };
  const counts = new Map(vault.people.map(({ id }) => [id, new Counts()]));
  const going = vault.people
    .filter(({ id }) => levels.get(id) === "name")
    .map((person) => gateAll(person, context, counts.get(person.id) as Counts));
  const { secrets, withheld } = screenWords(vault.people, levels, going);
  for (const { person, says, quotes } of going) {
    const held = counts.get(person.id) as Counts;
    held.add("claim", "says-what-stays", says.size);
    held.add("quote", "says-what-stays", quotes.size);
  }
  const rows = tellRows(
    vault.people.flatMap((person) => {
      const level = levels.get(person.id);
      if (level === undefined || level === "name") return [];
      const claims = person.claims.filter(
        (claim) => gateReleaseClaim(claim, person, level, context) === "goes",
      );
      (counts.get(person.id) as Counts).add("claim", "not-named", person.claims.length);
      return [{ person, level, claims }];
    }),
    vault.people,
    { k, root: deps.keys.root },
  );
  for (const id of rows.held) reasons.set(id, "could-be-told");
  const named = await tellNamed(deps, vault, going, (text) => secrets.has(text), context);
  for (const { person } of going) if (!named.told.has(person.id)) reasons.set(person.id, "nothing-left");
  const people = [...named.told.values(), ...rows.people.map(({ told }) => told)].toSorted((a, b) =>
    a.number < b.number ? -1 : 1,
  );
  const asOf = new Date(deps.clock()).toISOString().slice(0, 10);
  const held = { places: [], questions: [], estimates: [], publisher: {}, audience };
  const contents = createHash("sha256")
    .update(canonicalJson({ ...held, people, sources: named.sources }))
    .digest("hex");
  const recordOf = new Map([
    ...[...named.told].map(([id, { number }]) => [number, id] as const),
    ...rows.people.map(({ id, told }) => [told.number, id] as const),
  ]);
  const last = await lastRelease(deps.db, audience);
  const changes = changesSince(last, people, recordOf, asOf);
  const dated = people.map((one) => (one.changed === "" ? { ...one, changed: asOf } : one));
  const release: Release = {
    number: (last?.number ?? 0) + 1,
    asOf,
    checkpoint: null,
    ...held,
    people: dated,
    sources: named.sources,
    changes: changes.changes,
  };
  const alike = new Map(rows.people.map((one) => [one.id, one.alike]));
  const shown = new Map([
    ...named.told,
    ...rows.people.map(({ id, told }) => [id, told] as const),
  ]);
  const previews = vault.people.map((person): PersonPreview => {
    const told = shown.get(person.id);
    return {
      id: person.id,
      label: labelOf(person),
      level: told?.level ?? null,
      number: told?.number ?? null,
      reason: told === undefined ? (reasons.get(person.id) ?? "nothing-left") : null,
      values: told === undefined ? 0 : valuesIn(told),
      statements: told?.statements.length ?? 0,
      alike: alike.get(person.id) ?? null,
      heldBack: (counts.get(person.id) as Counts).list(),
    };
  });
  const total = new Counts();
  for (const { level, reason, heldBack } of previews) {
    total.addAll(heldBack);
    if (level === null && reason !== null) total.add("person", reason);
  }
  return {
    release,
    contents,
    people: previews,
    heldBack: total.list(),
    digests: changes.digests,
    sources: named.privateSources,
    withheld: stayingWords(withheld, release),
    k,
  };
}

const valuesIn = ({ values, parts, names }: ReleasedPerson): number =>
  names.length + values.length + parts.reduce((sum, part) => sum + part.values.length, 0);

function labelOf(person: PersonRead): string {
  for (const { property, value, record } of person.claims)
    if (property === "name" && !person.schemas.has(record))
      return (JSON.parse(value) as { text?: string }).text ?? "";
  return "";
}

/** Who each record is about. */
function contextOf(vault: VaultRead, audience: ReleaseAudience): Omit<GateContext, "levels"> {
  const personOf = new Map(vault.people.flatMap((one) => one.records.map((id) => [id, one])));
  const aboutOf = new Map<string, Set<string>>();
  for (const person of vault.people) {
    for (const record of person.records) aboutOf.set(record, new Set([person.id]));
    for (const { records } of person.related)
      for (const record of records) {
        const about = aboutOf.get(record) ?? new Set();
        aboutOf.set(record, about.add(person.id));
      }
  }
  return { audience, sources: vault.sources, holds: vault.holds, personOf, aboutOf };
}

/** The strongest level at which anything is left to call the person by. */
function levelsOfAll(
  vault: VaultRead,
  context: Omit<GateContext, "levels">,
  reasons: Map<string, ReleaseReason>,
): Map<string, NameLevel> {
  const levels = new Map<string, NameLevel>();
  for (const person of vault.people) {
    if (person.records.some((id) => vault.holds.has(id))) {
      reasons.set(person.id, "on-hold");
      continue;
    }
    const { levels: allowed, reason } = allowedLevels(context.audience, person.said, person.child);
    if (reason !== null) reasons.set(person.id, reason);
    const level = allowed.find((one) => {
      if (one === "no-name") return true;
      const names = person.claims.filter(
        (claim) =>
          claim.property === "name" &&
          !person.schemas.has(claim.record) &&
          gateOwnClaim(claim, person, one, context) === "goes",
      );
      return one === "name" ? names.length > 0 : initialsOf(names, person) !== null;
    });
    if (level !== undefined) levels.set(person.id, level);
  }
  return levels;
}

function gateAll(person: PersonRead, context: GateContext, held: Counts): Going {
  const claims: Going["claims"] = new Map();
  for (const claim of person.claims) {
    const gate = gateReleaseClaim(claim, person, "name", context);
    if (gate === "goes") claims.set(claim.id, claim);
    else held.add("claim", gate);
  }
  const statements = new Set<string>();
  for (const said of person.statements) {
    const gate = gateReleaseStatement(said, person, context);
    if (gate === "goes") statements.add(said.id);
    else held.add("statement", gate);
  }
  return { person, claims, statements, quotes: new Set(), says: new Set() };
}

/** Pages of those shown by name, weighed of what goes alone, and the sources they lead to. */
async function tellNamed(
  deps: PlanDeps,
  vault: VaultRead,
  going: readonly Going[],
  stays: Telling["stays"],
  context: GateContext,
) {
  const claims = new Set(going.flatMap((one) => [...one.claims.keys()]));
  const statements = new Set(going.flatMap((one) => [...one.statements]));
  const quotes = new Set(going.flatMap((one) => [...one.quotes]));
  const pictures = new Map<string, readonly ReleasedPicture[]>();
  const may = (source: string): boolean =>
    gateReleaseSource(vault.sources.get(source), "name", context) === "goes";
  if (deps.pictures !== undefined)
    for (const { person } of going)
      pictures.set(person.id, await deps.pictures(person.records, vault.sources, may));
  const headings = new Map<string, string>();
  const files = [];
  const only = {
    claim: (claim: { readonly id: string }) => claims.has(claim.id),
    statement: (said: { readonly id: string }) => statements.has(said.id),
  };
  for await (const file of recordFiles(deps, going.map(({ person }) => person.id), only)) {
    const heading = file.names[0]?.text;
    if (heading === undefined) continue;
    files.push(file);
    for (const { id } of file.records) headings.set(id, heading);
  }
  // Numbers by what is told, not by what the vault calls it: the order of ids says which came first.
  const used = new Map<string, number>();
  const telling: Telling = {
    sources: vault.sources,
    numberOf: (source) => {
      const n = used.get(source) ?? used.size + 1;
      used.set(source, n);
      return n;
    },
    headingOf: (record) => headings.get(record),
    quotes,
    stays,
    placeOf: () => undefined,
    picturesOf: (person) => pictures.get(person) ?? [],
  };
  const told = new Map(
    files
      .toSorted((a, b) => (a.number < b.number ? -1 : 1))
      .map((file) => {
        const goes = new Set(file.records.filter((one) => one.claims > 0).map(({ id }) => id));
        const formerly = file.formerly.filter((_, i) => goes.has(file.records[i + 1]?.id ?? ""));
        return [file.id, tellPerson({ ...file, formerly }, telling)] as const;
      }),
  );
  const sources = [...used].flatMap(([id, n]) => {
    const source = vault.sources.get(id);
    return source === undefined ? [] : [tellSource(source, n, stays)];
  });
  const privateSources = [...used.keys()].filter(
    (id) => Object.values(vault.sources.get(id)?.said ?? {}).includes("yes"),
  );
  return { told, sources, privateSources };
}

/** Without words that are told all the same: as the name of somebody else, say. */
function stayingWords(withheld: readonly string[], release: Release): string[] {
  const text = JSON.stringify(release.people.map(({ heading, names }) => [heading, names])).toLowerCase();
  return withheld.filter((words) => !text.includes(JSON.stringify(words).slice(1, -1).toLowerCase()));
}
