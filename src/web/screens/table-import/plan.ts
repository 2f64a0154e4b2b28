// What each column becomes, as a person builds it up. Invariant: one plan per column, in the order of the columns.
import { propertyOf, schemaOf, schemas } from "../../../model/index.ts";
import type { Mapping, Property } from "../../../model/index.ts";
import type { ColumnGuess, RowReport } from "../../api/views.ts";

type ColumnPlan = Mapping["columns"][number];

/** `Person.birthDate` as one choice of a list; empty leaves the column out. */
export function choiceOf({ schema, property }: ColumnPlan): string {
  return schema === undefined || property === undefined ? "" : `${schema}.${property}`;
}

/** The mapping with one column changed. Options of the old property are kept only where the new one is of the same type. */
export function withChoice(mapping: Mapping, column: number, choice: string): Mapping {
  const cut = choice.indexOf(".");
  const columns = mapping.columns.map((plan, i): ColumnPlan => {
    if (i !== column) return plan;
    if (choice === "") return { column: plan.column };
    const schema = choice.slice(0, cut);
    const property = choice.slice(cut + 1);
    const before = propertyIn(plan);
    const after = propertyOf(schema, property);
    const keep = plan.options !== undefined && before?.type === after?.type;
    return { column: plan.column, schema, property, ...(keep ? { options: plan.options } : {}) };
  });
  return { ...mapping, columns };
}

export function withOption(mapping: Mapping, column: number, name: string, value: string): Mapping {
  const columns = mapping.columns.map((plan, i): ColumnPlan => {
    if (i !== column) return plan;
    const { [name]: _, ...rest } = plan.options ?? {};
    const options = value === "" ? rest : { ...rest, [name]: value };
    const { options: _before, ...bare } = plan;
    return Object.keys(options).length === 0 ? bare : { ...bare, options };
  });
  return { ...mapping, columns };
}

export function propertyIn({ schema, property }: ColumnPlan): Property | undefined {
  return schema === undefined || property === undefined ? undefined : propertyOf(schema, property);
}

/** A saved mapping laid over this table: columns of the same name take its plans, the others stay out. */
export function applied(saved: Mapping, columns: readonly ColumnGuess[]): Mapping {
  const plans = new Map(saved.columns.map((plan) => [plan.column, plan]));
  const names = new Set(columns.map(({ column }) => column));
  const { keyColumn, ...rest } = saved;
  return {
    ...rest,
    columns: columns.map(({ column }) => plans.get(column) ?? { column }),
    ...(keyColumn !== undefined && names.has(keyColumn) ? { keyColumn } : {}),
  };
}

export type PlanProblem = "nothing-mapped" | "no-name";

/** What stands in the way of a trial; `no-name` is a warning, not a bar. */
export function problemOf(mapping: Mapping): PlanProblem | null {
  if (mapping.columns.every((plan) => choiceOf(plan) === "")) return "nothing-mapped";
  const by = schemaOf(mapping.schema)?.labelBy;
  const named = mapping.columns.some((p) => p.schema === mapping.schema && p.property === by);
  return named ? null : "no-name";
}

/** Properties as choices, grouped by their schema, the row's own schema first. */
export function choices(
  main: string,
  labels: {
    readonly property: (schema: string, name: string) => string;
    readonly schema: (name: string) => string;
  },
): readonly { readonly value: string; readonly label: string; readonly group: string }[] {
  const order = [...schemas].toSorted((a, b) => Number(b.name === main) - Number(a.name === main));
  return order.flatMap((schema) =>
    schema.properties
      .filter(({ type }) => type !== "ref")
      .map(({ name }) => ({
        value: `${schema.name}.${name}`,
        label: labels.property(schema.name, name),
        group: labels.schema(schema.name),
      })),
  );
}

export type ReportFilter = "all" | "problems" | RowReport["outcome"];

export function filtered(
  reports: readonly RowReport[],
  filter: ReportFilter,
): readonly RowReport[] {
  if (filter === "all") return reports;
  if (filter === "problems") return reports.filter(({ problems }) => problems.length > 0);
  return reports.filter(({ outcome }) => outcome === filter);
}
