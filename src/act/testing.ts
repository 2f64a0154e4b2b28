// A vault for tests of what a group does for people, on the real engines. Everyone in it is invented.
import { randomBytes } from "node:crypto";
import { type Actor, allRoles, rightsOfAll, sealValue } from "../access/index.ts";
import { clusters } from "../link/index.ts";
import { type DeviceId, draft, type RecordId, type SourceId } from "../model/index.ts";
import { createIds, fixedClock } from "../runtime/index.ts";
import { deriveSealedKeys, type Engine, type Projection } from "../store/index.ts";
import {
  aClaim,
  aPerson,
  newRecord,
  newSource,
  openTestLedger,
  type TestLedger,
} from "../store/testing.ts";
import { addRecord, type NewClaim } from "../weigh/index.ts";
import { caseBoard } from "./cases/board.ts";
import { caseTables } from "./cases/cases.tables.ts";
import { consentTables } from "./consents/consents.tables.ts";
import type { InterventionDeps } from "./interventions/write-intervention.ts";

/** Noon of an invented present. */
export const now = Date.UTC(2026, 2, 1, 12);

export interface TestAct {
  readonly vault: TestLedger;
  readonly deps: InterventionDeps;
  readonly actor: Actor;
  readonly seal: (text: string) => ReturnType<typeof sealValue>;
  /** A source of this kind, its text where it has one. */
  source(kind?: string, text?: string): Promise<SourceId>;
  /** A person with this name, accepted, in a source of their own kind. */
  person(name: string, source: SourceId): Promise<RecordId>;
  record(schema: string, source: SourceId, claims: readonly NewClaim[]): Promise<RecordId>;
  end(): Promise<void>;
}

export async function openTestAct(
  kind: Engine["kind"],
  projections: readonly Projection[] = [],
): Promise<TestAct> {
  const vault = await openTestLedger(kind, {
    projections: [consentTables, caseTables, ...projections],
    derivations: [clusters, caseBoard],
  });
  const clock = fixedClock(now);
  const ids = createIds(clock);
  const texts = new Map<string, string>();
  const keys = deriveSealedKeys(randomBytes(32));
  const actor: Actor = {
    member: vault.author,
    roles: allRoles,
    rights: rightsOfAll(allRoles),
    device: ids.next<DeviceId>("dev"),
  };
  const source: TestAct["source"] = async (of = "article", text) => {
    const id = newSource();
    if (text !== undefined) texts.set(id, text);
    await vault.ledger.append(vault.author, [
      draft("source.added", id, { id, kind: of, title: `An invented ${of}` }),
    ]);
    return id;
  };
  const deps: InterventionDeps = {
    ledger: vault.ledger,
    db: vault.engine.db,
    ids,
    clock,
    textOf: (id) => Promise.resolve(texts.get(id) ?? null),
    takeIn: async ({ kind: of, text, title = "" }) => ({
      name: title,
      source: await source(of, text),
    }),
  };
  return {
    vault,
    deps,
    actor,
    seal: (text) => sealValue(text, keys),
    source,
    person: async (name, of) => {
      const record = newRecord();
      const named = aClaim(
        record,
        of,
        "name",
        { kind: "name", text: name },
        { review: "accepted" },
      );
      await vault.ledger.append(vault.author, [aPerson(record, of, name), named]);
      return record;
    },
    record: async (schema, of, claims) =>
      (await addRecord(deps, actor, { schema, source: of, label: "invented", claims }, null)).id,
    end: () => vault.end(),
  };
}
