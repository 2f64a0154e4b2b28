// What one row would do to the vault: records and claims to add, claims to replace, or nothing.
// Invariant: the dry run and the import plan rows by this one function, so what was shown is what happens.
import {
  type BatchId,
  type ClaimId,
  comparable,
  draft,
  type Draft,
  type RecordId,
  type SourceId,
  valueText,
} from "../../model/index.ts";
import type { Ids } from "../../runtime/index.ts";
import type { RowOutcome, RowReport } from "../views.ts";
import type { KnownClaim, KnownRecord } from "./known-rows.ts";
import type { ReadRecord, ReadRow, ReadValue } from "./read-row.ts";

export interface RowPlan {
  readonly outcome: RowOutcome;
  readonly records: readonly PlannedRecord[];
  readonly changes: RowReport["changes"];
}

interface PlannedRecord {
  readonly read: ReadRecord;
  /** The record that is there already. */
  readonly known: KnownRecord | undefined;
  readonly claims: readonly {
    readonly value: ReadValue;
    readonly replaces: KnownClaim | undefined;
  }[];
}

const nothing: Pick<RowPlan, "records" | "changes"> = { records: [], changes: [] };

/** `known` holds what the series says of each of the row's records, by key. */
export function planRow(row: ReadRow, known: ReadonlyMap<string, KnownRecord>): RowPlan {
  if (row.failure !== null) return { outcome: "fail", ...nothing };
  const main = row.records[0];
  if (main === undefined) return { outcome: "fail", ...nothing };
  if (!known.has(main.key)) {
    const records = row.records.map((read) => ({
      read,
      known: undefined,
      claims: read.values.map((value) => ({ value, replaces: undefined })),
    }));
    return { outcome: "add", records, changes: [] };
  }
  const records = row.records.map((read) => {
    const there = known.get(read.key);
    return { read, known: there, claims: changedValues(read.values, there?.claims ?? []) };
  });
  const touched = records.filter((r) => r.known === undefined || r.claims.length > 0);
  if (touched.length === 0) return { outcome: "unchanged", ...nothing };
  const changes = touched.flatMap(({ claims }) =>
    claims.map(({ value, replaces }) => ({
      property: value.property,
      from: replaces?.text() ?? "",
      to: valueText(value.value),
    })),
  );
  return {
    outcome: "update",
    records: records.filter((r) => r === records[0] || touched.includes(r)),
    changes,
  };
}

/** Values the series has not said yet, each with the older value it takes the place of. */
function changedValues(
  values: readonly ReadValue[],
  known: readonly KnownClaim[],
): PlannedRecord["claims"] {
  const left = [...known];
  const fresh = values.filter((value) => {
    const same = comparable(value.value);
    const at = left.findIndex((k) => k.property === value.property && k.comparable === same);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return fresh.map((value) => {
    const of = left.filter((k) => k.property === value.property);
    const replaces =
      of.find((k) => k.column === value.passage.column) ?? (value.many ? undefined : of[0]);
    if (replaces !== undefined) left.splice(left.indexOf(replaces), 1);
    return { value, replaces };
  });
}

export interface RowWriting {
  readonly ids: Ids;
  readonly source: SourceId;
  readonly batch: BatchId;
}

/** Puts the entries a plan stands for into `drafts`. */
export function writePlan(
  { ids, source, batch }: RowWriting,
  plan: RowPlan,
  drafts: Draft[],
): void {
  let main: RecordId | undefined;
  for (const { read, known, claims } of plan.records) {
    const { schema, link } = read.use;
    const record = (known?.id as RecordId | undefined) ?? ids.next<RecordId>("rec");
    main ??= record;
    if (known === undefined) {
      drafts.push(
        draft("record.added", record, {
          batch,
          id: record,
          key: read.key,
          label: read.label,
          schema,
          source,
        }),
      );
      if (link !== null) {
        const id = ids.next<ClaimId>("clm");
        const value = { kind: "ref", record: main } as const;
        drafts.push(
          draft("claim.added", record, {
            batch,
            id,
            property: link,
            record,
            review: "proposed",
            schema,
            source,
            value,
          }),
        );
      }
    }
    for (const { value, replaces } of claims) {
      // Keys in the order canonical JSON wants them: this runs a million times in a large import.
      drafts.push(
        draft("claim.added", record, {
          batch,
          id: ids.next<ClaimId>("clm"),
          passage: value.passage,
          property: value.property,
          record,
          ...(replaces === undefined ? undefined : { replaces: replaces.id as ClaimId }),
          review: "proposed",
          schema,
          source,
          value: value.value,
        }),
      );
    }
  }
}
