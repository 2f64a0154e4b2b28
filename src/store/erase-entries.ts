// Erasure for safety: entries lose salt and content for ever, because someone would be in danger if they were found.
// Invariant: one transaction; the leaves stay, so the tree still proves that nothing else was altered, and the entry that
// says who erased and why is part of the same write.
import { draft, type FileHash, type MemberId } from "../model/index.ts";
import type { Engine, Tx } from "./engine.ts";
import { StoreError } from "./errors.ts";
import type { FileStore } from "./file-store.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { rebuild } from "./rebuild.ts";

/** As many as one `erased` entry names. */
const mostAtOnce = 10_000;
const chunk = 500;
/** Without these the vault could not say who it belongs to, what was erased, or what it was witnessed to be. */
const neverErased = new Set([
  "vault.created",
  "erased",
  "log.begun",
  "checkpoint.made",
  "checkpoint.cosigned",
]);

export interface Erased {
  /** The entry that says so. */
  readonly seq: number;
  readonly entries: number;
  /** Files that no remaining entry names, and whose bytes were destroyed. */
  readonly files: number;
}

/**
 * Erases entries by number. Earlier backups and other devices still hold them: say so to whoever asks.
 * Throws StoreError `never-erased` for an entry that must stay (the vault's first, an erasure, an active member's present
 * state), for a number that is not in the ledger, and for more than 10,000.
 */
export async function eraseEntries(
  { ledger, files }: { readonly ledger: Ledger; readonly files: FileStore },
  author: MemberId,
  seqs: readonly number[],
  reason: string,
): Promise<Erased> {
  const wanted = [...new Set(seqs)].sort((a, b) => a - b);
  if (wanted.length === 0 || wanted.length > mostAtOnce) {
    throw refused(`Expected 1 to ${mostAtOnce} entries to erase, got ${wanted.length}.`);
  }
  const { engine } = ledger.deps;
  await beforeErasing(engine);
  let named: FileHash[] = [];
  const oneTransaction: Engine = {
    ...engine,
    exclusively: (work) =>
      engine.exclusively(async (tx) => {
        named = await blank(tx, wanted);
        const written = await work(tx);
        const inside: Engine = { ...engine, exclusively: (replay) => replay(tx) };
        await rebuild({ ...ledger.deps, engine: inside });
        return written;
      }),
  };
  const body = { seqs: wanted, reason };
  const eraser = openLedger({ ...ledger.deps, engine: oneTransaction });
  const [entry] = await eraser.append(author, [draft("erased", `entry:${wanted[0]}`, body)]);
  const destroyed = await destroyUnnamed(engine, files, named);
  await afterErasing(engine);
  return { seq: entry?.seq ?? -1, entries: wanted.length, files: destroyed };
}

/** Takes salt and content from these entries; gives the files they named. */
async function blank(tx: Tx, seqs: readonly number[]): Promise<FileHash[]> {
  const files: FileHash[] = [];
  const members = await tx.selectFrom("members").select("seq").where("active", "=", 1).execute();
  const present = new Set(members.map((m) => m.seq));
  for (let at = 0; at < seqs.length; at += chunk) {
    const part = seqs.slice(at, at + chunk);
    const found = await tx
      .selectFrom("entries")
      .select(["seq", "kind", "body"])
      .where("seq", "in", part)
      .execute();
    if (found.length !== part.length) throw refused("Some of these entries are not in the ledger.");
    for (const { seq, kind, body } of found) {
      if (neverErased.has(kind) || present.has(seq)) {
        throw refused(`Entry ${seq} must stay: it says what this vault is, or who is in it now.`);
      }
      if (kind === "file.kept" && body !== null) {
        files.push((JSON.parse(body) as { hash: FileHash }).hash);
      }
    }
    await tx
      .updateTable("entries")
      .set({ body: null, salt: null })
      .where("seq", "in", part)
      .execute();
  }
  return files;
}

async function destroyUnnamed(
  engine: Engine,
  files: FileStore,
  hashes: readonly FileHash[],
): Promise<number> {
  let destroyed = 0;
  for (const hash of new Set(hashes)) {
    const row = await engine.db
      .selectFrom("files")
      .select("hash")
      .where("hash", "=", hash)
      .executeTakeFirst();
    if (row === undefined && (await files.erase(hash))) destroyed += 1;
  }
  return destroyed;
}

/** SQLite leaves deleted content in free pages unless told to overwrite it. */
async function beforeErasing(engine: Engine): Promise<void> {
  if (engine.kind === "sqlcipher") await engine.define(["PRAGMA secure_delete = ON"]);
}

/** What the database still holds of the old rows: free pages and the write-ahead log here, dead rows in PostgreSQL. */
async function afterErasing(engine: Engine): Promise<void> {
  await engine.define(
    engine.kind === "sqlcipher"
      ? ["VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA secure_delete = OFF"]
      : ["VACUUM (FULL) entries"],
  );
}

function refused(message: string): StoreError {
  return new StoreError("never-erased", message);
}
