// Where a table's headings stand and what the columns are called.
import { cleanLine } from "../clean-line.ts";
import { CollectError } from "../errors.ts";
import { MAX_COLUMNS } from "../limits.ts";

export interface Header {
  readonly row: number;
  readonly columns: readonly string[];
}

/** The header among the first rows. `row` counts from 1. Throws CollectError `no-header` or `too-many-columns`. */
export function headerOf(rows: readonly (readonly string[])[], chosen?: number): Header {
  const at = chosen === undefined ? guessHeader(rows) : chosen - 1;
  const headings = rows[at];
  if (headings === undefined) {
    throw new CollectError(
      "no-header",
      "Expected a row with headings, found none. Give the table a first row that names its columns.",
    );
  }
  const width = Math.max(...rows.slice(at, at + 50).map((row) => lastFilled(row)));
  requireColumn(width - 1);
  return {
    row: at + 1,
    columns: uniqueNames(Array.from({ length: width }, (_, i) => headings[i] ?? "")),
  };
}

/** Titles above a table fill one cell or two; the header fills nearly as many as the fullest row. */
function guessHeader(rows: readonly (readonly string[])[]): number {
  const filled = rows.slice(0, 20).map((row) => row.filter((cell) => cell.trim() !== "").length);
  const most = Math.max(0, ...filled);
  return filled.findIndex((n) => n > 0 && n >= most * 0.6);
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== "") + 1;
}

function uniqueNames(headings: readonly string[]): string[] {
  const seen = new Set<string>();
  return headings.map((heading, i) => {
    const name = cleanLine(heading, 200) || `Column ${i + 1}`;
    let unique = name;
    for (let n = 2; seen.has(unique); n++) unique = `${name} (${n})`;
    seen.add(unique);
    return unique;
  });
}

/** Throws CollectError `too-many-columns` for a column past the last one that is read, counted from 0. */
export function requireColumn(column: number): void {
  if (column < MAX_COLUMNS) return;
  throw new CollectError(
    "too-many-columns",
    `Expected at most ${MAX_COLUMNS} columns, got more. Leave out columns you do not need.`,
    { details: { columns: column + 1 } },
  );
}
