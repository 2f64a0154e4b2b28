// What of one person may go at the level they are shown at: the rule for each claim and statement, before words are looked at.
// Invariant: default deny. A value needs the consent of everybody behind it, a review, no hold, and not to be sensitive.
import { isPublicSource } from "../../act/index.ts";
import { propertyOf, type Value } from "../../model/index.ts";
import type { LiveClaim } from "../../store/index.ts";
import type { StatementView } from "../../weigh/index.ts";
import { flagFor, type ReleaseAudience } from "./levels.ts";
import { type PersonRead, type SourceRead, valueOf, type VaultRead } from "./read-people.ts";
import type { ReleaseReason } from "./reasons.ts";
import type { NameLevel } from "./released.ts";

export type Verdict = "goes" | ReleaseReason;

export interface GateContext extends Pick<VaultRead, "sources" | "holds"> {
  readonly audience: ReleaseAudience;
  /** The person each record of a person belongs to. */
  readonly personOf: ReadonlyMap<string, PersonRead>;
  /** The people each record is about: its person, or those it points at. */
  readonly aboutOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** By person; absent: not shown. */
  readonly levels: ReadonlyMap<string, NameLevel>;
}

export function gateReleaseSource(
  source: SourceRead | undefined,
  level: NameLevel,
  { audience, holds }: Pick<GateContext, "audience" | "holds">,
): Verdict {
  if (source === undefined) return "internal";
  if (source.closed) return "closed";
  if (holds.has(source.id)) return "on-hold";
  if (isPublicSource(source.kind)) return "goes";
  const flag = flagFor(audience, level);
  const said = flag === undefined ? "never-asked" : (source.said[flag] ?? "never-asked");
  return said === "yes" ? "goes" : `source-${said}`;
}

/** The rule for a claim that needs nobody's level but the person's own: names, and what rows are made of. */
export function gateOwnClaim(
  claim: LiveClaim,
  person: PersonRead,
  level: NameLevel,
  context: Omit<GateContext, "levels">,
): Verdict {
  const value = valueOf(claim);
  if (value.kind === "sealed") return "sealed";
  if (claim.state !== "accepted") return "not-reviewed";
  const { holds, sources, personOf, audience } = context;
  const group = person.related.find(({ records }) => records.includes(claim.record));
  if ([claim.id, claim.record, ...(group?.records ?? [])].some((id) => holds.has(id)))
    return "on-hold";
  const source = sources.get(claim.source);
  const gate = gateReleaseSource(source, level, context);
  if (gate !== "goes") return gate;
  if (isSensitive(claim, value, person)) return "sensitive";
  const said = person.statements.find(({ id }) => id === claim.statement);
  const speaker = said?.speakerRecord;
  if (speaker === undefined || isPublicSource(source?.kind ?? "")) return "goes";
  const flag = flagFor(audience, level) as string;
  const who = personOf.get(speaker);
  return who === undefined || who.said[flag] === "yes" ? "goes" : "other-person";
}

export function gateReleaseClaim(
  claim: LiveClaim,
  person: PersonRead,
  level: NameLevel,
  context: GateContext,
): Verdict {
  const own = gateOwnClaim(claim, person, level, context);
  if (own !== "goes") return own;
  const { personOf, aboutOf, levels } = context;
  const named = (id: string): boolean => id === person.id || levels.get(id) === "name";
  const ref = claim.ref === null ? undefined : personOf.get(claim.ref);
  if (ref !== undefined && !named(ref.id)) return "other-person";
  // Who is kin to whom is told of both or of neither.
  if (person.schemas.get(claim.record) !== "Relationship") return "goes";
  return [...(aboutOf.get(claim.record) ?? [])].every(named) ? "goes" : "other-person";
}

export function gateReleaseStatement(
  said: StatementView,
  person: PersonRead,
  context: GateContext,
): Verdict {
  const { holds, sources, levels, aboutOf, personOf } = context;
  if (holds.has(said.id)) return "on-hold";
  const source = sources.get(said.source);
  const gate = gateReleaseSource(source, "name", context);
  if (gate !== "goes") return gate;
  const about = said.targets.flatMap(({ record }) => [...(aboutOf.get(record) ?? [])]);
  if (about.some((id) => id !== person.id && levels.get(id) !== "name")) return "other-person";
  const speaker = said.speakerRecord === undefined ? undefined : personOf.get(said.speakerRecord);
  if (speaker === undefined || isPublicSource(source?.kind ?? "")) return "goes";
  return levels.get(speaker.id) === "name" ? "goes" : "other-person";
}

const exactPlaces = new Set(["residence", "registration"]);

/** Sensitive by its property, by where it says somebody lives, or by the kind of act its record is about. */
function isSensitive(claim: LiveClaim, value: Value, person: PersonRead): boolean {
  if (person.sensitive.has(claim.record)) return true;
  const schema = person.schemas.get(claim.record) ?? "Person";
  if (propertyOf(schema, claim.property)?.sensitive === true) return true;
  return exactPlaces.has(claim.property) && !(value.kind === "place" && value.code !== undefined);
}
