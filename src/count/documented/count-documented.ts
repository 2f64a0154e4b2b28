// Counts what is documented: every person once, by headlines, with who speaks beside every table.
// Invariant: the same vault gives the same figures and the same hash; a figure for the public passed `forPublic`.
import { createHash } from "node:crypto";
import { type Actor, requireRight } from "../../access/index.ts";
import { canonicalJson } from "../../proof/index.ts";
import type { Progress } from "../../runtime/index.ts";
import { type DimensionCode, dimensions } from "./dimensions.ts";
import { delayOf, type DiscoveryStep, discoveryOf, type ReportingDelay } from "./discovery.ts";
import { type CountDeps, everybody } from "./everybody.ts";
import type { PersonFacts } from "./person-facts.ts";
import { readArrivals } from "./sources.store.ts";
import { forPublic, leastPeople } from "./suppress.ts";
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
  /** Ledger entries the count was made at, and the SHA-256 of everybody's facts: the same vault gives the same. */
  readonly snapshot: { readonly entries: number; readonly facts: string };
  readonly tables: readonly CountTable[];
  /** Stands beside every table: whose word the count rests on. */
  readonly whoSpeaks: CountTable;
  /** For the members only: the titles of sources are in it. */
  readonly discovery: readonly DiscoveryStep[] | null;
  readonly delay: ReportingDelay | null;
}

/** Throws AccessError `access/not-allowed`; RuntimeError `cancelled`. */
export async function countDocumented(
  deps: CountDeps,
  actor: Actor,
  input: CountInput,
): Promise<DocumentedCount> {
  const { audience } = input;
  requireRight(actor, audience === "public" ? "publish" : "read");
  const reviewed = audience === "public" || input.reviewed === true;
  const arrivals = await readArrivals(deps.db);
  const people = await everybody(deps, arrivals.kinds, reviewed, input);
  const wanted = input.by ?? dimensions.map(({ code }) => code);
  const made = dimensions.map((dimension) => tabulate(dimension, people));
  const tables = audience === "public" ? made.map((table) => forPublic(table)) : made;
  const voice = tables.find(({ by }) => by === "voice") as CountTable;
  return {
    asOf: new Date(deps.clock()).toISOString().slice(0, 10),
    audience,
    rule: `Everybody of whom at least one ${reviewed ? "accepted claim" : "claim"} says that something happened to them, each once however many records they have.`,
    caveat:
      "Documented people, not all people. Who is documented depends on who could speak: look at the table of who speaks.",
    documented: audience === "public" ? (tables[0]?.people ?? null) : people.length,
    snapshot: { entries: arrivals.entries, facts: hashOf(people) },
    tables: tables.filter(({ by }) => wanted.includes(by) && by !== "voice"),
    whoSpeaks: voice,
    discovery: audience === "public" ? null : discoveryOf(people, arrivals.sources),
    delay: audience === "public" && people.length < leastPeople ? null : delayOf(people),
  };
}

/** Of everybody's facts without ids, so that two copies of a vault can be compared by it. */
function hashOf(people: readonly PersonFacts[]): string {
  const lines = people
    .map(({ id: _id, sources: _sources, ...facts }) => canonicalJson(facts))
    .sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
