// Vaults with invented people for the tests of cases.
import { allRoles, type Actor, rightsOfAll } from "../../access/index.ts";
import { clusters } from "../../link/index.ts";
import { type DeviceId, draft, type MemberId, type RecordId } from "../../model/index.ts";
import { type Clock, createIds } from "../../runtime/index.ts";
import {
  aPerson,
  aSource,
  type engineKinds,
  id,
  newRecord,
  newSource,
  openTestLedger,
  type TestLedger,
} from "../../store/testing.ts";
import { consentTables } from "../consents/consents.tables.ts";
import type { ActDeps } from "../deps.ts";
import { proceedingTables } from "../proceedings/proceedings.tables.ts";
import { caseBoard } from "./board.ts";
import { caseTables } from "./cases.tables.ts";

export interface CaseVault {
  readonly vault: TestLedger;
  readonly deps: ActDeps;
  /** On the device that made the vault, with every right. */
  readonly actor: Actor;
  /** What the clock shows, in milliseconds since 1970; may be set. */
  readonly now: { value: number };
  /** Puts an invented person on file. */
  person(label?: string): Promise<RecordId>;
  member(name: string): Promise<MemberId>;
}

export const inventedDay = Date.UTC(2026, 2, 1, 12);

export async function openCaseVault(kind: (typeof engineKinds)[number]): Promise<CaseVault> {
  const vault = await openTestLedger(kind, {
    projections: [consentTables, caseTables, proceedingTables],
    derivations: [clusters, caseBoard],
  });
  const now = { value: inventedDay };
  const clock: Clock = () => now.value;
  const ids = createIds(clock);
  const deps = { ledger: vault.ledger, db: vault.engine.db, ids, clock };
  const source = newSource();
  await vault.ledger.append(vault.author, [aSource(source)]);
  const member = async (name: string): Promise<MemberId> => {
    const made = id("mem") as MemberId;
    await vault.ledger.append(vault.author, [
      draft("member.added", made, { id: made, name, roles: ["documenter"] }),
    ]);
    return made;
  };
  return {
    vault,
    deps,
    actor: {
      member: vault.author,
      roles: allRoles,
      rights: rightsOfAll(allRoles),
      device: vault.ledger.deps.device,
    },
    now,
    person: async (label) => {
      const record = newRecord();
      await vault.ledger.append(vault.author, [aPerson(record, source, label)]);
      return record;
    },
    member,
  };
}

/** Another laptop's device. */
export const otherDevice = (): DeviceId => createIds(() => inventedDay).next<DeviceId>("dev");
