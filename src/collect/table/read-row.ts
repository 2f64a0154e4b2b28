// One row of a table as records with values, before anything is compared or written.
// Invariant: what a cell says is kept as it was written beside the value, except in sealed columns, where only the seal stays.
import { createHash } from "node:crypto";
import { parseCells, type Passage, type Value, valueText } from "../../model/index.ts";
import { sealedHash, sealValue } from "../../access/index.ts";
import type { SealedKeys } from "../../store/index.ts";
import { cleanLine, cut } from "../clean-line.ts";
import { CollectError } from "../errors.ts";
import { MAX_QUOTE_UNITS } from "../limits.ts";
import type { ColumnUse, RecordUse, TableUse } from "./column-uses.ts";

export interface CellProblem {
  readonly column: string;
  readonly code: string;
}

export interface ReadValue {
  readonly property: string;
  readonly many: boolean;
  readonly value: Value;
  readonly passage: Passage;
}

export interface ReadRecord {
  readonly use: RecordUse;
  /** What the row is matched by on the next import of the series. */
  readonly key: string;
  readonly label: string;
  readonly values: readonly ReadValue[];
}

export interface ReadRow {
  readonly row: number;
  readonly label: string;
  /** The row's key in its series, and its whole content, as text to compare. */
  readonly key: string;
  readonly content: string;
  /** The main record, then those that have something to say. Empty where `failure` says why. */
  readonly records: readonly ReadRecord[];
  readonly problems: readonly CellProblem[];
  readonly failure: "key-empty" | "row-empty" | null;
}

const idNumber = /^\s*\d{17}[\dXx]\s*$/;

/** Reads rows of one table. `sealed` is left out for a member who may not write sealed values. */
export class RowReader {
  readonly #use: TableUse;
  readonly #sealed: SealedKeys | undefined;
  readonly #secret: ReadonlySet<number>;

  constructor(use: TableUse, sealed: SealedKeys | undefined) {
    this.#use = use;
    this.#sealed = sealed;
    this.#secret = new Set(
      use.records
        .flatMap((r) => r.columns)
        .filter((c) => c.property.sealed === true)
        .map((c) => c.index),
    );
    if (use.key?.sealed === true && sealed === undefined) throw keySealed();
  }

  /** `row` counts from 1 under the header. Throws CollectError `key-sealed`. */
  read(cells: readonly string[], row: number): ReadRow {
    const problems: CellProblem[] = [];
    if (
      cells.length > this.#use.columns.length &&
      cells.slice(this.#use.columns.length).some((c) => c.trim() !== "")
    ) {
      problems.push({ column: "", code: "extra-cells" });
    }
    const content = this.#contentOf(cells);
    const key = this.#keyOf(cells, content);
    const found = this.#use.records.map((use) => ({
      use,
      values: this.#valuesOf(use, cells, row, problems),
    }));
    const main = found[0];
    const label = main === undefined ? "" : labelOf(main.use, main.values);
    const shown = label || `Row ${row}`;
    const filled = found.filter(({ use, values }) => use.link === null || values.length > 0);
    const failure =
      key === null
        ? "key-empty"
        : found.every(({ values }) => values.length === 0)
          ? "row-empty"
          : null;
    return {
      row,
      label: shown,
      key: key ?? "",
      content,
      problems,
      failure,
      records:
        failure !== null
          ? []
          : filled.map(({ use, values }) => ({
              use,
              values,
              key: `${use.schema}|${key ?? ""}`,
              label: use.link === null ? shown : labelOf(use, values) || use.schema,
            })),
    };
  }

  #valuesOf(
    use: RecordUse,
    cells: readonly string[],
    row: number,
    problems: CellProblem[],
  ): ReadValue[] {
    const values: ReadValue[] = [];
    for (const column of use.columns) {
      const raw = cells[column.index];
      if (raw === undefined || raw === "") continue;
      const cell = raw.isWellFormed() ? raw : raw.toWellFormed();
      if (cell.includes("\uFFFD"))
        problems.push({ column: column.column, code: "broken-characters" });
      for (const result of parseCells(column.property, cell, column.options)) {
        if ("error" in result) {
          if (result.error !== "cell-empty")
            problems.push({ column: column.column, code: result.error });
          continue;
        }
        const read = this.#seal(column, result, cell, row);
        if (typeof read === "string") problems.push({ column: column.column, code: read });
        else values.push(read);
      }
    }
    return values;
  }

  #seal(
    { column, property }: ColumnUse,
    value: Value,
    cell: string,
    row: number,
  ): ReadValue | string {
    const many = property.many === true;
    if (property.sealed !== true) {
      return {
        property: property.name,
        many,
        value,
        passage: { column, quote: cut(cell, MAX_QUOTE_UNITS), row },
      };
    }
    if (this.#sealed === undefined) return "sealed-not-allowed";
    const text = value.kind === "text" ? value.text : valueText(value);
    if (text.length > MAX_QUOTE_UNITS / 2) return "cell-too-long";
    return {
      property: property.name,
      many,
      value: sealValue(text, this.#sealed),
      passage: { column, row },
    };
  }

  #keyOf(cells: readonly string[], content: string): string | null {
    const { key } = this.#use;
    if (key === null) return `#${createHash("sha256").update(content).digest("base64url")}`;
    const cell = cells[key.index] ?? "";
    // Keys stand in the open: an ID number may only do so as its keyed hash, whatever the column was taken for.
    if (key.sealed || idNumber.test(cell)) {
      if (this.#sealed === undefined) throw keySealed();
      return cell.trim() === "" ? null : `sealed:${sealedHash(cell, this.#sealed)}`;
    }
    return cleanLine(cell.normalize("NFKC"), 1_500) || null;
  }

  /** All cells of the row; sealed ones by their keyed hash, or not at all. */
  #contentOf(cells: readonly string[]): string {
    if (this.#secret.size === 0) return cells.join("\u001f").trimEnd();
    const sealed = this.#sealed;
    return cells
      .map((cell, i) =>
        !this.#secret.has(i)
          ? cell
          : sealed === undefined || cell.trim() === ""
            ? ""
            : sealedHash(cell, sealed),
      )
      .join("\u001f")
      .trimEnd();
  }
}

function labelOf(use: RecordUse, values: readonly ReadValue[]): string {
  const value = values.find((v) => v.property === use.labelBy)?.value;
  if (value === undefined || value.kind === "sealed") return "";
  return cleanLine(valueText(value), 1_000);
}

function keySealed(): CollectError {
  return new CollectError(
    "key-sealed",
    "The key column holds sealed values. Choose another key, or let someone import who may write sealed values.",
  );
}
