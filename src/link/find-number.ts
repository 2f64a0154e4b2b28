// From a number people say aloud, or an id, to the record it belongs to.
// Invariant: a number goes on leading to its record whatever was merged or split since; the record leads to its file.
import { sql } from "kysely";
import { type RecordId, recordId } from "../model/index.ts";
import type { Db } from "../store/index.ts";
import { LinkError } from "./errors.ts";
import { personNumber } from "./person-number.ts";

const pattern = /^([A-Z])-([0-9A-Z]{8})$/;

/** The number in what somebody typed or pasted, in the form it is shown in; null where it is none. */
export function numberIn(words: string): string | null {
  // Copied text brings marks of direction with it.
  const plain = words
    .slice(0, 40)
    .replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .toUpperCase();
  return pattern.test(plain) ? plain : null;
}

/** The records that bear this number; one, or by a rare chance several. Reads the whole list of ids once. */
export async function recordsOfNumber(db: Db, number: string): Promise<RecordId[]> {
  const { rows } = await sql<{ id: string; schema: string }>`select id, schema from records
    where substr(id, length(id) - 7) = ${number.slice(2)} order by id`.execute(db);
  return rows
    .filter(({ id, schema }) => personNumber(id, schema) === number)
    .map(({ id }) => recordId.parse(id));
}

/**
 * The record of an id or a number. Throws LinkError `link/no-such-record`, `link/ambiguous-number`; a ZodError for what is
 * neither.
 */
export async function recordOf(db: Db, idOrNumber: string): Promise<RecordId> {
  const number = numberIn(idOrNumber);
  if (number === null) return recordId.parse(idOrNumber);
  const [only, ...more] = await recordsOfNumber(db, number);
  if (only === undefined)
    throw new LinkError(
      "link/no-such-record",
      "No record in this vault has this number. Look it up by name.",
    );
  if (more.length > 0)
    throw new LinkError(
      "link/ambiguous-number",
      "Several records have this number. Search for it and pick one.",
    );
  return only;
}
