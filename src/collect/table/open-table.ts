// Any table as a stream of rows of text: CSV, TSV or XLSX. Row 1 is the first row under the header that is not blank.
// Invariant: rows come in the order of the file, and the same options give the same rows every time.
import type { FileHash, Mapping } from "../../model/index.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError, unknownSource } from "../errors.ts";
import { MAX_XLSX_BYTES } from "../limits.ts";
import { sourceFacts } from "../source-items.ts";
import { openCsv } from "./csv-table.ts";
import { openXlsx } from "./xlsx-table.ts";

/** `headerRow` counts rows that are not blank, from 1; what is left out is found out. */
export type TableOptions = Pick<Mapping, "sheet" | "encoding" | "delimiter" | "headerRow">;

export interface OpenTable {
  /** Empty for XLSX, which carries its own. */
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly headerRow: number;
  /** Headings, made unique; at most 500. */
  readonly columns: readonly string[];
  /** The rows under the header, some at a time. Throws CollectError, with what came before already given. */
  rows(): AsyncGenerator<string[][]>;
}

/** Opens the table a source of kind `list` holds. Throws CollectError `source-unknown`, `not-a-table` or what is wrong with it. */
export async function openTable(
  { ledger, files }: Pick<CollectDeps, "ledger" | "files">,
  source: string,
  options: TableOptions = {},
): Promise<OpenTable> {
  const { db } = ledger.deps.engine;
  const [fact] = await sourceFacts(db, [source]);
  if (fact === undefined) throw unknownSource();
  const file =
    fact.file === null
      ? undefined
      : await db
          .selectFrom("files")
          .select(["hash", "mime"])
          .where("hash", "=", fact.file)
          .executeTakeFirst();
  const hash = file?.hash as FileHash | undefined;
  if (hash !== undefined && file?.mime.includes("spreadsheetml") === true) {
    return openXlsx(await files.bytes(hash, MAX_XLSX_BYTES), options);
  }
  if (
    hash === undefined ||
    file === undefined ||
    !/^text\/(?:csv|tab-separated-values)/.test(file.mime)
  ) {
    throw new CollectError(
      "not-a-table",
      "Expected a source that is a CSV, TSV or XLSX table. Save it as one of these.",
    );
  }
  return openCsv(() => files.read(hash), options);
}
