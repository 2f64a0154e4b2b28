// One sheet of an XLSX workbook as a stream of rows of text.
// Invariant: formulas are never computed; a cell is what its author's program last showed.
import { CollectError } from "../errors.ts";
import { MAX_ROW_UNITS } from "../limits.ts";
import { headerOf, requireColumn } from "./header.ts";
import type { OpenTable, TableOptions } from "./open-table.ts";
import { type Archive, openArchive } from "./xlsx-archive.ts";
import { type DateForm, dateText } from "./xlsx-dates.ts";
import { readDateForms, readSharedStrings, readWorkbook } from "./xlsx-parts.ts";
import { parseXml } from "./xlsx-xml.ts";

interface Sheet {
  readonly archive: Archive;
  readonly part: string;
  readonly strings: readonly string[];
  readonly forms: readonly (DateForm | null)[];
  readonly from1904: boolean;
}

export async function openXlsx(bytes: Buffer, options: TableOptions): Promise<OpenTable> {
  const archive = await openArchive(bytes);
  const { sheets, from1904 } = await readWorkbook(archive);
  const chosen =
    options.sheet === undefined ? sheets[0] : sheets.find((s) => s.name === options.sheet);
  if (chosen === undefined) {
    throw new CollectError(
      options.sheet === undefined ? "not-a-table" : "sheet-unknown",
      "Expected a workbook with a sheet of that name. Choose one from the list.",
    );
  }
  const sheet: Sheet = {
    archive,
    part: chosen.part,
    strings: await readSharedStrings(archive),
    forms: await readDateForms(archive),
    from1904,
  };
  const header = headerOf(await firstRows(sheet), options.headerRow);
  return {
    encoding: "",
    delimiter: null,
    sheets: sheets.map((s) => s.name),
    sheet: chosen.name,
    headerRow: header.row,
    columns: header.columns,
    async *rows() {
      let skip = header.row;
      for await (const rows of sheetRows(sheet)) {
        const left = skip > 0 ? rows.slice(skip) : rows;
        skip = Math.max(0, skip - rows.length);
        if (left.length > 0) yield left;
      }
    },
  };
}

async function firstRows(sheet: Sheet): Promise<string[][]> {
  const first: string[][] = [];
  for await (const rows of sheetRows(sheet)) {
    first.push(...rows.slice(0, 100));
    if (first.length >= 100) break;
  }
  return first;
}

async function* sheetRows(sheet: Sheet): AsyncGenerator<string[][]> {
  let done: string[][] = [];
  let row: string[] = [];
  let units = 0;
  let cell = { column: 0, type: "n", style: 0 };
  let text = "";
  let taking = false;
  const put = (): void => {
    const shown = shownText(sheet, cell.type, cell.style, text);
    requireColumn(cell.column);
    units += shown.length;
    if (units > MAX_ROW_UNITS) throw rowTooLong();
    while (row.length < cell.column) row.push("");
    row[cell.column] = shown;
  };
  const parsed = parseXml(sheet.archive.read(sheet.part), {
    open: (name, a) => {
      if (name === "row") [row, units] = [[], 0];
      else if (name === "c") {
        const column = columnOf(a["r"]) ?? row.length;
        cell = { column, type: a["t"] ?? "n", style: Number(a["s"] ?? 0) };
        text = "";
      }
      // A formula (`f`) is passed over; its last result stands in `v`.
      taking = name === "v" || name === "t";
    },
    text: (more) => {
      if (!taking) return;
      if (text.length + more.length > MAX_ROW_UNITS) throw rowTooLong();
      text += more;
    },
    close: (name) => {
      taking = false;
      if (name === "c" && text !== "") put();
      else if (name === "row" && row.some((shown) => shown.trim() !== "")) done.push(row);
    },
  });
  for await (const _ of parsed) {
    if (done.length === 0) continue;
    yield done;
    done = [];
  }
}

/** `AB12` is column 27; null for a cell without a reference, which follows the one before it. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rowTooLong(): CollectError {
  return new CollectError(
    "row-too-long",
    `Expected rows of at most ${MAX_ROW_UNITS} characters, got more. Shorten the cells.`,
  );
}

function shownText(sheet: Sheet, type: string, style: number, raw: string): string {
  switch (type) {
    case "s":
      return sheet.strings[Number(raw)] ?? "";
    case "b":
      return raw === "1" ? "TRUE" : "FALSE";
    case "n": {
      const form = sheet.forms[style] ?? null;
      const date = form === null ? null : dateText(Number(raw), form, sheet.from1904);
      // 6.5E+17 is how the file holds a long number, not what was typed.
      return date ?? (/e/i.test(raw) && Number.isFinite(Number(raw)) ? String(Number(raw)) : raw);
    }
    default:
      return raw;
  }
}
