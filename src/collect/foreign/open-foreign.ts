// Opens a source as a file of another program, where it is one.
// Invariant: nothing is read past its limit, and what a file says of itself decides nothing but how it is read.
import type { FileHash } from "../../model/index.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError, unknownSource } from "../errors.ts";
import { MAX_DOCUMENT_BYTES } from "../limits.ts";
import { sourceFacts } from "../source-items.ts";
import { openTable } from "../table/open-table.ts";
import type { ForeignFile, ForeignTable } from "./foreign-record.ts";
import { bayanatRows, isBayanat, readBayanat } from "./read-bayanat.ts";
import { isFtm, readFtm } from "./read-ftm.ts";
import { openEvSysTable, readOpenEvSys } from "./read-openevsys.ts";
import { isUwazi, readUwazi } from "./read-uwazi.ts";

/** Rows or entities of one file, all in memory at once because they point at each other. */
const MAX_FOREIGN_ROWS = 200_000;

type Deps = Pick<CollectDeps, "ledger" | "files">;

/** What the source holds; null: a file of none of these programs. Throws CollectError `source-unknown`, `too-many-rows`. */
export async function openForeign(deps: Deps, source: string): Promise<ForeignFile | null> {
  const { db } = deps.ledger.deps.engine;
  const [fact] = await sourceFacts(db, [source]);
  if (fact === undefined) throw unknownSource();
  if (fact.file === null) return null;
  const file = await db
    .selectFrom("files")
    .select(["hash", "mime", "size"])
    .where("hash", "=", fact.file)
    .executeTakeFirst();
  if (file === undefined) return null;
  if (/spreadsheetml|^text\/(?:csv|tab-separated-values)/.test(file.mime))
    return ofTable(deps, source);
  if (Number(file.size) > MAX_DOCUMENT_BYTES) return null;
  const bytes = await deps.files.bytes(file.hash as FileHash, MAX_DOCUMENT_BYTES);
  return ofJson(Buffer.from(bytes).toString("utf8"));
}

async function ofTable(deps: Deps, source: string): Promise<ForeignFile | null> {
  const opened = await openTable(deps, source);
  const { columns } = opened;
  const known = openEvSysTable(columns) !== null || isBayanat(columns) || isUwazi(columns);
  if (!known) return null;
  const rows: string[][] = [];
  for await (const some of opened.rows()) {
    rows.push(...some);
    if (rows.length > MAX_FOREIGN_ROWS) throw tooMany();
  }
  const table: ForeignTable = { columns, rows };
  if (openEvSysTable(columns) !== null) return readOpenEvSys(table);
  return isBayanat(columns) ? readBayanat(bayanatRows(table)) : readUwazi(table);
}

/** One JSON document, or one a line. */
export function ofJson(text: string): ForeignFile | null {
  const start = text.trimStart().slice(0, 1);
  if (start !== "{" && start !== "[") return null;
  const whole = parsed(text);
  const all = whole === undefined ? lines(text) : listIn(whole);
  if (all.length > MAX_FOREIGN_ROWS) throw tooMany();
  if (all.length > 0 && all.every(isFtm)) return readFtm(all);
  const first = all[0];
  const fields = typeof first === "object" && first !== null ? Object.keys(first) : [];
  return isBayanat(fields) ? readBayanat(all) : null;
}

function lines(text: string): unknown[] {
  const found: unknown[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    // A file half of which cannot be read is not half imported.
    if (value === undefined) return [];
    found.push(value);
    if (found.length > MAX_FOREIGN_ROWS) throw tooMany();
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const { items, entities } = value as { items?: unknown; entities?: unknown };
  if (Array.isArray(items)) return items;
  return Array.isArray(entities) ? entities : [value];
}

function tooMany(): CollectError {
  return new CollectError(
    "too-many-rows",
    `Expected at most ${MAX_FOREIGN_ROWS} rows or entities, got more. Split the file.`,
  );
}
