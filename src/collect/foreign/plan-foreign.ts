// What a foreign file would do to the vault: records and claims to add, claims to replace, or nothing.
// Invariant: the dry run and the import plan by this one function; a pointer at nothing that is or will be there is left out.
import {
  type BatchId,
  type ClaimId,
  comparable,
  draft,
  type Draft,
  parseCells,
  type Passage,
  propertyOf,
  type RecordId,
  type SourceId,
  type Value,
  valueText,
} from "../../model/index.ts";
import { sealValue } from "../../access/index.ts";
import type { Ids } from "../../runtime/index.ts";
import type { Db, SealedKeys } from "../../store/index.ts";
import { cleanLine, cut } from "../clean-line.ts";
import { MAX_QUOTE_UNITS } from "../limits.ts";
import { type KnownRecord, knownRecords } from "../table/known-rows.ts";
import type { RowOutcome, RowReport } from "../views.ts";
import type { ForeignFile, ForeignRecord, ForeignValue } from "./foreign-record.ts";

interface ReadForeign {
  readonly property: string;
  readonly many: boolean;
  readonly value: Value;
  readonly passage: Passage;
  /** Of the claim it takes the place of. */
  readonly replaces?: string;
}

export interface PlannedForeign {
  readonly record: ForeignRecord;
  readonly id: RecordId;
  readonly known: boolean;
  readonly outcome: RowOutcome;
  readonly values: readonly ReadForeign[];
  readonly problems: RowReport["problems"];
  readonly changes: RowReport["changes"];
}

export interface PlanForeign {
  readonly db: Db;
  readonly ids: Ids;
  readonly sealed: SealedKeys | undefined;
  /** Batches of the series that stand. */
  readonly batches: ReadonlySet<string>;
}

export async function planForeign(deps: PlanForeign, file: ForeignFile): Promise<PlannedForeign[]> {
  const records = oncePerKey(file.records);
  const keys = records.map(({ key, schema }) => storedKey(schema, key));
  const pointed = records.flatMap(({ values }) => values.flatMap(({ ref }) => ref ?? []));
  const own = new Set(records.map(({ key }) => key));
  const elsewhere = [...new Set(pointed)].filter((key) => !own.has(key));
  const candidates = elsewhere.flatMap((key) => ["Person", "Act"].map((s) => storedKey(s, key)));
  const known = await knownRecords(deps.db, deps.batches, [...keys, ...candidates]);
  const ids = new Map<string, RecordId>();
  for (const [i, { key }] of records.entries()) {
    const there = known.get(keys[i] as string);
    ids.set(key, (there?.id as RecordId | undefined) ?? deps.ids.next<RecordId>("rec"));
  }
  for (const key of elsewhere)
    for (const schema of ["Person", "Act"]) {
      const there = known.get(storedKey(schema, key));
      if (there !== undefined) ids.set(key, there.id as RecordId);
    }
  return records.map((record, i) => planRecord(deps, record, ids, known.get(keys[i] as string)));
}

const storedKey = (schema: string, key: string): string => cut(`${schema}|${key}`, 1_900);

function oncePerKey(records: readonly ForeignRecord[]): ForeignRecord[] {
  const seen = new Map<string, ForeignRecord>();
  // An entity told twice (in two languages, or by mistake) is one record with the values of both.
  for (const record of records) {
    const before = seen.get(record.key);
    if (before === undefined) seen.set(record.key, record);
    else if (before.schema === record.schema)
      seen.set(record.key, { ...before, values: [...before.values, ...record.values] });
  }
  return [...seen.values()];
}

function planRecord(
  deps: PlanForeign,
  record: ForeignRecord,
  ids: ReadonlyMap<string, RecordId>,
  known: KnownRecord | undefined,
): PlannedForeign {
  const problems: { column: string; code: string }[] = [];
  const read = record.values.flatMap((value) =>
    readValue(value, record, { ids, sealed: deps.sealed, problems }),
  );
  const left = [...(known?.claims ?? [])];
  const said = new Set<string>();
  const fresh = read.filter(({ property, value }) => {
    const same = comparable(value);
    if (said.has(`${property}|${same}`)) return false;
    said.add(`${property}|${same}`);
    const at = left.findIndex((k) => k.property === property && k.comparable === same);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const values = fresh.map((one): ReadForeign => {
    const of = left.filter((k) => k.property === one.property);
    const old = of.find((k) => k.column === one.passage.column) ?? (one.many ? undefined : of[0]);
    if (old === undefined) return one;
    left.splice(left.indexOf(old), 1);
    return { ...one, replaces: old.id };
  });
  const outcome: RowOutcome =
    read.length === 0
      ? "fail"
      : known === undefined
        ? "add"
        : values.length > 0
          ? "update"
          : "unchanged";
  if (read.length === 0) problems.push({ column: "", code: "row-empty" });
  return {
    record,
    id: ids.get(record.key) as RecordId,
    known: known !== undefined,
    outcome,
    values,
    problems,
    changes:
      known === undefined
        ? []
        : values.map((one) => ({
            property: one.property,
            from: known.claims.find((k) => k.id === one.replaces)?.text() ?? "",
            to: valueText(one.value),
          })),
  };
}

function readValue(
  given: ForeignValue,
  { schema, row }: ForeignRecord,
  to: {
    readonly ids: ReadonlyMap<string, RecordId>;
    readonly sealed: SealedKeys | undefined;
    readonly problems: { column: string; code: string }[];
  },
): ReadForeign[] {
  const property = propertyOf(schema, given.property);
  const column = cut(given.column, 200);
  const problem = (code: string): ReadForeign[] => {
    to.problems.push({ column, code });
    return [];
  };
  if (property === undefined) return problem("property-unknown");
  const many = property.many === true;
  const base = { property: property.name, many };
  if (given.ref !== undefined) {
    const target = to.ids.get(given.ref);
    if (target === undefined) return problem("points-at-nothing");
    return [{ ...base, value: { kind: "ref", record: target }, passage: { column, row } }];
  }
  if (given.code !== undefined) {
    const { vocabulary, code, words } = given.code;
    const quote = cut(words, MAX_QUOTE_UNITS);
    return [
      {
        ...base,
        value: { kind: "code", vocabulary, code, words: quote },
        passage: { column, quote, row },
      },
    ];
  }
  const cell = (given.cell ?? "").toWellFormed().replaceAll("\0", "");
  return parseCells(property, cell, given.options ?? {}).flatMap((value) => {
    if ("error" in value) return value.error === "cell-empty" ? [] : problem(value.error);
    if (property.sealed !== true)
      return [{ ...base, value, passage: { column, quote: cut(cell, MAX_QUOTE_UNITS), row } }];
    if (to.sealed === undefined) return problem("sealed-not-allowed");
    const text = value.kind === "text" ? value.text : valueText(value);
    if (text.length > MAX_QUOTE_UNITS / 2) return problem("cell-too-long");
    return [{ ...base, value: sealValue(text, to.sealed), passage: { column, row } }];
  });
}

/** The entries a plan stands for. */
export function foreignDrafts(
  { record, id, known, outcome, values }: PlannedForeign,
  { ids, source, batch }: { readonly ids: Ids; readonly source: SourceId; readonly batch: BatchId },
): Draft[] {
  if (outcome === "fail" || outcome === "unchanged") return [];
  const { schema, key, label } = record;
  const opened = known
    ? []
    : [
        draft("record.added", id, {
          id,
          schema,
          source,
          batch,
          key: storedKey(schema, key),
          label: cleanLine(label, 1_000) || schema,
        }),
      ];
  return [
    ...opened,
    ...values.map(({ property, value, passage, replaces }) =>
      draft("claim.added", id, {
        id: ids.next<ClaimId>("clm"),
        record: id,
        schema,
        property,
        value,
        source,
        batch,
        passage,
        review: "proposed",
        ...(replaces === undefined ? {} : { replaces: replaces as ClaimId }),
      }),
    ),
  ];
}
