// One property of a file: its headline, why, the origins behind it, what stands against it, and every claim.
// Invariant: the headline is the model's pure rule over these claims; nothing here prefers one value to another.
import {
  type ClaimId,
  comparable,
  explainHeadline,
  type Headline,
  headlinesOf,
  type Property,
  propertyOf,
  type RecordId,
  schemaOf,
  termOf,
  type Value,
  valueText,
  type WeighedClaim,
} from "../model/index.ts";
import type { LiveClaim } from "../store/index.ts";
import type { Gathered } from "./gather.ts";
import { factOf, type FactSide } from "./grading/fact-status.ts";
import { type Origin, originsOf } from "./origins.ts";
import type { ClaimView, PropertyView, StatementView } from "./views.ts";

/**
 * The properties these records of one schema have claims or denials for, in the order of the schema.
 * `about`: the records of the person an episode belongs to, who may be named in its place.
 */
export function propertyViews(
  schema: string,
  records: readonly string[],
  gathered: Gathered,
  about: ReadonlySet<string> = new Set(),
): PropertyView[] {
  const own = new Set(records);
  const claims = Map.groupBy(
    gathered.claims.filter((c) => own.has(c.record)),
    (c) => c.property,
  );
  const denying = speakingAgainst(
    new Set(claims.values().flatMap(statementsBehind)),
    own,
    gathered,
  );
  const names = new Set([...claims.keys(), ...deniedProperties(own, denying)]);
  const order = (schemaOf(schema)?.properties ?? []).map((p) => p.name);
  const place = (name: string): number =>
    (order.indexOf(name) + order.length + 1) % (order.length + 1);
  return [...names]
    .sort((a, b) => place(a) - place(b))
    .map((name) =>
      propertyView(schema, name, { own, about, denying }, claims.get(name) ?? [], gathered),
    );
}

interface Whose {
  readonly own: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
  /** What speaks against anything of these records. */
  readonly denying: readonly StatementView[];
}

function propertyView(
  schema: string,
  name: string,
  { own, about, denying }: Whose,
  claims: readonly LiveClaim[],
  gathered: Gathered,
): PropertyView {
  const property: Property = propertyOf(schema, name) ?? {
    name,
    label: name,
    type: "text",
    group: "other",
  };
  const denials = denialsOf(name, property, { own, about, denying }, claims);
  const values = new Map(claims.map((claim) => [claim.id, valueOf(claim, gathered)]));
  // Within one value only: who said another one is no origin of this.
  const sides = Map.groupBy(claims, (claim) => comparable(values.get(claim.id) as Value));
  const origins = [...sides.values()].flatMap((side) =>
    originsOf(
      side.map((claim) => originClaim(claim, gathered)),
      gathered.sources,
    ),
  );
  const originOf = new Map(
    origins.flatMap((origin) => origin.claims.map((claim) => [claim, origin.key] as const)),
  );
  const pin = gathered.pins.find((p) => own.has(p.record) && p.property === name);
  const weighed = claims.map((claim): WeighedClaim => {
    const against = denials.filter(
      (d) => d.statement !== claim.statement && (d.claims === null || d.claims.has(claim.id)),
    );
    const rank = claim.knows === null ? undefined : termOf("knows", claim.knows)?.rank;
    return {
      id: claim.id as ClaimId,
      value: values.get(claim.id) as Value,
      review: claim.state,
      origins: [originOf.get(claim.id) ?? claim.source],
      ...(claim.grade === null ? {} : { grade: claim.grade }),
      ...(rank === undefined ? {} : { knowsRank: rank }),
      ...(saidWhen(claim, gathered) === undefined
        ? {}
        : { said: saidWhen(claim, gathered) as string }),
      seq: claim.seq,
      ...(pin !== undefined && pin.claim === claim.id ? { pinned: { reason: pin.reason } } : {}),
      deniedBy: against.map((d) => ({
        statement: d.statement as RecordId,
        namesThePerson: d.namesThePerson,
      })),
    };
  });
  const headlines = headlinesOf(weighed, property);
  const behind = (ids: readonly string[]): Origin[] => narrowed(origins, new Set(ids));
  return {
    name,
    label: property.label,
    group: property.group,
    many: property.many === true,
    sealed: property.sealed === true,
    headlines: headlines.map((h) => ({
      text: textOf(h.value),
      value: shownValue(h.value),
      state: h.state,
      why: explainHeadline(h),
      fact: factOf(sideOf(h, weighed, behind(h.claims))),
      pinned: h.why.some((w) => w.rule === "pinned"),
      claims: h.claims,
      origins: behind(h.claims),
    })),
    others:
      property.many === true
        ? []
        : headlines.flatMap((h) => h.others.map((o) => otherView(o, behind(o.claims)))),
    denials: denials.map(({ claims: _claims, ...denial }) => denial),
    claims: claims.map((claim) => claimView(claim, values.get(claim.id) as Value, gathered)),
  };
}

function otherView(
  { value, claims }: Pick<Headline, "value" | "claims">,
  origins: readonly Origin[],
): PropertyView["others"][number] {
  return { text: textOf(value), claims, origins };
}

function sideOf(
  { state, claims }: Headline,
  weighed: readonly WeighedClaim[],
  origins: readonly Origin[],
): FactSide {
  const behind = new Set(claims);
  return {
    state,
    origins,
    claims: weighed
      .filter(({ id }) => behind.has(id))
      .map(({ id, review, grade }) => ({ id, accepted: review === "accepted", grade })),
  };
}

function narrowed(origins: readonly Origin[], claims: ReadonlySet<string>): Origin[] {
  return origins.flatMap((origin) => {
    const kept = origin.claims.filter((claim) => claims.has(claim));
    return kept.length === 0 ? [] : [{ ...origin, claims: kept }];
  });
}

/** The claim's value; a pointer at a record points at the person, place or episode that record belongs to. */
function valueOf(claim: LiveClaim, gathered: Gathered): Value {
  const value = JSON.parse(claim.value) as Value;
  if (value.kind !== "ref") return value;
  return { ...value, record: (gathered.persons.get(value.record) ?? value.record) as RecordId };
}

interface PropertyDenial {
  readonly statement: string;
  readonly speaker: string;
  readonly content: string;
  readonly stance: StatementView["stance"];
  readonly namesThePerson: boolean;
  /** The claims it speaks against; null: every claim of the property. */
  readonly claims: ReadonlySet<string> | null;
}

const against = new Set(["denies", "reframes", "declines"]);

/** Statements that stand against this property: those that name the file and property, and those that answer a statement behind a claim. */
function denialsOf(
  name: string,
  property: Property,
  { own, about, denying }: Whose,
  claims: readonly LiveClaim[],
): PropertyDenial[] {
  const denials: PropertyDenial[] = [];
  // A denial of the whole episode ("she was never held") speaks against what is said to have happened.
  const whole = property.name === "kind";
  for (const statement of denying) {
    const targets = statement.targets.filter((t) => own.has(t.record));
    const names = targets.some((t) => t.property === name || (t.property === undefined && whole));
    // One that names this file speaks of what it names; one that names nobody here may still answer a statement.
    const answered =
      targets.length > 0
        ? []
        : claims.filter(
            (c) => c.statement !== null && statement.answers.some((a) => a.id === c.statement),
          );
    if (!names && answered.length === 0) continue;
    // It denies what was said of the person, by the person's name: this very case, though it names no episode.
    const byName = statement.targets.some((t) => t.property === undefined && about.has(t.record));
    denials.push({
      statement: statement.id,
      speaker: statement.speaker,
      content: statement.content,
      stance: statement.stance,
      // Only an outright denial of this very case disputes it; a reframing of the policy is shown and does not.
      namesThePerson: statement.stance === "denies" && (names || byName),
      claims: names ? null : new Set(answered.map((c) => c.id)),
    });
  }
  return denials;
}

function deniedProperties(own: ReadonlySet<string>, denying: readonly StatementView[]): string[] {
  return denying.flatMap((s) =>
    s.targets.flatMap((t) => (own.has(t.record) && t.property !== undefined ? [t.property] : [])),
  );
}

const statementsBehind = (claims: readonly LiveClaim[]): string[] =>
  claims.flatMap(({ statement }) => statement ?? []);

/** What speaks against one of these records, or answers a statement behind one of their claims. */
function speakingAgainst(
  behind: ReadonlySet<string>,
  own: ReadonlySet<string>,
  { statements }: Gathered,
): StatementView[] {
  return [...statements.values()].filter(
    ({ stance, targets, answers }) =>
      against.has(stance) &&
      (targets.some(({ record }) => own.has(record)) || answers.some(({ id }) => behind.has(id))),
  );
}

/** A claim as the walk to the origins sees it. */
export function originClaim(
  claim: LiveClaim,
  gathered: Gathered,
): Parameters<typeof originsOf>[0][number] {
  const statement = claim.statement === null ? undefined : gathered.statements.get(claim.statement);
  if (statement === undefined || statement.speaker === "")
    return { claim: claim.id, source: claim.source };
  const person =
    statement.speakerRecord === undefined
      ? undefined
      : (gathered.persons.get(statement.speakerRecord) ?? statement.speakerRecord);
  return { claim: claim.id, source: claim.source, speaker: { person, words: statement.speaker } };
}

function saidWhen(claim: LiveClaim, gathered: Gathered): string | undefined {
  const statement = claim.statement === null ? undefined : gathered.statements.get(claim.statement);
  return claim.said ?? statement?.said ?? gathered.sources.get(claim.source)?.published;
}

function claimView(claim: LiveClaim, value: Value, gathered: Gathered): ClaimView {
  const statement = claim.statement === null ? undefined : gathered.statements.get(claim.statement);
  const source = gathered.sources.get(claim.source);
  const said = saidWhen(claim, gathered);
  return {
    id: claim.id,
    record: claim.record,
    property: claim.property,
    value: shownValue(value),
    text: textOf(value),
    review: claim.state,
    source: claim.source,
    sourceTitle: source?.title ?? "",
    ...(source?.published === undefined ? {} : { published: source.published }),
    ...(claim.passage === null
      ? {}
      : { passage: JSON.parse(claim.passage) as NonNullable<ClaimView["passage"]> }),
    ...(claim.statement === null ? {} : { statement: claim.statement }),
    ...(statement === undefined ? {} : { speaker: statement.speaker, stance: statement.stance }),
    ...(claim.knows === null ? {} : { knows: claim.knows }),
    ...(said === undefined ? {} : { said }),
    ...(claim.grade === null ? {} : { grade: claim.grade }),
    by: gathered.members.get(claim.author) ?? claim.author,
    at: claim.at,
    seq: claim.reviewSeq ?? claim.seq,
    reviewSeq: claim.reviewSeq,
    ...(claim.batch === null ? {} : { batch: claim.batch }),
  };
}

/** A sealed value without its cipher: whoever may open it asks for it by its claim. */
function shownValue(value: Value): Value {
  return value.kind === "sealed" ? { ...value, cipher: "" } : value;
}

function textOf(value: Value): string {
  return value.kind === "sealed" ? "sealed" : valueText(value);
}

/** How many values stand against each other in these properties. */
export function contradictions(properties: readonly PropertyView[]): number {
  const sides = (p: PropertyView): number =>
    p.many ? 0 : new Set(p.claims.map((c) => comparable(c.value))).size;
  return properties.filter((p) => sides(p) > 1 || p.denials.some((d) => d.namesThePerson)).length;
}
