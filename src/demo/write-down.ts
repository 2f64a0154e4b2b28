// What one source says is written down: records, then statements about them, then the claims that rest on those.
// Invariant: every claim carries the passage its words stand in; nothing here goes round the ordinary steps.
import { type ClaimId, propertyOf, type SourceId, type Value } from "../model/index.ts";
import { addClaims, addRecord, type NewClaim } from "../weigh/index.ts";
import { findPassage } from "./find-passage.ts";
import { inside, known } from "./key-book.ts";
import type { ClaimPlan, RecordPlan, SourcePlan, ValuePlan } from "./plan.ts";
import { writeStatement } from "./write-statement.ts";
import type { Workbench } from "./workbench.ts";

/** Throws DemoError when a plan's words or names are not there, and what the steps throw. */
export async function writeDown(
  bench: Workbench,
  plan: SourcePlan,
  source: SourceId,
): Promise<void> {
  const later: { record: RecordPlan; claims: readonly ClaimPlan[] }[] = [];
  for (const record of plan.records ?? []) {
    // Someone a testimony names is on file already.
    const opened = bench.book.records.has(`${plan.key}/${record.as}`);
    const ready = opened ? [] : record.claims.filter((claim) => statementOf(plan, claim) === null);
    if (!opened) await open(bench, plan, source, { ...record, claims: ready });
    const rest = record.claims.filter((claim) => !ready.includes(claim));
    if (rest.length > 0) later.push({ record, claims: rest });
  }
  for (const statement of plan.statements ?? [])
    await writeStatement(bench, plan, source, statement);
  for (const { record, claims } of later) {
    const id = known(bench.book.records, `${plan.key}/${record.as}`);
    const made = await newClaims(bench, plan, source, claims);
    const ids = await addClaims(
      bench.weigh,
      bench.actor(plan.by),
      { record: id, source, claims: made },
      sealFor(bench, record),
    );
    note(bench, claims, ids);
  }
}

async function open(
  bench: Workbench,
  plan: SourcePlan,
  source: SourceId,
  record: RecordPlan,
): Promise<void> {
  const claims = await newClaims(bench, plan, source, record.claims);
  const { id, claims: ids } = await addRecord(
    bench.weigh,
    bench.actor(plan.by),
    { schema: record.schema, source, label: record.label, claims },
    sealFor(bench, record),
  );
  bench.book.records.set(`${plan.key}/${record.as}`, id);
  note(bench, record.claims, ids);
}

async function newClaims(
  bench: Workbench,
  plan: SourcePlan,
  source: SourceId,
  claims: readonly ClaimPlan[],
): Promise<NewClaim[]> {
  const text = await bench.textOf(source);
  return claims.map((claim) => {
    const statement = statementOf(plan, claim);
    const knows = claim.knows ?? plan.knows;
    return {
      property: claim.property,
      value: valueOf(bench, plan, claim.value),
      passage: findPassage(text, claim, plan.key),
      statement:
        statement === null ? undefined : known(bench.book.statements, inside(plan.key, statement)),
      knows,
      said: claim.said,
    };
  });
}

function statementOf(plan: SourcePlan, claim: ClaimPlan): string | null {
  return claim.via === undefined ? (plan.voice ?? null) : claim.via;
}

function valueOf(bench: Workbench, plan: SourcePlan, value: ValuePlan): Value {
  if (value.kind !== "to") return value;
  return { kind: "ref", record: known(bench.book.records, inside(plan.key, value.to)) };
}

function sealFor(bench: Workbench, record: RecordPlan): Workbench["seal"] | null {
  return record.claims.some((claim) => propertyOf(record.schema, claim.property)?.sealed === true)
    ? bench.seal
    : null;
}

function note(bench: Workbench, claims: readonly ClaimPlan[], ids: readonly ClaimId[]): void {
  for (const [i, { key }] of claims.entries())
    if (key !== undefined) bench.book.claims.set(key, ids[i] as ClaimId);
}
