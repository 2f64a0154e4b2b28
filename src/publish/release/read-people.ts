// Everybody in the vault with all that stands about them, before anybody asked to whom it may go.
// Invariant: read only, and only for the gate: nothing here is in a release as it stands.
import { ageIn, type Consented } from "../../act/index.ts";
import { clustersOf, everyPerson } from "../../link/index.ts";
import { termOf, type Value } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import { closedSources, type Db, type LiveClaim, wholeDb } from "../../store/index.ts";
import { recordFiles, type StatementView } from "../../weigh/index.ts";
import { describedSources } from "../dossier/candidate-sources.ts";
import { type ReleaseAudience, saidToFlags } from "./levels.ts";
import { readThings, type ThingRead } from "./read-things.ts";

export type ReadDeps = { readonly db: Db; readonly clock: Clock };

export interface PersonRead {
  /** The oldest of the records. */
  readonly id: string;
  readonly records: readonly string[];
  /** Of the person and of what points there. */
  readonly claims: readonly LiveClaim[];
  readonly statements: readonly StatementView[];
  readonly related: readonly {
    readonly id: string;
    readonly schema: string;
    readonly records: readonly string[];
  }[];
  /** What each record that points at the person is. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Records about an act of which nothing is told by default. */
  readonly sensitive: ReadonlySet<string>;
  /** Records of what happened at somebody's home. */
  readonly atHome: ReadonlySet<string>;
  readonly said: Readonly<Record<string, Consented>>;
  readonly child: boolean;
}

export interface SourceRead {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
  readonly files: readonly string[];
  readonly said: Readonly<Record<string, Consented>>;
  readonly closed: boolean;
}

export interface VaultRead {
  readonly people: readonly PersonRead[];
  /** Figures, questions and places. */
  readonly things: readonly ThingRead[];
  readonly sources: ReadonlyMap<string, SourceRead>;
  /** Ids of records, sources and claims on which a hold stands. */
  readonly holds: ReadonlySet<string>;
  /** Speakers and targets of statements that are known to be no people: organisations, places, questions. */
  readonly notPeople: ReadonlySet<string>;
}

export const valueOf = (claim: Pick<LiveClaim, "value">): Value => JSON.parse(claim.value) as Value;

export async function readVault(deps: ReadDeps, audience: ReleaseAudience): Promise<VaultRead> {
  const ids = [...new Set(await everyPerson(deps.db))].sort();
  const bare: Omit<PersonRead, "said" | "atHome">[] = [];
  const today = new Date(deps.clock()).toISOString().slice(0, 10);
  const claims: LiveClaim[] = [];
  const statements = new Map<string, StatementView>();
  const files = recordFiles(deps, ids, {
    claim: (claim) => claims.push(claim) > 0,
    statement: (said) => statements.set(said.id, said).size > 0,
  });
  for await (const file of files) {
    const own = new Set(file.records.map(({ id }) => id));
    bare.push({
      id: file.id,
      records: [...own],
      claims: [...claims],
      statements: [...statements.values()],
      related: file.related.map(({ id, schema, records }) => ({ id, schema, records })),
      schemas: new Map(file.related.flatMap((one) => one.records.map((id) => [id, one.schema]))),
      sensitive: sensitiveRecords(claims, file.related),
      child:
        ageIn(
          claims.filter(({ record }) => own.has(record)),
          today,
        )?.child === true,
    });
    claims.length = 0;
    statements.clear();
  }
  const groups = await wholePeople(deps.db, bare);
  const whole = { ...deps, db: wholeDb(deps.db) };
  const said = await saidToFlags(whole, audience, groups);
  const things = await readThings(deps);
  const homes = homesOf(things);
  const people = bare.map((one) => ({
    ...one,
    said: said.get(one.id) ?? {},
    atHome: recordsAtHome(one.claims, homes),
  }));
  const used = [...people, ...things].flatMap((one) =>
    [...one.claims, ...one.statements].map((x) => x.source),
  );
  return {
    people,
    things,
    sources: await readSources(deps, audience, [...new Set(used)].sort()),
    holds: await standingHolds(deps.db),
    notPeople: await notPeople(
      deps.db,
      [...people, ...things].flatMap(({ statements: said }) => said),
    ),
  };
}

const homeKinds = new Set(["house-arrest", "searched", "surveillance"]);

/** Places that anybody calls a home. */
const homesOf = (things: readonly ThingRead[]): ReadonlySet<string> =>
  new Set(
    things.flatMap(({ schema, claims, records }) =>
      schema === "Place" && claims.some((claim) => isCode(claim, "home")) ? records : [],
    ),
  );

const isCode = (claim: LiveClaim, ...codes: readonly string[]): boolean => {
  const value = valueOf(claim);
  return claim.property === "kind" && value.kind === "code" && codes.includes(value.code);
};

/** Records of house arrest and the like, and those that lead to a home. */
function recordsAtHome(
  claims: readonly LiveClaim[],
  homes: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    claims.flatMap((claim) =>
      isCode(claim, ...homeKinds) || (claim.ref !== null && homes.has(claim.ref))
        ? [claim.record]
        : [],
    ),
  );
}

async function notPeople(
  db: Db,
  statements: readonly StatementView[],
): Promise<ReadonlySet<string>> {
  const ids = [
    ...new Set(
      statements.flatMap(({ speakerRecord, targets }) => [
        ...(speakerRecord === undefined ? [] : [speakerRecord]),
        ...targets.map(({ record }) => record),
      ]),
    ),
  ];
  const found = new Set<string>();
  for (let i = 0; i < ids.length; i += 400)
    for (const { id } of await db
      .selectFrom("records")
      .select("id")
      .where("id", "in", ids.slice(i, i + 400))
      .where("schema", "!=", "Person")
      .execute())
      found.add(id);
  return found;
}

/** Records with a sensitive kind of act, whoever says so, and those that point at one. */
function sensitiveRecords(
  claims: readonly LiveClaim[],
  related: readonly { readonly records: readonly string[] }[],
): ReadonlySet<string> {
  const acts = claims.filter((claim) => {
    const value = valueOf(claim);
    return value.kind === "code" && termOf(value.vocabulary, value.code)?.sensitive === true;
  });
  const direct = new Set(acts.map(({ record }) => record));
  const groups = related.filter(({ records }) => records.some((id) => direct.has(id)));
  const all = new Set([...direct, ...groups.flatMap(({ records }) => records)]);
  for (const { record, ref } of claims) if (ref !== null && all.has(ref)) all.add(record);
  return all;
}

async function readSources(
  deps: ReadDeps,
  audience: ReleaseAudience,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SourceRead>> {
  const known = await describedSources(deps.db, ids);
  const said = await saidToFlags(
    deps,
    audience,
    known.map(({ id }) => [id]),
  );
  const closed = await closedSources(deps.db);
  return new Map(
    known.map((source) => [
      source.id,
      { ...source, said: said.get(source.id) ?? {}, closed: closed.has(source.id) },
    ]),
  );
}

/**
 * All records of each person, those of closed sources too, the person's id first: what was said or withdrawn of any of them, and a
 * hold on any of them, counts for the whole person, whoever asks.
 */
async function wholePeople(
  db: Db,
  people: readonly { readonly id: string }[],
): Promise<readonly (readonly string[])[]> {
  const ids = people.map(({ id }) => id);
  const clusters = await clustersOf(wholeDb(db), ids);
  return ids.map((id) => [id, ...(clusters.get(id) ?? []).filter((other) => other !== id)]);
}

/** What a hold stands on; of a record, every record judged the same. */
async function standingHolds(db: Db): Promise<ReadonlySet<string>> {
  const whole = wholeDb(db);
  const rows = await whole.selectFrom("holds").select("about").where("stands", "=", 1).execute();
  const held = rows.map(({ about }) => about);
  const records = held.filter((id) => id.startsWith("rec_"));
  const clusters = await clustersOf(whole, records);
  return new Set([...held, ...[...clusters.values()].flat()]);
}
