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
import { homes } from "./shown-text.ts";

export type Verdict = "goes" | ReleaseReason;

export interface GateContext extends Pick<VaultRead, "sources" | "holds" | "notPeople"> {
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
  if (claim.statement === null || isPublicSource(source?.kind ?? "")) return "goes";
  const said = person.statements.find(({ id }) => id === claim.statement);
  // Whoever said it in a statement that is not at hand was asked by nobody.
  if (said === undefined) return "other-person";
  const speaker = said.speakerRecord;
  if (speaker === undefined || context.notPeople.has(speaker)) return "goes";
  const flag = flagFor(audience, level) as string;
  return personOf.get(speaker)?.said[flag] === "yes" ? "goes" : "other-person";
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
  const schema = person.schemas.get(claim.record) ?? "Person";
  const ref = claim.ref === null ? undefined : personOf.get(claim.ref);
  if (ref !== undefined && !named(ref.id)) return "other-person";
  const leadsTo = propertyOf(schema, claim.property)?.of;
  if (claim.ref !== null && ref === undefined && leadsTo === "Person") return "other-person";
  // Who is kin to whom is told of both or of neither; a question about several people of all or of none.
  if (schema !== "Relationship" && schema !== "Question") return "goes";
  return [...(aboutOf.get(claim.record) ?? [])].every(named) ? "goes" : "other-person";
}

export function gateReleaseStatement(
  said: StatementView,
  person: PersonRead,
  context: GateContext,
): Verdict {
  const { holds, sources, levels, aboutOf, personOf, notPeople } = context;
  if (said.withdrawn) return "not-reviewed";
  if (holds.has(said.id) || said.targets.some(({ record }) => holds.has(record))) return "on-hold";
  const source = sources.get(said.source);
  const gate = gateReleaseSource(source, "name", context);
  if (gate !== "goes") return gate;
  if (tellsSensitive(said, person)) return "sensitive";
  for (const { record } of said.targets) {
    const about = aboutOf.get(record);
    if (about === undefined && !notPeople.has(record)) return "other-person";
    for (const id of about ?? [])
      if (id !== person.id && levels.get(id) !== "name") return "other-person";
  }
  if (said.speakerRecord === undefined || isPublicSource(source?.kind ?? "")) return "goes";
  if (notPeople.has(said.speakerRecord)) return "goes";
  const speaker = personOf.get(said.speakerRecord);
  return speaker !== undefined && levels.get(speaker.id) === "name" ? "goes" : "other-person";
}

/** Aimed at something sensitive, or the words that something sensitive was read from. */
function tellsSensitive(said: StatementView, person: PersonRead): boolean {
  const { sensitive, schemas, claims } = person;
  return (
    said.targets.some(
      ({ record, property }) =>
        sensitive.has(record) ||
        (property !== undefined &&
          propertyOf(schemas.get(record) ?? "Person", property)?.sensitive === true),
    ) || claims.some(({ statement, record }) => statement === said.id && sensitive.has(record))
  );
}

/** Of something that happened at a home, what says where. */
const placesOfHome = new Set(["place", "facility", "facilityRecord", "destination", "address"]);

/** Sensitive by its property, by where it says somebody lives, or by the kind of act its record is about. */
function isSensitive(claim: LiveClaim, value: Value, person: PersonRead): boolean {
  if (person.sensitive.has(claim.record)) return true;
  const schema = person.schemas.get(claim.record) ?? "Person";
  if (propertyOf(schema, claim.property)?.sensitive === true) return true;
  const isExact = !(value.kind === "place" && value.code !== undefined);
  if (person.atHome.has(claim.record) && placesOfHome.has(claim.property)) return isExact;
  return schema === "Person" && homes.has(claim.property) && isExact;
}
