// People and judgements for tests of this room, on the real engines. Everyone in them is invented.
import { type Actor, allRoles, rightsOf } from "../access/index.ts";
import { draft, type Draft, type RecordId, type SourceId, type Verdict } from "../model/index.ts";
import { claimTables, type Engine, peopleTables, sourceTables } from "../store/index.ts";
import {
  aClaim,
  aPerson,
  aSource,
  newRecord,
  newSource,
  openTestLedger,
  type TestLedger,
} from "../store/testing.ts";
import { clusters } from "./clusters.ts";
import { judgeRecords } from "./judge-records.ts";
import { nameTokenTable } from "./name-tokens.ts";

export { engineKinds } from "../store/testing.ts";

export interface TestLink {
  readonly vault: TestLedger;
  readonly db: Engine["db"];
  readonly source: SourceId;
  readonly actor: Actor;
  append(...drafts: Draft[]): Promise<void>;
  /** A record of a person with these names, in the order of making. */
  person(...names: string[]): Promise<RecordId>;
  judge(left: RecordId, right: RecordId, verdict: Verdict, undone?: boolean): Promise<void>;
  /** Every row of every table but the judgements themselves. */
  dump(): Promise<Record<string, string[]>>;
  end(): Promise<void>;
}

export async function openTestLink(kind: Engine["kind"]): Promise<TestLink> {
  const projections = [nameTokenTable];
  const vault = await openTestLedger(kind, { projections, derivations: [clusters] });
  const { db } = vault.engine;
  const source = newSource();
  const actor: Actor = {
    member: vault.author,
    roles: allRoles,
    rights: new Set(allRoles.flatMap((role) => rightsOf[role])),
    device: vault.ledger.deps.device,
  };
  const append = async (...drafts: Draft[]): Promise<void> => {
    await vault.ledger.append(vault.author, drafts);
  };
  await append(aSource(source));
  const tables = [claimTables, sourceTables, peopleTables, ...projections].flatMap((p) => p.tables);
  return {
    vault,
    db,
    source,
    actor,
    append,
    person: async (...names) => {
      const record = newRecord();
      await append(aPerson(record, source, names[0]), ...namesOf(record, source, names));
      return record;
    },
    judge: async (left, right, verdict, undone) => {
      await judgeRecords({ ledger: vault.ledger, db }, actor, {
        left,
        right,
        verdict,
        reason: "invented",
        undone,
      });
    },
    dump: async () => {
      const rows: Record<string, string[]> = {};
      for (const { name } of [...tables, clusters.table]) {
        if (name === "judgements") continue;
        const found = await db
          .selectFrom(name as "records")
          .selectAll()
          .execute();
        rows[name] = found.map((row) => JSON.stringify(row)).sort();
      }
      return rows;
    },
    end: () => vault.end(),
  };
}

export function namesOf(record: RecordId, source: SourceId, names: readonly string[]): Draft[] {
  return names.map((text) => aClaim(record, source, "name", { kind: "name", text }));
}

export function aJudgement(left: RecordId, right: RecordId, verdict: Verdict): Draft {
  const [first, second] = left < right ? [left, right] : [right, left];
  return draft("judgement.made", first, { left: first, right: second, verdict, reason: "" });
}
