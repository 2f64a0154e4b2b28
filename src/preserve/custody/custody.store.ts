// Reading the tables of custody: files with how they came, and what was noted about a source.
import type { Db } from "../../store/index.ts";
import type { CustodyView, DerivedFile, EvidenceFile } from "./views.ts";

/** A member's name. */
export type Named = (member: string) => string;

const shownEvents = 2_000;
/** Files made of files made of files: more steps than any tool here takes. */
const deepest = 8;

function arrivals(db: Db) {
  // The file's own row knows its size; the first arrival says how it came.
  return db
    .selectFrom("file_arrivals as a")
    .innerJoin("files as f", "f.hash", "a.hash")
    .select(["a.hash", "a.seq", "a.at", "a.author", "a.derived_from", "a.tool", "a.parameters"])
    .select(["f.size", "f.mime", "f.name"]);
}

/** The file as it first came; null where it is not in the vault, or was erased. */
export async function fileOf(db: Db, hash: string, named: Named): Promise<EvidenceFile | null> {
  const row = await arrivals(db).where("a.hash", "=", hash).orderBy("a.seq").executeTakeFirst();
  return row === undefined ? null : shown(row, named);
}

/** What was made from this file, and from that again, in ledger order. */
export async function derivedFiles(db: Db, hash: string, named: Named): Promise<DerivedFile[]> {
  const found = new Map<string, DerivedFile>();
  let from = [hash];
  for (let step = 0; step < deepest && from.length > 0; step++) {
    const rows = await arrivals(db)
      .where("a.derived_from", "in", from)
      .orderBy("a.seq")
      .limit(400)
      .execute();
    from = [];
    for (const row of rows) {
      if (row.hash === hash || found.has(row.hash)) continue;
      from.push(row.hash);
      found.set(row.hash, {
        ...shown(row, named),
        from: row.derived_from as string,
        ...(row.tool === null ? {} : { tool: row.tool }),
        ...(row.parameters === null
          ? {}
          : { parameters: JSON.parse(row.parameters) as Record<string, string> }),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => a.seq - b.seq);
}

/** What was noted about the source or one of these files, in ledger order. */
export async function custodyOf(
  db: Db,
  source: string,
  hashes: readonly string[],
  named: Named,
): Promise<CustodyView[]> {
  const rows = await db
    .selectFrom("custody")
    .selectAll()
    .where((is) =>
      hashes.length === 0
        ? is("source", "=", source)
        : is.or([is("source", "=", source), is("file", "in", [...hashes])]),
    )
    .orderBy("seq", "desc")
    .limit(shownEvents)
    .execute();
  return rows.reverse().map((row) => ({
    seq: row.seq,
    at: row.at,
    by: named(row.author),
    action: row.action,
    ...(row.file === null ? {} : { file: row.file }),
    ...(row.record === null ? {} : { record: row.record }),
    ...(row.claim === null ? {} : { claim: row.claim }),
    ...(row.giver === null ? {} : { from: row.giver }),
    ...(row.receiver === null ? {} : { to: row.receiver }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }));
}

interface Arrival {
  readonly hash: string;
  readonly seq: number;
  readonly at: number;
  readonly author: string;
  readonly size: number;
  readonly mime: string;
  readonly name: string | null;
}

function shown(row: Arrival, named: Named): EvidenceFile {
  const { hash, size, mime, name, seq, at, author } = row;
  return { hash, size, mime, ...(name === null ? {} : { name }), seq, at, by: named(author) };
}
