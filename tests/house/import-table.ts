// Reads the import table out of ARCHITECTURE.md: which room may import which. Invariant: an unreadable table is an error.

/** For each room, the rooms it may import. */
export type ImportTable = ReadonlyMap<string, ReadonlySet<string>>;

/** The name under which the table lists the files directly in src: they wire the rooms together and may import each. */
export const APP = "app";

/**
 * Finds the Markdown table with the columns `room` and `may import`; a cell names rooms, `–` means none.
 * @throws Error when there is no such table, it has no rows, or it names a room that has no row
 */
export function readImportTable(markdown: string): ImportTable {
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => {
    const header = cellsOf(line);
    return header.includes("room") && header.includes("may import");
  });
  if (start === -1)
    throw new Error("ARCHITECTURE.md has no table with the columns `room` and `may import`.");
  const header = cellsOf(lines[start] ?? "");
  const table = new Map<string, ReadonlySet<string>>();
  for (const line of lines.slice(start + 2)) {
    if (!line.trim().startsWith("|")) break;
    const cells = cellsOf(line);
    const mayImport = cells[header.indexOf("may import")] ?? "";
    // One row may speak for several rooms that follow the same rule.
    for (const room of namesIn(cells[header.indexOf("room")] ?? "")) {
      if (table.has(room)) throw new Error(`The import table lists ${room} twice.`);
      table.set(room, new Set(namesIn(mayImport)));
    }
  }
  if (table.size === 0) throw new Error("The import table of ARCHITECTURE.md has no rows.");
  for (const [room, imports] of table) {
    for (const name of imports) {
      if (name !== APP && !table.has(name)) {
        throw new Error(
          `The import table lets ${room} import ${name}, which has no row of its own.`,
        );
      }
    }
  }
  return table;
}

function cellsOf(line: string): string[] {
  if (!line.trim().startsWith("|")) return [];
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.replaceAll(/[`*]/g, "").trim().toLowerCase());
}

function namesIn(cell: string): string[] {
  return cell.split(/[\s,]+/).filter((name) => /^[a-z]/.test(name));
}
