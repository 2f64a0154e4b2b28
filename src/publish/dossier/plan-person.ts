// What of one person's file may go to an audience, and what of it stays.
// Invariant: headlines, origins and counts are those of what goes, not of what the vault knows.
import type { Value } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { recordFile, type RecordFile, type SeenOnly } from "../../weigh/index.ts";
import {
  type DossierAudience,
  type Gate,
  gateClaim,
  gateFile,
  gateSource,
  type HeldReason,
  type SourceFacts,
} from "../gate.ts";
import type { CandidateSource } from "./candidate-sources.ts";
import { type Everything, personRecords } from "./everything.ts";
import { type Held, HeldBack } from "./held-back.ts";

export interface PersonPlan {
  /** As it would go: weighed of what goes alone. */
  readonly file: RecordFile;
  /** Ids of what goes. */
  readonly claims: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
  /** Of sources something of which goes. */
  readonly sources: ReadonlySet<string>;
  readonly heldBack: readonly Held[];
}

export interface PersonAsk {
  readonly id: string;
  readonly all: Everything;
  readonly sources: ReadonlyMap<string, CandidateSource>;
  /** The records of everybody the dossier is about: a claim may point at these. */
  readonly going: ReadonlySet<string>;
  readonly audience: DossierAudience;
}

export async function planPerson(
  deps: { readonly db: Db; readonly clock: Clock },
  { id, all, sources, going, audience }: PersonAsk,
): Promise<PersonPlan> {
  const people = await personRecords(deps.db, all.claims);
  const held = new HeldBack();
  const claims = new Set<string>();
  for (const claim of all.claims) {
    const source = sources.get(claim.source);
    if (source === undefined) continue;
    const gate = gateClaim(
      {
        sealed: (JSON.parse(claim.value) as Value).kind === "sealed",
        accepted: claim.state === "accepted",
        anotherPerson: claim.ref !== null && people.has(claim.ref) && !going.has(claim.ref),
        source,
      },
      audience,
    );
    if (gate === "goes") claims.add(claim.id);
    else held.add("claim", gate);
  }
  const statements = new Set<string>();
  for (const said of all.statements) {
    const source = sources.get(said.source);
    const gate = source === undefined ? "internal" : gateSource(source, audience);
    if (gate === "goes") statements.add(said.id);
    else held.add("statement", gate);
  }
  const only: SeenOnly = {
    claim: (claim) => claims.has(claim.id),
    statement: (said) => statements.has(said.id),
  };
  const used = new Set<string>();
  for (const claim of all.claims) if (claims.has(claim.id)) used.add(claim.source);
  for (const said of all.statements) if (statements.has(said.id)) used.add(said.source);
  const behind = new Set([...all.claims, ...all.statements, ...all.records].map((x) => x.source));
  const told = new Set<string>();
  for (const one of behind) {
    const source = sources.get(one);
    if (source === undefined) continue;
    const gate = gateSource(source, audience);
    if (gate !== "goes") held.add("source", gate);
    if (gate !== "goes" || !used.has(one)) continue;
    told.add(one);
    const file = source.copy === undefined ? gateFile(source, audience) : "redacted";
    if (file !== "goes" && source.files.length > 0) held.add("file", file);
  }
  const records = new Set<string>();
  for (const record of all.records) {
    if (told.has(record.source)) records.add(record.id);
    else held.add("record", reasonOf(sources.get(record.source), audience));
  }
  const file = await recordFile(deps, id, only);
  return { file, claims, statements, records, sources: told, heldBack: held.list() };
}

/** The reason for a record none of whose sources goes along; where its source may go, nothing of it does. */
function reasonOf(source: SourceFacts | undefined, audience: DossierAudience): HeldReason {
  const gate: Gate = source === undefined ? "internal" : gateSource(source, audience);
  return gate === "goes" ? "not-reviewed" : gate;
}
