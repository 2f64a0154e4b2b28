// What a dossier about one record would hold, and what is held back: worked out before anything is written.
// Invariant: headlines, origins and counts are those of what goes, not of what the vault knows; nothing held back is in the plan but
// a reason and a number.
import type { Consented } from "../../act/index.ts";
import { consented } from "../../act/index.ts";
import { confirmedPictures } from "../../collect/index.ts";
import { clusterOf } from "../../link/index.ts";
import type { FileHash, Value } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { recordFile, type RecordFile, type SeenOnly } from "../../weigh/index.ts";
import { everything, personRecords, sourcesOf } from "./everything.ts";
import { PublishError } from "../errors.ts";
import {
  type DossierAudience,
  type Gate,
  gateClaim,
  gateFile,
  gateSource,
  type HeldReason,
  type SourceFacts,
} from "../gate.ts";

export interface PlannedSource {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
  /** The kept files that go along: the original, and its text. */
  readonly files: readonly FileHash[];
}

export interface Held {
  readonly what: "claim" | "statement" | "source" | "file" | "record";
  readonly reason: HeldReason;
  readonly count: number;
}

export interface DossierPlan {
  readonly audience: DossierAudience;
  readonly file: RecordFile;
  readonly sources: readonly PlannedSource[];
  /** Ids of what goes. */
  readonly claims: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
  readonly heldBack: readonly Held[];
  /** Sources that stay for want of consent, for those who may ask for it; never written to a dossier. */
  readonly unasked: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
  }[];
  /** What the person's own consent says. */
  readonly consent: Consented;
}

type Deps = { readonly db: Db; readonly clock: Clock };

/** Throws WeighError `weigh/no-such-record`; PublishError `publish/no-consent` where the person's own consent does not cover the audience. */
export async function planDossier(
  deps: Deps,
  id: string,
  audience: DossierAudience,
): Promise<DossierPlan> {
  const { db } = deps;
  const cluster = await clusterOf(db, id);
  const [consent = "never-asked"] = await consented(deps, audience, [cluster]);
  if (audience !== "inside" && consent !== "yes") throw noConsent(consent);

  const all = await everything(deps, id);
  const sources = await sourcesOf(deps, all, audience);
  const people = await personRecords(db, all.claims);
  const own = new Set(cluster);
  const held = new HeldBack();

  const claims = new Set<string>();
  for (const claim of all.claims) {
    const source = sources.get(claim.source);
    if (source === undefined) continue;
    const gate = gateClaim(
      {
        sealed: (JSON.parse(claim.value) as Value).kind === "sealed",
        accepted: claim.state === "accepted",
        anotherPerson: claim.ref !== null && people.has(claim.ref) && !own.has(claim.ref),
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
  const file = await recordFile(deps, id, only);
  const used = new Set<string>();
  for (const claim of all.claims) if (claims.has(claim.id)) used.add(claim.source);
  for (const said of all.statements) if (statements.has(said.id)) used.add(said.source);
  const confirmed = await confirmedPictures(db, cluster);
  const planned: PlannedSource[] = [];
  const unasked: DossierPlan["unasked"][number][] = [];
  for (const source of sources.values()) {
    const gate = gateSource(source, audience);
    if (gate !== "goes") {
      held.add("source", gate);
      unasked.push({ id: source.id, title: source.title, kind: source.kind });
    }
    if (gate !== "goes" || !used.has(source.id)) continue;
    const files = gateFile({ ...source, confirmed: confirmed.has(source.id) }, audience);
    if (files !== "goes" && source.files.length > 0) held.add("file", files);
    const { consent: _consent, ...shown } = source;
    planned.push({ ...shown, files: files === "goes" ? source.files : [] });
  }
  const goes = new Set(planned.map((source) => source.id));
  const records = new Set<string>();
  for (const record of all.records) {
    if (goes.has(record.source)) records.add(record.id);
    else held.add("record", gateOf(sources.get(record.source), audience));
  }
  return {
    audience,
    file,
    sources: planned,
    claims,
    statements,
    records,
    heldBack: held.list(),
    unasked,
    consent,
  };
}

/** The reason for a record none of whose sources goes along; where its source may go, nothing of it does. */
function gateOf(source: SourceFacts | undefined, audience: DossierAudience): HeldReason {
  const gate: Gate = source === undefined ? "internal" : gateSource(source, audience);
  return gate === "goes" ? "not-reviewed" : gate;
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

/** Counts what is held back, by what it is and why. */
class HeldBack {
  readonly #counts = new Map<string, Held>();
  add(what: Held["what"], reason: HeldReason): void {
    const key = `${what} ${reason}`;
    this.#counts.set(key, { what, reason, count: (this.#counts.get(key)?.count ?? 0) + 1 });
  }
  list(): Held[] {
    return [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held);
  }
}
