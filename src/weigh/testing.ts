// A vault's worth of dependencies for tests of this room, on the real engines. Everyone in them is invented.
import { randomBytes } from "node:crypto";
import { type Actor, type Right, rightsOf, sealValue } from "../access/index.ts";
import { clusters, judgeRecords, nameTokenTable } from "../link/index.ts";
import {
  type ClaimId,
  draft,
  type Draft,
  type MemberId,
  type Passage,
  type RecordId,
  type Role,
  type SourceId,
  type Stance,
  type Verdict,
} from "../model/index.ts";
import { createIds, fixedClock } from "../runtime/index.ts";
import { deriveSealedKeys, type Engine, type Projection } from "../store/index.ts";
import { newSource, openTestLedger, type TestLedger } from "../store/testing.ts";
import { addClaims, addRecord, type NewClaim } from "./add-record.ts";
import { addStatement, type StatementEdit } from "./add-statement.ts";
import type { Seal } from "./claim-values.ts";
import type { WeighDeps } from "./deps.ts";
import { episodePlaceTable } from "./network/episode-places.ts";
import { gradingTables } from "./grading/grading.tables.ts";
import { recordFile } from "./record-file.ts";
import type { PropertyView, RecordFile } from "./views.ts";

export { engineKinds } from "../store/testing.ts";

/** Noon of an invented present, for "since when there is no news". */
export const now = Date.UTC(2021, 5, 1, 12);

export interface TestWeigh {
  readonly vault: TestLedger;
  readonly deps: WeighDeps;
  readonly seal: Seal;
  readonly everyone: Actor;
  /** Another member, with these roles. */
  as(...roles: readonly Role[]): Actor;
  append(...drafts: Draft[]): Promise<void>;
  /** A source; `relays` are sources it repeats. */
  source(
    title: string,
    more?: { text?: string; published?: string; relays?: readonly SourceId[] },
  ): Promise<SourceId>;
  person(source: SourceId, name: string, ...claims: NewClaim[]): Promise<RecordId>;
  episode(
    source: SourceId,
    person: RecordId,
    ...claims: NewClaim[]
  ): Promise<{ id: RecordId; claims: ClaimId[] }>;
  claim(record: RecordId, source: SourceId, claim: NewClaim): Promise<ClaimId>;
  statement(
    source: SourceId,
    stance: Stance,
    more?: StatementEdit & { passage?: Passage },
  ): Promise<RecordId>;
  judge(left: RecordId, right: RecordId, verdict: Verdict): Promise<void>;
  file(record: RecordId): Promise<RecordFile>;
  end(): Promise<void>;
}

export async function openTestWeigh(
  kind: Engine["kind"],
  more: readonly Projection[] = [],
): Promise<TestWeigh> {
  const vault = await openTestLedger(kind, {
    projections: [nameTokenTable, episodePlaceTable, gradingTables, ...more],
    derivations: [clusters],
  });
  const { db } = vault.engine;
  const texts = new Map<string, string>();
  const ids = createIds(vault.ledger.deps.clock);
  const deps: WeighDeps = {
    ledger: vault.ledger,
    db,
    ids,
    clock: fixedClock(now),
    textOf: (source) => Promise.resolve(texts.get(source) ?? null),
  };
  const sealed = deriveSealedKeys(randomBytes(32));
  const seal: Seal = (text) => sealValue(text, sealed);
  const actor = (member: MemberId, roles: readonly Role[]): Actor => ({
    member,
    roles,
    rights: new Set<Right>(roles.flatMap((role) => rightsOf[role])),
    device: vault.ledger.deps.device,
  });
  const all: readonly Role[] = ["documenter", "analyst", "reviewer", "publisher", "keeper"];
  const everyone = actor(vault.author, all);
  const append = async (...drafts: Draft[]): Promise<void> => {
    await vault.ledger.append(vault.author, drafts);
  };
  await append(
    draft("member.added", vault.author, {
      id: vault.author,
      name: "Aida Invented",
      roles: [...all],
    }),
  );
  return {
    ...factories({ vault, deps, seal, everyone, append }, texts),
    as: (...roles) => actor(ids.next<MemberId>("mem"), roles),
    end: () => vault.end(),
  };
}

type Made = "source" | "person" | "episode" | "claim" | "statement" | "judge" | "file";

/** What puts things into the vault by the room's own steps. */
function factories<T extends Pick<TestWeigh, "vault" | "deps" | "seal" | "everyone" | "append">>(
  vault: T,
  texts: Map<string, string>,
): T & Pick<TestWeigh, Made> {
  const { deps, seal, everyone, append } = vault;
  const record = async (schema: string, source: SourceId, label: string, claims: NewClaim[]) =>
    addRecord(deps, everyone, { schema, source, label, claims }, seal);
  return {
    ...vault,
    source: async (title, { text, published, relays = [] } = {}) => {
      const id = newSource();
      if (text !== undefined) texts.set(id, text);
      await append(
        draft("source.added", id, { id, kind: "article", title }),
        draft("source.described", id, {
          id,
          ...(published === undefined ? {} : { published: { value: published } }),
          relays: relays.map((relayed) => ({ source: relayed, words: "an invented source" })),
        }),
      );
      return id;
    },
    person: async (source, name, ...claims) => {
      const named: NewClaim = { property: "name", value: { kind: "name", text: name } };
      return (await record("Person", source, name, [named, ...claims])).id;
    },
    episode: async (source, person, ...claims) => {
      const of: NewClaim = { property: "person", value: { kind: "ref", record: person } };
      return record("Episode", source, "An invented episode", [of, ...claims]);
    },
    claim: async (id, source, claim) => {
      const input = { record: id, source, claims: [claim] };
      return (await addClaims(deps, everyone, input, seal))[0] as ClaimId;
    },
    statement: async (source, stance, more = {}) =>
      (
        await addStatement(deps, everyone, {
          ...more,
          passage: more.passage ?? {},
          content: more.content ?? "invented words",
          source,
          stance,
        })
      ).id,
    judge: async (left, right, verdict) => {
      await judgeRecords(deps, everyone, { left, right, verdict, reason: "invented" });
    },
    file: (id) => recordFile(deps, id),
  };
}

/** The property of this name in a file, or in one of its related records. */
export function propertyIn(
  views: { readonly properties: readonly PropertyView[] } | undefined,
  name: string,
): PropertyView {
  const found = views?.properties.find((property) => property.name === name);
  if (found === undefined) throw new Error(`There is no property ${name} here.`);
  return found;
}

/** A claim of a code, as a picker gives it. */
export const coded = (property: string, vocabulary: string, code: string): NewClaim => ({
  property,
  value: { kind: "code", vocabulary, code },
});
export const camp = coded("kind", "episode-kind", "camp");
