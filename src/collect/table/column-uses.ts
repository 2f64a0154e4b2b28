// A mapping held against a table: which cell goes to which property of which record.
// Invariant: a mapping that names a column or property that is not there is refused before anything is read by it.
import {
  mapping as mappingShape,
  type Mapping,
  type Property,
  propertyOf,
  schemaOf,
} from "../../model/index.ts";
import { CollectError } from "../errors.ts";

export interface ColumnUse {
  readonly index: number;
  readonly column: string;
  readonly property: Property;
  readonly options: Readonly<Record<string, string>>;
}

/** The columns that describe one record of a row. */
export interface RecordUse {
  readonly schema: string;
  readonly labelBy: string;
  /** The property that points from this record to the row's main record; null for the main record itself. */
  readonly link: string | null;
  readonly columns: readonly ColumnUse[];
}

export interface TableUse {
  readonly columns: readonly string[];
  /** The main record first, then those that belong to it. */
  readonly records: readonly RecordUse[];
  /** Column whose cell names the row; null: the row's whole content does. */
  readonly key: { readonly index: number; readonly sealed: boolean } | null;
  /** Properties a row can fill, for sizing chunks. */
  readonly width: number;
}

/** Throws CollectError `mapping-empty`, `column-unknown`, `property-unknown`, `schema-unlinked`. */
export function useTable(columns: readonly string[], given: Mapping): TableUse {
  const mapping = parsed(given);
  const at = new Map(columns.map((column, index) => [column, index]));
  const bySchema = new Map<string, ColumnUse[]>([[mapping.schema, []]]);
  const sealed = new Set<string>();
  for (const plan of mapping.columns) {
    if (plan.property === undefined) continue;
    const schema = plan.schema ?? mapping.schema;
    const index = at.get(plan.column);
    if (index === undefined) throw columnUnknown();
    const property = propertyOf(schema, plan.property);
    if (property === undefined) throw propertyUnknown();
    if (property.sealed === true) sealed.add(plan.column);
    const uses = bySchema.get(schema) ?? [];
    bySchema.set(schema, uses);
    uses.push({ index, column: plan.column, property, options: plan.options ?? {} });
  }
  const width = [...bySchema.values()].reduce((n, uses) => n + uses.length, 0);
  if (width === 0) {
    throw new CollectError(
      "mapping-empty",
      "Expected at least one column with a property. Say what a column holds.",
    );
  }
  const keyAt = mapping.keyColumn === undefined ? undefined : at.get(mapping.keyColumn);
  if (mapping.keyColumn !== undefined && keyAt === undefined) throw columnUnknown();
  return {
    columns,
    records: [...bySchema].map(([schema, uses]) => recordUse(schema, mapping.schema, uses)),
    key: keyAt === undefined ? null : { index: keyAt, sealed: sealed.has(mapping.keyColumn ?? "") },
    width,
  };
}

function parsed(given: Mapping): Mapping {
  const checked = mappingShape.safeParse(given);
  if (checked.success && schemaOf(checked.data.schema) !== undefined) return checked.data;
  throw propertyUnknown();
}

function recordUse(schema: string, main: string, columns: readonly ColumnUse[]): RecordUse {
  const { labelBy = "", properties = [] } = schemaOf(schema) ?? {};
  if (schema === main) return { schema, labelBy, link: null, columns };
  const link = properties.find((p) => p.type === "ref" && p.of === main)?.name;
  if (link === undefined) {
    throw new CollectError(
      "schema-unlinked",
      "Expected columns of records that point to the row's main record; one schema has no such property.",
      { details: { schema } },
    );
  }
  return { schema, labelBy, link, columns };
}

function columnUnknown(): CollectError {
  return new CollectError(
    "column-unknown",
    "Expected only columns this table has. Look at the table again and mend the mapping.",
  );
}

function propertyUnknown(): CollectError {
  return new CollectError(
    "property-unknown",
    "Expected only schemas and properties of the model. Choose them from the list.",
  );
}
