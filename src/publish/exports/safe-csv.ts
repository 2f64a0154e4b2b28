// Tables as CSV (RFC 4180) that a spreadsheet opens without running anything in them.
// Invariant: no cell begins with what a spreadsheet takes for a formula; every row has as many cells as the header.

export type Cell = string | number | null | undefined;

/** What spreadsheets take for the beginning of a formula, also behind blanks and in full width (OWASP, CSV injection). */
const formula = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** One cell; text that could be a formula gets an apostrophe before it. Numbers are written as they are. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const known = formula.test(cell) || cell.startsWith("\t") || cell.startsWith("\r");
  // A lone surrogate or a NUL would make the whole file unreadable to others.
  const safe = (known ? `'${cell}` : cell).toWellFormed().replaceAll("\0", "");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface Column<T> {
  readonly name: string;
  readonly of: (row: T) => Cell;
}

/** With a byte order mark, without which spreadsheets take Uyghur and Chinese for Latin letters. */
export function csv<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [columns.map(({ name }) => csvCell(name)).join(",")];
  for (const row of rows) lines.push(columns.map(({ of }) => csvCell(of(row))).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
