// What can be said of a source as evidence: its files and how they were made, who had it in hand, where it is used.
import type { Db } from "../../store/index.ts";
import type { PreserveDeps } from "../deps.ts";
import { currentLog } from "../checkpoints.store.ts";
import { CustodyError } from "./errors.ts";
import { custodyOf, derivedFiles, fileOf, type Named } from "./custody.store.ts";
import type { CustodyView, EvidenceView } from "./views.ts";

/** Throws CustodyError `no-such-source`. */
export async function showEvidence(
  { db }: Pick<PreserveDeps, "db">,
  source: string,
): Promise<EvidenceView> {
  const row = await db
    .selectFrom("sources")
    .innerJoin("entries", "entries.seq", "sources.seq")
    .select(["sources.id", "sources.kind", "sources.title", "sources.file", "sources.text"])
    .select(["sources.seq", "entries.at", "entries.author"])
    .where("sources.id", "=", source)
    .executeTakeFirst();
  if (row === undefined) throw new CustodyError("no-such-source", "There is no such source here.");
  const named = await namesOf(db);
  const original = row.file === null ? null : await fileOf(db, row.file, named);
  const derived = row.file === null ? [] : await derivedFiles(db, row.file, named);
  const received: CustodyView = {
    seq: row.seq,
    at: row.at,
    by: named(row.author),
    action: "received",
    ...(row.file === null ? {} : { file: row.file }),
  };
  const made = derived.map(({ seq, at, by, hash }): CustodyView => ({
    seq,
    at,
    by,
    action: "derived",
    file: hash,
  }));
  const hashes = [row.file, ...derived.map(({ hash }) => hash)].filter((hash) => hash !== null);
  const noted = await custodyOf(db, source, hashes, named);
  return {
    id: row.id,
    kind: row.kind,
    ...(row.title === null ? {} : { title: row.title }),
    original,
    derived,
    custody: [received, ...made, ...noted].toSorted((a, b) => a.seq - b.seq),
    used: await usedIn(db, source),
    ledger: { seq: row.seq, checkpoint: await firstCovering(db, row.seq) },
  };
}

async function namesOf(db: Db): Promise<Named> {
  const rows = await db.selectFrom("members").select(["id", "name"]).execute();
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]));
  return (member) => names.get(member) ?? member;
}

const shownRecords = 12;

/** Records and statements that stand; claims as many as were ever taken from it. */
async function usedIn(db: Db, source: string): Promise<EvidenceView["used"]> {
  const standing = db
    .selectFrom("records")
    .leftJoin("withdrawals as w", (join) =>
      join.onRef("w.target", "=", "records.id").on("w.back", "=", 0),
    )
    .leftJoin("batch_undone as u", "u.id", "records.batch")
    .where("records.source", "=", source)
    .where("w.target", "is", null)
    .where("u.id", "is", null);
  const counted = await standing
    .select(["records.schema", (q) => q.fn.countAll<number>().as("n")])
    .groupBy("records.schema")
    .execute();
  const statements = Number(counted.find(({ schema }) => schema === "Statement")?.n ?? 0);
  const all = counted.reduce((sum, { n }) => sum + Number(n), 0);
  const claims = await db
    .selectFrom("claims")
    .select((q) => q.fn.countAll<number>().as("n"))
    .where("source", "=", source)
    .executeTakeFirstOrThrow();
  const first = await standing
    .select(["records.id", "records.schema", "records.label"])
    .where("records.schema", "!=", "Statement")
    .orderBy("records.seq")
    .limit(shownRecords)
    .execute();
  return { records: all - statements, claims: Number(claims.n), statements, first };
}

/** The smallest checkpoint under today's name that signs this entry too. */
async function firstCovering(db: Db, seq: number): Promise<EvidenceView["ledger"]["checkpoint"]> {
  const log = await currentLog(db);
  if (log === null) return null;
  const row = await db
    .selectFrom("checkpoints")
    .select(["size", "at", "why"])
    .where("origin", "=", log.origin)
    .where("size", ">", seq)
    .orderBy("size")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const cosigned = await db
    .selectFrom("cosignatures")
    .select((q) => q.fn.countAll<number>().as("n"))
    .where("origin", "=", log.origin)
    .where("size", "=", row.size)
    .executeTakeFirstOrThrow();
  return { ...row, cosignatures: Number(cosigned.n) };
}
