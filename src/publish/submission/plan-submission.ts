// What a submission about one person would hold, what it still lacks, and what stands in its way.
// Invariant: its fields are filled from what passes the gate alone; what is on file and does not pass is named by a reason and an
// id, never by its content.
import {
  type Eligibility,
  eligibilityOf,
  type FilledField,
  fillFields,
  gatherFacts,
  type Language,
  type RouteSpec,
  sentBefore,
  type UnAudience,
  whoMustConsent,
} from "../../act/index.ts";
import { clusterOf } from "../../link/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { recordFile, type StatementView } from "../../weigh/index.ts";
import { type CandidateSource, candidateSources } from "../dossier/candidate-sources.ts";
import { everything } from "../dossier/everything.ts";
import { planPerson } from "../dossier/plan-person.ts";
import { type Block, blocksOf, type Missing, missingOf } from "./blocks.ts";
import { claimsIn, statementsIn } from "./used.ts";

export interface SubmissionAsk {
  readonly route: RouteSpec;
  /** Any record of the person. */
  readonly person: string;
  readonly audience: UnAudience;
  readonly language: Language;
}

export interface SubmissionPlan extends Eligibility {
  readonly ask: SubmissionAsk;
  /** The person's oldest record, and number. */
  readonly person: string;
  readonly number: string;
  readonly label: string;
  /** As they would go. */
  readonly fields: readonly FilledField[];
  readonly missing: readonly Missing[];
  readonly blocked: readonly Block[];
  /** Records of others it names, and sources, whose consent it rests on. */
  readonly rests: readonly string[];
  /** How many of the route went out before, and one. */
  readonly version: number;
  /** ISO day. */
  readonly day: string;
  readonly sources: ReadonlyMap<string, CandidateSource>;
  readonly statements: ReadonlyMap<string, StatementView>;
}

/** Whether nothing stands in the way of making it. */
export const isReady = ({ eligible, missing, blocked }: SubmissionPlan): boolean =>
  eligible !== false && missing.length === 0 && blocked.length === 0;

/** Throws WeighError `weigh/no-such-record`. */
export async function planSubmission(
  deps: { readonly db: Db; readonly clock: Clock },
  ask: SubmissionAsk,
): Promise<SubmissionPlan> {
  const { db } = deps;
  const { route, audience } = ask;
  const cluster = await clusterOf(db, ask.person);
  const person = cluster[0] ?? ask.person;
  const whole = await recordFile(deps, person);
  const facts = await gatherFacts(deps, { file: whole, audience });
  const known = fillFields(route, facts);
  const all = await everything(deps, person);
  const sources = await candidateSources(
    deps,
    { records: [person], audience },
    { all: [all], clusters: [cluster] },
  );
  const going = new Set(cluster);
  const plan = await planPerson(deps, { id: person, all, sources, going, audience });
  const fields = fillFields(route, { ...facts, file: plan.file });
  const used = new Set(claimsIn(fields).map(({ id }) => id));
  const needs = await whoMustConsent(deps, audience, {
    subjects: cluster,
    claims: all.claims.filter(({ id }) => used.has(id)),
    statements: statementsIn(fields),
  });
  return {
    ask,
    person,
    number: whole.number,
    label: whole.label,
    ...eligibilityOf(route, facts),
    fields,
    missing: missingOf(route, known),
    blocked: blocksOf({ route, known, fields, needs, sources, audience }),
    rests: needs.filter(({ as }) => as !== "subject").flatMap(({ records }) => records),
    version: (await sentBefore(deps, person, route.code)) + 1,
    day: facts.today,
    sources,
    statements: new Map(plan.file.statements.map((said) => [said.id, said])),
  };
}
