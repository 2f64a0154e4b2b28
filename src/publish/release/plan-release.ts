// What a release would hold, worked out anew from the vault: everybody at the strongest level that may be, everything else held back.
// Invariant: default deny. The same vault on the same day gives the same contents; the hash stands for exactly them, so that any
// change voids what was agreed. Nobody's name, no word of a source and no id of the vault is told of people below the level `name`.
import { createHash } from "node:crypto";
import { lastCheckpoint } from "../../preserve/index.ts";
import { canonicalJson } from "../../proof/index.ts";
import { everyPerson } from "../../link/index.ts";
import { type Db, type LiveClaim, wholeDb } from "../../store/index.ts";
import { contextOf, levelsOfAll } from "./choose-levels.ts";
import { gateReleaseClaim, gateReleaseStatement, type GateContext } from "./gate-person.ts";
import { followPages, gateThings } from "./gate-thing.ts";
import type { ReleaseAudience } from "./levels.ts";
import { type Changes, changesSince, lastRelease } from "./past-releases.ts";
import { previewsOf, type PersonPreview } from "./preview-people.ts";
import { type PersonRead, type ReadDeps, readVault, type VaultRead } from "./read-people.ts";
import { publisherOf } from "./publisher.ts";
import { ordinaryWords } from "./ordinary-words.ts";
import { Counts, type HeldCount, type ReleaseReason } from "./reasons.ts";
import type { Release, ReleasedPerson, ReleasedPicture } from "./released.ts";
import { type Going, screenWords } from "./screen-words.ts";
import { tellNamed } from "./tell-named.ts";
import { rowHistories } from "./row-histories.ts";
import { hasRelativeAbroad, type RowPerson, tellRows } from "./tell-rows.ts";
import { readGoingThings } from "./tell-things.ts";
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

export interface ReleasePlan {
  readonly release: Release;
  /** SHA-256 of what it holds, its number, day, checkpoint and list of changes apart. */
  readonly contents: string;
  readonly people: readonly PersonPreview[];
  readonly heldBack: readonly HeldCount[];
  readonly digests: Changes["digests"];
  readonly changedIn: Changes["changedIn"];
  readonly gone: Changes["gone"];
  readonly things: Changes["things"];
  /** Private sources something of which goes. */
  readonly sources: readonly string[];
  /** Words that stay, for the search through the written bytes; never shown. */
  readonly withheld: readonly string[];
  readonly k: number;
}

/**
 * Worked out of the whole vault, whoever asks, so that two members agree on the same; `people` are those the asker may see. Throws
 * nothing of its own; the caller asks for the right.
 */
export async function planRelease(asker: PlanDeps, ask: ReleaseAsk): Promise<ReleasePlan> {
  const { audience, k = USUAL_K } = ask;
  // What only some may see stays, and is looked for all the same: its names must not go in somebody else's words.
  const deps = { ...asker, db: wholeDb(asker.db) };
  const vault = await readVault(deps, audience);
  const bare = contextOf(vault, audience);
  const reasons = new Map<string, ReleaseReason>();
  const levels = levelsOfAll(vault, bare, reasons);
  const context: GateContext = { ...bare, levels };
  const counts = new Map(vault.people.map(({ id }) => [id, new Counts()]));
  const going = vault.people
    .filter(({ id }) => levels.get(id) === "name")
    .map((person) => gateAll(person, context, counts.get(person.id) as Counts));
  const rest = new Counts();
  const goingThings = gateThings(vault, context, rest);
  const { stays, names, withheld } = screenWords(
    [...vault.people, ...vault.things],
    new Map([...levels, ...vault.things.map(({ id }) => [id, "name"] as const)]),
    [...going, ...goingThings],
  );
  followPages(goingThings, going);
  for (const { person, says, quotes } of [...going, ...goingThings]) {
    const held = counts.get(person.id) ?? rest;
    held.add("claim", "says-what-stays", says.size);
    held.add("quote", "says-what-stays", quotes.size);
  }
  const rows = tellRows(rowPeople(vault, context, { counts, going }), {
    k,
    root: deps.keys.root,
    histories: await rowHistories(deps.db, audience, (id) => bare.personOf.get(id)?.id ?? id),
    named: new Set(going.map(({ person }) => person.id)),
    names,
  });
  const byDifference = new Set(rows.byDifference);
  for (const id of rows.held)
    reasons.set(id, byDifference.has(id) ? "told-by-difference" : "could-be-told");
  const things = await readGoingThings(deps, goingThings);
  const named = await tellNamed(deps, vault, going, stays, { context, things });
  const shown = new Map<string, ReleasedPerson>(named.told);
  for (const { id, told } of rows.people) shown.set(id, told);
  const alike = new Map(rows.people.map((one) => [one.id, one.alike]));
  const people = previewsOf(vault, {
    seen: await seenBy(asker.db, deps.db),
    shown,
    reasons,
    alike,
    counts,
  });
  const told = { ...named.rest, sources: named.sources, publisher: await publisherOf(deps.db) };
  const made = await composed(deps, audience, shown, told);
  return {
    ...made,
    people,
    heldBack: allHeld(people, rest),
    sources: named.privateSources,
    withheld: stayingWords(withheld, made.release),
    k,
  };
}

/** Records the asker may see; null: all of them. */
async function seenBy(asked: Db, whole: Db): Promise<ReadonlySet<string> | null> {
  return asked === whole ? null : new Set(await everyPerson(asked));
}

/** The release itself, numbered, with its hash and what it changes. */
async function composed(
  deps: PlanDeps,
  audience: ReleaseAudience,
  shown: ReadonlyMap<string, ReleasedPerson>,
  rest: Pick<Release, "places" | "questions" | "estimates" | "sources" | "publisher">,
): Promise<
  Pick<ReleasePlan, "release" | "contents" | keyof Omit<Changes, "changes" | "thingChanges">>
> {
  const people = [...shown.values()].toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const recordOf = new Map([...shown].map(([id, { number }]) => [number, id]));
  const asOf = new Date(deps.clock()).toISOString().slice(0, 10);
  const held = { ...rest, audience };
  const contents = createHash("sha256")
    .update(canonicalJson({ ...held, people }))
    .digest("hex");
  const last = await lastRelease(deps.db, audience);
  const { changes, thingChanges, ...since } = changesSince(
    last,
    { ...held, people },
    recordOf,
    asOf,
  );
  const dated = people.map((one) => (one.changed === "" ? { ...one, changed: asOf } : one));
  const number = (last?.number ?? 0) + 1;
  const checkpoint = await lastCheckpoint(deps);
  const release = { number, asOf, checkpoint, ...held, people: dated, changes, thingChanges };
  return { release, contents, ...since };
}

/** Those below the level `name`, with what may be looked at to tell of them. */
function rowPeople(
  vault: VaultRead,
  context: GateContext,
  {
    counts,
    going,
  }: { readonly counts: ReadonlyMap<string, Counts>; readonly going: readonly Going[] },
): RowPerson[] {
  const residences = new Map<string, LiveClaim[]>();
  for (const { person, claims } of going) {
    const told = [...claims.values()].filter(({ property }) => property === "residence");
    for (const record of person.records) residences.set(record, told);
  }
  return vault.people.flatMap((person) => {
    const level = context.levels.get(person.id);
    if (level === undefined || level === "name") return [];
    const claims = person.claims.filter(
      (claim) => gateReleaseClaim(claim, person, level, context) === "goes",
    );
    counts.get(person.id)?.add("claim", "not-named", person.claims.length);
    return [{ person, level, claims, abroad: hasRelativeAbroad(person, claims, residences) }];
  });
}

function allHeld(people: readonly PersonPreview[], rest: Counts): HeldCount[] {
  const total = new Counts();
  total.addAll(rest.list());
  for (const { level, reason, heldBack } of people) {
    total.addAll(heldBack);
    if (level === null && reason !== null) total.add("person", reason);
  }
  return total.list();
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

/** Without words that are told all the same: as the name of somebody else, or as the day on which something was printed. */
function stayingWords(withheld: readonly string[], release: Release): string[] {
  const names = JSON.stringify(
    release.people.map(({ level, heading, names: spelled, values, parts }) =>
      // A row tells its values of k people alike, in the words of one of them.
      level === "name" ? [heading, spelled] : [values, parts],
    ),
  ).toLowerCase();
  const ordinary = ordinaryWords(release);
  return withheld.filter(
    (words) =>
      !names.includes(JSON.stringify(words).slice(1, -1).toLowerCase()) &&
      !ordinary.includes(words.toLowerCase()),
  );
}
