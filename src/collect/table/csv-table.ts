// A CSV or TSV file (RFC 4180, and what spreadsheets make of it) as a stream of rows, in any encoding.
// Invariant: memory is bounded by one chunk and one row, and a row by MAX_ROW_UNITS.
import { CsvError, parse, type Parser } from "csv-parse";
import iconv from "iconv-lite";
import { CollectError } from "../errors.ts";
import { MAX_ROW_UNITS } from "../limits.ts";
import { detectEncoding, requireEncoding } from "./detect-encoding.ts";
import { headerOf } from "./header.ts";
import type { OpenTable, TableOptions } from "./open-table.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";

const SAMPLE_BYTES = 256 * 1024;

export async function openCsv(
  bytes: () => AsyncIterable<Uint8Array>,
  options: TableOptions,
): Promise<OpenTable> {
  const sample = await headOf(bytes());
  const encoding =
    options.encoding === undefined ? detectEncoding(sample) : requireEncoding(options.encoding);
  const text = iconv.decode(sample, encoding);
  const delimiter = options.delimiter || sniffDelimiter(text);
  const header = headerOf(await firstRows(bytes(), encoding, delimiter), options.headerRow);
  return {
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    headerRow: header.row,
    columns: header.columns,
    async *rows() {
      let skip = header.row;
      for await (const rows of csvRows(bytes(), encoding, delimiter)) {
        if (skip > 0) {
          const left = rows.slice(skip);
          skip = Math.max(0, skip - rows.length);
          if (left.length > 0) yield left;
        } else yield rows;
      }
    },
  };
}

async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= SAMPLE_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, SAMPLE_BYTES);
}

async function firstRows(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  delimiter: string,
): Promise<string[][]> {
  const first: string[][] = [];
  try {
    for await (const rows of csvRows(bytes, encoding, delimiter)) {
      first.push(...rows.slice(0, 100));
      if (first.length >= 100) break;
    }
  } catch (cause) {
    // A table that breaks further down can still be looked at; one that breaks at once cannot.
    if (first.length < 2) throw cause;
  }
  return first;
}

/** Rows that are not blank. Throws CollectError `quote-open`, `row-too-long`. */
async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  delimiter: string,
): AsyncGenerator<string[][]> {
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_UNITS,
  });
  let broken: unknown = null;
  parser.on("error", (cause) => (broken = cause));
  const ended = new Promise<void>((resolve) => parser.once("end", resolve).once("close", resolve));
  const decoder = /^utf-?8$/i.test(encoding) ? null : iconv.getDecoder(encoding);
  for await (const chunk of bytes) {
    parser.write(
      decoder === null
        ? chunk
        : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)),
    );
    const rows = taken(parser);
    if (rows.length > 0) yield rows;
    if (broken !== null) throw tableError(broken);
  }
  const rest = decoder?.end();
  if (rest !== undefined && rest !== "") parser.write(rest);
  const last: string[][] = taken(parser);
  parser.on("readable", () => last.push(...taken(parser)));
  parser.end();
  await ended;
  if (last.length > 0) yield last;
  if (broken !== null) throw tableError(broken);
}

function taken(parser: Parser): string[][] {
  const rows: string[][] = [];
  for (
    let row = parser.read() as string[] | null;
    row !== null;
    row = parser.read() as string[] | null
  ) {
    if (row.some((cell) => cell.trim() !== "")) rows.push(row);
  }
  return rows;
}

function tableError(cause: unknown): CollectError {
  const code = cause instanceof CsvError ? cause.code : "";
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return new CollectError(
      "quote-open",
      "Expected every quoted cell to be closed; one stays open to the end. Look for a single quotation mark.",
      { cause },
    );
  }
  if (code === "CSV_MAX_RECORD_SIZE") {
    return new CollectError(
      "row-too-long",
      `Expected rows of at most ${MAX_ROW_UNITS} characters, got more; often a quotation mark stays open.`,
      { cause },
    );
  }
  return new CollectError(
    "not-a-table",
    "Expected rows separated by line breaks; the table is damaged. Save it again as CSV.",
    { cause },
  );
}
