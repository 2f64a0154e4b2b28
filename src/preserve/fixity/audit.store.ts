// What the ledger says of audits that were made.
import type { Db } from "../../store/index.ts";
import type { AuditReport, LostFile } from "./audit-files.ts";

/** The latest audit of this device's files; null where none was made. */
export async function lastAudit(db: Db, device: string): Promise<AuditReport | null> {
  const row = await db
    .selectFrom("audits")
    .selectAll()
    .where("device", "=", device)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { at, files, bytes, missing, damaged, repaired } = row;
  const clean = missing + damaged === repaired;
  const lost = JSON.parse(row.lost) as LostFile[];
  return { at, files, bytes, missing, damaged, repaired, clean, lost };
}
