// What a rebuttal file about one person would hold: how it is known that the person exists, what officials said and what they
// leave unanswered, where each picture comes from, and how the file changed.
// Invariant: made of a dossier's plan, so that nothing is in it that a dossier for this audience would hold back.
import type { Actor } from "../../access/index.ts";
import {
  type Existence,
  existenceOf,
  itemsOf,
  type OfficialAnswers,
  officialAnswers,
  type Submitter,
  submitterNow,
} from "../../act/index.ts";
import type { Clock } from "../../runtime/index.ts";
import { type ClaimView, personOrigins } from "../../weigh/index.ts";
import { plannedSource } from "../dossier/candidate-sources.ts";
import { personRecords } from "../dossier/everything.ts";
import { statementsOf } from "../dossier/footnotes.ts";
import { type Held, HeldBack } from "../dossier/held-back.ts";
import type { PlannedSource } from "../dossier/plan-dossier.ts";
import type { PersonPlan } from "../dossier/plan-person.ts";
import { type DossierAudience, gateSource } from "../gate.ts";
import { changesThatGo, type ToldChange } from "./changes-that-go.ts";
import { gatherRebuttal, type RebuttalMatter } from "./gather-rebuttal.ts";
import { type PictureDeps, type PictureOrigin, pictureOrigins } from "./pictures.ts";
import { policyThatGoes } from "./policy-that-goes.ts";
import { mayBeNamed, memberNames } from "./told-of.ts";

export interface RebuttalPlan {
  readonly audience: DossierAudience;
  /** ISO day. */
  readonly day: string;
  readonly person: PersonPlan;
  readonly existence: Existence;
  readonly official: OfficialAnswers;
  readonly pictures: readonly PictureOrigin[];
  readonly changes: readonly ToldChange[];
  readonly sources: readonly PlannedSource[];
  readonly heldBack: readonly Held[];
  /** In whose name the group writes; null where it is not set. */
  readonly submitter: Submitter | null;
}

export type RebuttalDeps = PictureDeps & { readonly clock: Clock };

/**
 * `record`: any record of the person. Throws WeighError `weigh/no-such-record`; PublishError `publish/no-consent` where the person's
 * own consent does not cover the audience.
 */
export async function planRebuttal(
  deps: RebuttalDeps,
  actor: Actor,
  { record, audience }: { readonly record: string; readonly audience: DossierAudience },
): Promise<RebuttalPlan> {
  const { db } = deps;
  const matter = await gatherRebuttal(deps, { record, audience });
  const { person, own, cluster, sources } = matter;
  const { file } = person;
  const held = new HeldBack();
  for (const { what, reason, count } of person.heldBack)
    for (let i = 0; i < count; i++) held.add(what, reason);
  const policy = policyThatGoes(matter, audience, held);
  const changes = await toldChanges(deps, matter, audience, held);
  const used = new Set([
    ...person.sources,
    ...policy.map((one) => one.said.source),
    ...changes.flatMap(({ claim }) => claim?.source ?? []),
  ]);
  const going = [...sources.values()]
    .filter((source) => used.has(source.id) && gateSource(source, audience) === "goes")
    .map((source) => plannedSource(source, audience));
  const kindOf = (id: string): string | undefined => sources.get(id)?.kind;
  const about = statementsOf(person).filter(({ speakerRecord }) => !own.has(speakerRecord ?? ""));
  const origins = await personOrigins(db, file.id, {
    claim: ({ id }) => person.claims.has(id),
    statement: ({ id }) => person.statements.has(id),
  });
  return {
    audience,
    day: new Date(deps.clock()).toISOString().slice(0, 10),
    person,
    existence: existenceOf(file, origins, kindOf),
    official: officialAnswers(itemsOf(file), { about, policy, own, kindOf }),
    pictures: await pictureOrigins(deps, actor, {
      sources: going,
      own,
      audience,
      told: async (id) => mayBeNamed(deps, { id, audience, cluster }),
    }),
    changes,
    sources: going,
    heldBack: held.list(),
    submitter: await submitterNow(db),
  };
}

async function toldChanges(
  deps: RebuttalDeps,
  { person, own, all, changes, former, sources }: RebuttalMatter,
  audience: DossierAudience,
  held: HeldBack,
): Promise<ToldChange[]> {
  const { file } = person;
  const knowing = {
    audience,
    standing: claimsIn(file),
    live: new Set(all.claims.map(({ id }) => id)),
    former,
    records: person.records,
    people: await personRecords(deps.db, all.claims),
    own,
    sourceOf: (id: string) => sources.get(id),
    schemaOf: (id: string) =>
      file.related.find(({ records }) => records.includes(id))?.schema ?? "Person",
    memberOf: await memberNames(deps),
  };
  return changesThatGo(changes, knowing, held);
}

/** The claims of a file that go, by id. */
function claimsIn(file: PersonPlan["file"]): Map<string, ClaimView> {
  const properties = [...file.properties, ...file.related.flatMap((one) => one.properties)];
  return new Map(properties.flatMap(({ claims }) => claims.map((one) => [one.id, one] as const)));
}
