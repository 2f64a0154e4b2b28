// Counts what is documented: every person once, by headlines, with who speaks beside every table.
// Invariant: the same vault gives the same figures and the same hash; a figure for the public passed `steadied` and `forPublic`.
import { createHash } from "node:crypto";
import { type Actor, requireRight } from "../../access/index.ts";
import { canonicalJson } from "../../proof/index.ts";
import type { Progress } from "../../runtime/index.ts";
import { type DimensionCode, dimensions } from "./dimensions.ts";
import { delayOf, type DiscoveryStep, discoveryOf, type ReportingDelay } from "./discovery.ts";
import { type CountDeps, everybody } from "./everybody.ts";
import type { PersonFacts } from "./person-facts.ts";
import { lastBasis, readArrivals } from "./sources.store.ts";
import { basisOf, type Basis, steadied, steadiedDelay } from "./steady.ts";
import { delayForPublic, forPublic } from "./suppress.ts";
import { type CountTable, tabulate } from "./tabulate.ts";

export type CountAudience = "inside" | "public";

export interface CountInput {
  readonly by?: readonly DimensionCode[];
  readonly audience: CountAudience;
  /** Only what somebody accepted counts. Always so for the public. */
  readonly reviewed?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

export interface DocumentedCount {
  readonly asOf: string;
  readonly audience: CountAudience;
  /** Who is counted, in one sentence. */
  readonly rule: string;
  /** What the figure must not be read as. */
  readonly caveat: string;
  readonly documented: number | null;
  readonly snapshot: Snapshot;
  readonly tables: readonly CountTable[];
  /** Stands beside every table: whose word the count rests on. */
  readonly whoSpeaks: CountTable;
  /** For the members only: the titles of sources are in it. */
  readonly discovery: readonly DiscoveryStep[] | null;
  readonly delay: ReportingDelay | null;
}

export interface Snapshot {
  /** Entries of the ledger the count was made at. */
  readonly entries: number;
  /** SHA-256 of everybody's facts: the same vault gives the same. Null for the public: whoever knows all but one person could try. */
  readonly facts: string | null;
  /** SHA-256 of every number that is told, with the question and the rule. */
  readonly shown: string;
}

/** Throws AccessError `access/not-allowed`; RuntimeError `cancelled`. */
export async function countDocumented(
  deps: CountDeps,
  actor: Actor,
  input: CountInput,
): Promise<DocumentedCount> {
  return (await countWithBasis(deps, actor, input)).count;
}

/** The count with what must not be told of it: the hash of everybody's facts, and the true numbers the next one is held against. */
export async function countWithBasis(
  deps: CountDeps,
  actor: Actor,
  input: CountInput,
): Promise<{
  readonly count: DocumentedCount;
  readonly facts: string;
  readonly basis: Basis | null;
}> {
  const { audience } = input;
  const outside = audience === "public";
  requireRight(actor, outside ? "publish" : "read");
  const reviewed = outside || input.reviewed === true;
  const before = outside ? await lastBasis(deps.db) : null;
  const arrivals = await readArrivals(deps.db);
  const people = await everybody(deps, arrivals.kinds, reviewed, input);
  const made = dimensions.map((one) => steadied(tabulate(one, people), before, one.labelOf));
  const delays = steadiedDelay(delayOf(people), before);
  const tables = outside ? made.map((table) => forPublic(table)) : made;
  const asked = input.by ?? dimensions.map(({ code }) => code);
  const told = {
    audience,
    rule: `Everybody of whom at least one ${reviewed ? "accepted claim" : "claim"} says that something happened to them, each once however many records they have.`,
    caveat,
    documented: tables[0]?.people ?? null,
    tables: tables.filter(({ by }) => asked.includes(by) && by !== "voice"),
    whoSpeaks: tables.find(({ by }) => by === "voice") as CountTable,
    delay: outside ? delayForPublic(delays) : delays,
  };
  const facts = hashOf(people);
  return {
    count: {
      asOf: new Date(deps.clock()).toISOString().slice(0, 10),
      ...told,
      snapshot: {
        entries: arrivals.entries,
        facts: outside ? null : facts,
        shown: sha256(canonicalJson({ ...told, reviewed })),
      },
      discovery: outside ? null : discoveryOf(people, arrivals.sources),
    },
    facts,
    basis: outside ? basisOf(made, delays) : null,
  };
}

const caveat =
  "Documented people, not all people. Who is documented depends on who could speak, and mostly those could who were able to leave, or have relatives who did: look at the table of who speaks.";

/** Of everybody's facts without ids, so that two copies of a vault can be compared by it. */
function hashOf(people: readonly PersonFacts[]): string {
  const lines = people
    .map(({ id: _id, sources: _sources, ...facts }) => canonicalJson(facts))
    .sort();
  return sha256(lines.join("\n"));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
