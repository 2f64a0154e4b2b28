// Takes from the vault what the rules of findings look at.
// Invariant: standing claims only, of all records judged the same; nothing is chosen between.
import type { Value } from "../../model/index.ts";
import { clusterOf } from "../../link/index.ts";
import { claimsPointingAt, type Db, type LiveClaim, liveClaims } from "../../store/index.ts";
import { ageIn } from "../consents/age.ts";
import { listConsents } from "../consents/list-consents.ts";
import { dayOf, type ReadDeps } from "../cases/case-items.ts";
import { openCasesOf } from "../cases/list-cases.ts";
import type { BareCase } from "../cases/show-case.ts";
import type { CaseFacts, DateFact, PersonFacts } from "./facts.ts";

/** `record`: any record of the person. */
export async function personFacts(deps: ReadDeps, record: string): Promise<PersonFacts> {
  const { db, clock } = deps;
  const records = await clusterOf(db, record);
  const person = records[0] as string;
  const claims = await liveClaims(db, records);
  const pointing = await pointingClusters(db, records);
  const of = (schema: string): (readonly LiveClaim[])[] =>
    pointing.filter((one) => one.schema === schema).map((one) => one.claims);
  const consents = await listConsents(deps, records);
  return {
    person,
    born: datesIn(claims, "birthDate"),
    aliveOn: datesIn(claims, "lastConfirmedAlive"),
    child: ageIn(claims, dayOf(clock()))?.child ?? false,
    episodes: of("Episode").map((own) => ({
      record: own[0]?.record ?? "",
      death: codesIn(own, "kind").some(({ code }) => code === "died"),
      from: datesIn(own, "from"),
      to: datesIn(own, "to"),
    })),
    proceedings: of("Proceeding").map((own) => ({
      record: own[0]?.record ?? "",
      hearings: datesIn(own, "hearing"),
      removals: datesIn(own, "removalDate"),
      outcomes: codesIn(own, "outcome"),
    })),
    interventions: of("Intervention").map((own) => ({
      record: own[0]?.record ?? "",
      due: datesIn(own, "due"),
      replied: replyIn(own) !== undefined,
    })),
    consents: consents.map(({ id, giver, audiences, until, state }) => ({
      id,
      giver,
      audiences,
      state,
      ...(until === undefined ? {} : { until }),
    })),
    openCases: (await openCasesOf(db, [person])).get(person) ?? [],
  };
}

/** From a case read before. */
export async function caseFacts(db: Db, one: BareCase): Promise<CaseFacts> {
  const twins = await db
    .selectFrom("cases")
    .select("id")
    .where("number", "=", one.number)
    .where("id", "!=", one.id)
    .execute();
  const replies = await repliesTo(
    db,
    one.deadlines.flatMap(({ claim }) => claim ?? []),
  );
  return {
    id: one.id,
    open: one.status !== "closed",
    people: one.people.map(({ id }) => id),
    twins: twins.map(({ id }) => id),
    deadlines: one.deadlines.map(({ id, kind, state, overdue, at, claim }) => ({
      id,
      kind,
      waits: state === "open" || state === "moved",
      overdue,
      doubt: at.doubt,
      ...replyOf(replies.get(claim ?? "")),
      stated: [at.day, at.time ?? "", at.zone, at.fold ?? "", state].join(" "),
    })),
  };
}

const replyOf = (reply: readonly [string, string] | undefined) =>
  reply === undefined ? {} : { reply };

/** The replies to interventions, by the claims that say when they were due. */
async function repliesTo(
  db: Db,
  claims: readonly string[],
): Promise<Map<string, readonly [string, string]>> {
  const replies = new Map<string, readonly [string, string]>();
  for (let i = 0; i < claims.length; i += 400) {
    const rows = await db
      .selectFrom("claims")
      .innerJoin("records", "records.id", "claims.record")
      .select(["claims.id", "claims.record"])
      .where("claims.id", "in", claims.slice(i, i + 400))
      .where("claims.property", "=", "due")
      .where("records.schema", "=", "Intervention")
      .execute();
    for (const { id, record } of rows) {
      const reply = replyIn(await liveClaims(db, await clusterOf(db, record)));
      if (reply !== undefined) replies.set(id, reply);
    }
  }
  return replies;
}

/** The claim by which something was replied, and what it says; that none came is no reply. */
function replyIn(claims: readonly LiveClaim[]): readonly [string, string] | undefined {
  const [coded] = codesIn(claims, "reply").filter(({ code }) => code !== "none");
  if (coded !== undefined) return [coded.claim, coded.code];
  const said = claims.find(({ property }) => property === "replyDate" || property === "replyWords");
  return said === undefined ? undefined : [said.id, ""];
}

interface Pointing {
  readonly schema: string;
  readonly claims: readonly LiveClaim[];
}

/** The clusters of records that point at the person, with all their standing claims. */
async function pointingClusters(db: Db, records: readonly string[]): Promise<Pointing[]> {
  const own = new Set(records);
  const heads = new Map<string, readonly string[]>();
  const placed = new Set<string>();
  for (const { record } of await claimsPointingAt(db, records)) {
    if (own.has(record) || placed.has(record)) continue;
    const group = await clusterOf(db, record);
    for (const member of group) placed.add(member);
    heads.set(group[0] as string, group);
  }
  const ids = [...heads.keys()];
  const schemas = new Map<string, string>();
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .select(["id", "schema"])
      .where("id", "in", ids.slice(i, i + 400))
      .execute();
    for (const { id, schema } of rows) schemas.set(id, schema);
  }
  const claims = Map.groupBy(
    await liveClaims(db, [...heads.values()].flat()),
    ({ record }) => record,
  );
  return [...heads].map(([head, group]) => ({
    schema: schemas.get(head) ?? "",
    claims: group.flatMap((record) => claims.get(record) ?? []),
  }));
}

function datesIn(claims: readonly LiveClaim[], wanted: string): DateFact[] {
  return claims.flatMap(({ id, property, value }) => {
    if (property !== wanted) return [];
    const parsed = JSON.parse(value) as Value;
    return parsed.kind === "date" ? [{ claim: id, edtf: parsed.edtf }] : [];
  });
}

function codesIn(claims: readonly LiveClaim[], wanted: string): { claim: string; code: string }[] {
  return claims.flatMap(({ id, property, value }) => {
    if (property !== wanted) return [];
    const parsed = JSON.parse(value) as Value;
    return parsed.kind === "code" ? [{ claim: id, code: parsed.code }] : [];
  });
}
