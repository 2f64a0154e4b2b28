// Looks into a vault for what a writer was told is there.
import { existsSync } from "node:fs";
import type { FileHash } from "../../src/model/index.ts";
import type { Vault } from "../../src/store/index.ts";
import type { Acknowledged } from "./acknowledged.ts";

/** One sentence for each acknowledged thing that is not in the vault. */
export async function lostFrom(vault: Vault, steps: readonly Acknowledged[]): Promise<string[]> {
  const { db } = vault.engine;
  const ids = async (table: "records" | "claims" | "sources"): Promise<Set<string>> =>
    new Set((await db.selectFrom(table).select("id").execute()).map((row) => row.id));
  const records = await ids("records");
  const claims = await ids("claims");
  const sources = await ids("sources");
  const entries = await db.selectFrom("entries").select(["seq", "kind"]).execute();
  const kinds = new Map(entries.map((entry) => [entry.seq, entry.kind]));
  const ends = await db.selectFrom("batch_ends").select("id").execute();
  const finished = new Set(ends.map((row) => row.id));
  const lost: string[] = [];
  for (const done of steps) {
    const miss = (what: string): void => void lost.push(`${done.step}: ${what} is not there`);
    for (const [seq, kind] of done.entries ?? [])
      if (kinds.get(seq) !== kind) miss(`entry ${seq} (${kind})`);
    for (const id of done.records ?? []) if (!records.has(id)) miss(id);
    for (const id of done.claims ?? []) if (!claims.has(id)) miss(id);
    for (const [source, hash] of done.files ?? []) {
      if (!sources.has(source)) miss(source);
      if ((await vault.files.verify(hash as FileHash)) !== "ok") miss(`file ${hash}`);
    }
    for (const [size, note] of done.checkpoints ?? []) {
      const listed = await db
        .selectFrom("checkpoints")
        .select("note")
        .where("size", "=", size)
        .execute();
      if (!listed.some((row) => row.note === note)) miss(`the checkpoint of ${size} entries`);
    }
    for (const hash of done.packages ?? []) {
      const kept = await db
        .selectFrom("files")
        .select("hash")
        .where("hash", "=", hash)
        .where("mime", "=", "application/wacz+zip")
        .executeTakeFirst();
      if (kept === undefined) miss(`package ${hash}`);
    }
    for (const [path] of done.backups ?? []) if (!existsSync(path)) miss(path);
    for (const [dir] of done.dossiers ?? []) if (!existsSync(dir)) miss(dir);
    for (const [batch, rows] of done.batches ?? []) {
      const added = await db
        .selectFrom("records")
        .select("id")
        .where("batch", "=", batch)
        .execute();
      if (!finished.has(batch)) miss(`the end of ${batch}`);
      if (added.length !== rows) miss(`${rows - added.length} of ${rows} rows of ${batch}`);
    }
  }
  return lost;
}
