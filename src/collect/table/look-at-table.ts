// What a table is made of and what its columns seem to hold, before anything happens.
// Invariant: a proposal; the mapping is a person's, and nothing is imported by looking.
import {
  guessColumn,
  type ColumnGuess as Guess,
  type Mapping,
  propertyOf,
} from "../../model/index.ts";
import { stopIfAborted } from "../../runtime/index.ts";
import { cut } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { MAX_ROWS } from "../limits.ts";
import { listMappings } from "../save-mapping.ts";
import type { ColumnGuess, TableLook } from "../views.ts";
import { type OpenTable, openTable, type TableOptions } from "./open-table.ts";
import { shownCell } from "./sealed-columns.ts";

export type LookInput = TableOptions & { readonly source: string; readonly signal?: AbortSignal };

type Deps = Pick<CollectDeps, "ledger" | "files" | "actor">;

const SAMPLE_ROWS = 500;
/** Below this a guess is not worth a person's attention. */
const leastConfidence = 0.3;

/** Throws CollectError: what is wrong with the table. Rows are counted to the end, or to where the table breaks. */
export async function lookAtTable(deps: Deps, input: LookInput): Promise<TableLook> {
  const table = await openTable(deps, input.source, input);
  const { sample, rows } = await sampleOf(table, input.signal);
  const found = table.columns.map((column, i) => {
    const cells = sample.map((row) => row[i] ?? "").filter((cell) => cell.trim() !== "");
    return { column, cells, guess: guessColumn(column, cells.slice(0, 50)) };
  });
  const kept = withoutRivals(found.map((f) => f.guess));
  const columns = found.map(({ column, cells }, i): ColumnGuess => {
    const guess = kept[i] ?? null;
    const sealed = guess !== null && propertyOf(guess.schema, guess.property)?.sealed === true;
    const samples = [...new Set(cells)]
      .slice(0, 5)
      .map((cell) => shownCell(deps.actor, cut(cell, 120), sealed));
    if (guess === null)
      return { column, samples, schema: null, property: null, confidence: 0, reason: "none" };
    return { column, samples, ...guess };
  });
  return {
    source: input.source,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets,
    rows,
    columns,
    mapping: mappingOf(table, columns, keyAmong(columns, sample)),
    savedMappings: (await listMappings(deps)).map((saved) => ({
      ...saved,
      fits: fits(saved.mapping, table.columns),
    })),
  };
}

async function sampleOf(
  table: OpenTable,
  signal: AbortSignal | undefined,
): Promise<{ sample: string[][]; rows: number }> {
  const sample: string[][] = [];
  let count = 0;
  try {
    for await (const rows of table.rows()) {
      stopIfAborted(signal);
      if (sample.length < SAMPLE_ROWS) sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
      count += rows.length;
      if (count > MAX_ROWS) break;
    }
  } catch (cause) {
    if (signal?.aborted === true || count === 0) throw cause;
  }
  return { sample, rows: count };
}

/** Two columns cannot both be the one date of birth: the surer guess stays, the other column waits for a person. */
function withoutRivals(guesses: readonly (Guess | null)[]): (Guess | null)[] {
  return guesses.map((guess, i) => {
    if (guess === null || guess.confidence < leastConfidence) return null;
    if (propertyOf(guess.schema, guess.property)?.many === true) return guess;
    const rival = guesses.some(
      (other, j) =>
        other !== null &&
        j !== i &&
        other.schema === guess.schema &&
        other.property === guess.property &&
        (other.confidence > guess.confidence || (other.confidence === guess.confidence && j < i)),
    );
    return rival ? null : guess;
  });
}

/** A column of numbers in a list that never repeats, if there is one. */
function keyAmong(
  columns: readonly ColumnGuess[],
  sample: readonly (readonly string[])[],
): string | undefined {
  const at = columns.findIndex(({ property }, i) => {
    if (property !== "listNumber") return false;
    const cells = sample.map((row) => (row[i] ?? "").trim());
    return (
      cells.length > 0 && cells.every((cell) => cell !== "") && new Set(cells).size === cells.length
    );
  });
  return columns[at]?.column;
}

function mappingOf(
  table: OpenTable,
  columns: readonly ColumnGuess[],
  keyColumn: string | undefined,
): Mapping {
  return {
    schema: "Person",
    columns: columns.map(({ column, schema, property, options }) => ({
      column,
      ...(schema === null ? {} : { schema }),
      ...(property === null ? {} : { property }),
      ...(options === undefined ? {} : { options: { ...options } }),
    })),
    headerRow: table.headerRow,
    ...(keyColumn === undefined ? {} : { keyColumn }),
    ...(table.sheet === null ? {} : { sheet: table.sheet }),
    ...(table.encoding === "" ? {} : { encoding: table.encoding }),
    ...(table.delimiter === null ? {} : { delimiter: table.delimiter }),
  };
}

/** Whether every column the mapping uses is in the table. */
function fits(mapping: Mapping, columns: readonly string[]): boolean {
  const there = new Set(columns);
  const used = mapping.columns.filter((c) => c.property !== undefined).map((c) => c.column);
  return (
    used.length > 0 &&
    [...used, ...(mapping.keyColumn === undefined ? [] : [mapping.keyColumn])].every((c) =>
      there.has(c),
    )
  );
}
