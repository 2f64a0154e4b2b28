// What a dossier about one person or several would hold, and what is held back: worked out before anything is written.
// Invariant: each person's own consent is asked for; of one whose consent does not cover the audience nothing is in the plan but
// that somebody stays; a copy with parts blacked out goes only where whoever makes the dossier chose it, and then alone.
import { type Consented, consented } from "../../act/index.ts";
import { clusterOf, personNumber } from "../../link/index.ts";
import type { FileHash } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { PublishError } from "../errors.ts";
import { type DossierAudience, gateFile, gateSource, type HeldReason } from "../gate.ts";
import type { BlackedOutCopy } from "../redact/blacked-out-copies.ts";
import { candidateSources, plannedSource } from "./candidate-sources.ts";
import { type Everything, everything } from "./everything.ts";
import { type Held, HeldBack } from "./held-back.ts";
import { type PersonPlan, planPerson } from "./plan-person.ts";

export interface PlannedSource {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
  /** The kept files that go along: the original and its text, or a copy with parts blacked out alone. */
  readonly files: readonly FileHash[];
  /** That copy goes; neither the original nor its hash does. */
  readonly blackedOut: boolean;
}

/** A source with the copies that could go in the place of its file; never written to a dossier. */
export interface OfferedCopies {
  readonly source: string;
  readonly copies: readonly BlackedOutCopy[];
  /** Whether the file itself may go. */
  readonly original: "goes" | HeldReason;
}

export interface DossierPlan {
  readonly audience: DossierAudience;
  readonly people: readonly PersonPlan[];
  readonly sources: readonly PlannedSource[];
  /** Ids of what goes, of all of them together. */
  readonly claims: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
  /** People of the selection who stay. */
  readonly heldBack: readonly Held[];
  /** Who they are, for those who may ask them; never written to a dossier. */
  readonly leftOut: readonly {
    readonly id: string;
    readonly number: string;
    readonly consent: Consented;
  }[];
  /** Sources that stay for want of consent, for those who may ask for it; never written to a dossier. */
  readonly unasked: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
  }[];
  readonly offered: readonly OfferedCopies[];
}

export interface DossierAsk {
  /** A record of each person; any of theirs. */
  readonly records: readonly string[];
  readonly audience: DossierAudience;
  /** Copies that go in the place of a source's file. */
  readonly copies?: readonly { readonly source: string; readonly file: string }[];
}

/** So many people one dossier holds at most. */
export const MAX_PEOPLE = 200;

type Deps = { readonly db: Db; readonly clock: Clock };

/**
 * Throws WeighError `weigh/no-such-record`; PublishError `publish/no-such-copy`, `publish/nobody`, and `publish/no-consent` where
 * nobody's own consent covers the audience.
 */
export async function planDossier(deps: Deps, ask: DossierAsk): Promise<DossierPlan> {
  const { audience } = ask;
  const { going, leftOut } = await whoGoes(deps, ask);
  const all: Everything[] = [];
  for (const [id] of going) all.push(await everything(deps, id as string));
  const sources = await candidateSources(deps, ask, { all, clusters: going });
  const own = new Set(going.flat());
  const people: PersonPlan[] = [];
  for (const [i, [id]] of going.entries())
    people.push(
      await planPerson(deps, {
        id: id as string,
        all: all[i] as Everything,
        sources,
        going: own,
        audience,
      }),
    );
  const union = (of: (plan: PersonPlan) => ReadonlySet<string>): Set<string> =>
    new Set(people.flatMap((plan) => [...of(plan)]));
  const told = union((plan) => plan.sources);
  const some = [...sources.values()];
  const held = new HeldBack();
  for (const { consent } of leftOut)
    if (consent !== "yes") held.add("person", `person-${consent}` as const);
  return {
    audience,
    people,
    sources: some.filter(({ id }) => told.has(id)).map((one) => plannedSource(one, audience)),
    claims: union((plan) => plan.claims),
    statements: union((plan) => plan.statements),
    records: union((plan) => plan.records),
    heldBack: held.list(),
    leftOut,
    unasked: some
      .filter((source) => gateSource(source, audience) !== "goes")
      .map(({ id, title, kind }) => ({ id, title, kind })),
    offered: some
      .filter(({ id, copies }) => told.has(id) && copies.length > 0)
      .map((one) => ({ source: one.id, copies: one.copies, original: gateFile(one, audience) })),
  };
}

/** Everybody's records, by person; those whose consent does not cover the audience apart. */
async function whoGoes(
  deps: Deps,
  { records, audience }: DossierAsk,
): Promise<Pick<DossierPlan, "leftOut"> & { readonly going: readonly (readonly string[])[] }> {
  if (records.length === 0 || records.length > MAX_PEOPLE)
    throw new PublishError("publish/nobody", `A dossier is about 1 to ${MAX_PEOPLE} people.`);
  const clusters = new Map<string, readonly string[]>();
  for (const record of records) {
    const cluster = await clusterOf(deps.db, record);
    clusters.set(cluster[0] ?? record, cluster);
  }
  const all = [...clusters.values()];
  const said = await consented(deps, audience, all);
  const leftOut: DossierPlan["leftOut"][number][] = [];
  const going = all.filter((cluster, i) => {
    const consent = said[i] ?? "never-asked";
    if (audience === "inside" || consent === "yes") return true;
    const id = cluster[0] as string;
    leftOut.push({ id, number: personNumber(id, "Person"), consent });
    return false;
  });
  if (going.length === 0) throw noConsent(leftOut[0]?.consent ?? "never-asked");
  return { going, leftOut };
}

function noConsent(consent: Consented): PublishError {
  const why = {
    "never-asked": "Nobody was asked whether this person's file may go to this audience.",
    withdrawn: "The consent for this audience was withdrawn.",
    ended: "The consent for this audience has ended.",
    yes: "",
  }[consent];
  return new PublishError(
    "publish/no-consent",
    `${why} Ask, and write the answer down under Consent.`,
    {
      details: { consent },
    },
  );
}
