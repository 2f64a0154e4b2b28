// What the steps on cases ask before they write: that codes, members, people and cases are there.
import { type CaseId, caseId, termOf } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { CaseError } from "./errors.ts";

export interface CaseCodes {
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly priority?: string | undefined;
}

/** Throws CaseError `act/no-such-code`. */
export function requireCodes(codes: CaseCodes): void {
  for (const [field, code] of Object.entries(codes) as [string, string | undefined][])
    if (code !== undefined && termOf(`case-${field}`, code) === undefined)
      throw new CaseError("act/no-such-code", "Choose kind, status and priority from the lists.");
}

/** Throws CaseError `act/no-such-case`. */
export async function requireCase(db: Db, id: string): Promise<void> {
  const row = await db.selectFrom("cases").select("id").where("id", "=", id).executeTakeFirst();
  if (row === undefined)
    throw new CaseError("act/no-such-case", "There is no such case in the vault.");
}

/** Throws CaseError `act/no-such-member` for who is not, or is no longer, a member. Null is nobody. */
export async function requireMember(db: Db, member: string | null | undefined): Promise<void> {
  if (member === null || member === undefined) return;
  const row = await db
    .selectFrom("members")
    .select("active")
    .where("id", "=", member)
    .executeTakeFirst();
  if (row?.active !== 1)
    throw new CaseError("act/no-such-member", "This is no active member of the vault.");
}

/** Throws CaseError `act/no-such-person` unless all of them are records of people. */
export async function requirePeople(db: Db, records: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom("records")
    .select("id")
    .where("schema", "=", "Person")
    .where("id", "in", [...records])
    .execute();
  if (records.length === 0 || rows.length !== new Set(records).size)
    throw new CaseError("act/no-such-person", "There is no such person in the vault.");
}

/**
 * The case of an id or a number. Throws CaseError `act/no-such-case`, `act/number-of-two-cases`.
 */
export async function caseOf(db: Db, idOrNumber: string): Promise<CaseId> {
  const typed = idOrNumber.trim();
  const rows = await db
    .selectFrom("cases")
    .select("id")
    .where(
      typed.startsWith("cas_") ? "id" : "number",
      "=",
      typed.startsWith("cas_") ? typed : typed.toUpperCase(),
    )
    .limit(2)
    .execute();
  if (rows[0] === undefined)
    throw new CaseError("act/no-such-case", "There is no case of this number in the vault.");
  if (rows.length > 1)
    throw new CaseError(
      "act/number-of-two-cases",
      "Two cases bear this number. Name one by its id.",
    );
  return caseId.parse(rows[0].id);
}
