// All that a rebuttal file is made of, before it is asked what of it may go.
// Invariant: read only, and only for the gate: nothing here is written to a file that leaves.
import { type Change, changesOf } from "../../act/index.ts";
import { clusterOf } from "../../link/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { type CandidateSource, candidateSources } from "../dossier/candidate-sources.ts";
import { type Everything, everything } from "../dossier/everything.ts";
import { planDossier } from "../dossier/plan-dossier.ts";
import type { PersonPlan } from "../dossier/plan-person.ts";
import type { DossierAudience } from "../gate.ts";
import type { FormerClaim } from "./changes-that-go.ts";
import { formerClaims } from "./former-claims.ts";
import { policyQuestions, type PolicyQuestion } from "./policy.ts";
import { kindOf } from "./told-of.ts";

export interface RebuttalMatter {
  /** What of the person's file goes; it has been through the gate. */
  readonly person: PersonPlan;
  readonly all: Everything;
  readonly cluster: readonly string[];
  readonly own: ReadonlySet<string>;
  readonly questions: readonly PolicyQuestion[];
  readonly changes: readonly Change[];
  /** Every claim the changes are about, whether it stands or not. */
  readonly former: ReadonlyMap<string, FormerClaim>;
  readonly sources: ReadonlyMap<string, CandidateSource>;
}

/** Throws WeighError `weigh/no-such-record`; PublishError `publish/no-consent`. */
export async function gatherRebuttal(
  deps: { readonly db: Db; readonly clock: Clock },
  { record, audience }: { readonly record: string; readonly audience: DossierAudience },
): Promise<RebuttalMatter> {
  const { db } = deps;
  const plan = await planDossier(deps, { records: [record], audience });
  const person = plan.people[0] as PersonPlan;
  const { id, related } = person.file;
  const cluster = await clusterOf(db, record);
  const all = await everything(deps, id);
  const questions = await policyQuestions(db, {
    cluster,
    statements: all.statements,
    kindOf: (source) => kindOf(deps, source),
  });
  const changes = await changesOf(
    db,
    id,
    related.flatMap(({ records }) => records),
  );
  const former = await formerClaims(db, changes);
  const beside = {
    claims: [...questions.flatMap(({ wordings }) => wordings), ...former.values()],
    statements: questions.flatMap(({ statements }) => statements),
    records: [],
  };
  const sources = await candidateSources(
    deps,
    { records: [record], audience },
    { all: [all, beside], clusters: [cluster] },
  );
  return { person, all, cluster, own: new Set(cluster), questions, changes, former, sources };
}
