// Counts that were kept, read back: the list of them, and one with what it was made of.
// Invariant: the true numbers behind a figure for the public, and the hash by which they could be guessed, are not in what comes out.
import type { Body } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { DocumentedCount } from "../documented/count-documented.ts";
import { CountError } from "../errors.ts";

export interface SavedCount extends Omit<DocumentedCount, "discovery"> {
  readonly id: string;
  readonly reviewed: boolean;
  readonly by: readonly string[];
  readonly savedBy: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export type SavedCountItem = Pick<
  SavedCount,
  "id" | "audience" | "asOf" | "documented" | "savedBy" | "savedAt" | "reviewed" | "snapshot"
>;

/** Kept counts, the newest first. */
export async function listCounts(db: Db): Promise<SavedCountItem[]> {
  const rows = await select(db).orderBy("c.seq", "desc").limit(500).execute();
  return rows.map(viewOf).map((one) => ({
    id: one.id,
    audience: one.audience,
    asOf: one.asOf,
    documented: one.documented,
    savedBy: one.savedBy,
    savedAt: one.savedAt,
    reviewed: one.reviewed,
    snapshot: one.snapshot,
  }));
}

/** Throws CountError `count/no-such-count`. */
export async function savedCount(db: Db, id: string): Promise<SavedCount> {
  return viewOf(await rowOf(db, id));
}

export async function savedBody(db: Db, id: string): Promise<Body<"count.saved">> {
  return JSON.parse((await rowOf(db, id)).body) as Body<"count.saved">;
}

async function rowOf(db: Db, id: string): Promise<Row> {
  const row = await select(db).where("c.id", "=", id).executeTakeFirst();
  if (row === undefined)
    throw new CountError("count/no-such-count", "No count was kept under this address.", 404);
  return row;
}

interface Row {
  readonly body: string;
  readonly at: number;
  readonly author: string;
  readonly name: string | null;
}

function select(db: Db) {
  return db
    .selectFrom("saved_counts as c")
    .leftJoin("members as m", "m.id", "c.author")
    .select(["c.body", "c.at", "c.author", "m.name"]);
}

function viewOf({ body, at, author, name }: Row): SavedCount {
  const { basis: _basis, facts, shown, entries, ...told } = JSON.parse(body) as Body<"count.saved">;
  return {
    ...(told as Omit<SavedCount, "savedBy" | "savedAt" | "snapshot">),
    snapshot: { entries, facts: told.audience === "public" ? null : facts, shown },
    savedBy: name ?? author,
    savedAt: at,
  };
}
