// What a receipt for somebody who gave something says: hashes, a date, and the proof that they stand in the ledger.
// Invariant: nothing that people typed in is in it, neither a title nor a file's name, so that it names nobody.
import { type Actor, requireRight } from "../../access/index.ts";
import type { Body, FileHash, SourceId } from "../../model/index.ts";
import { inclusionProof, nodesOfLeaves } from "../../proof/index.ts";
import { type Db, type EntryRow, envelopeText } from "../../store/index.ts";
import type { PreserveDeps } from "../deps.ts";
import { coveringCheckpoint } from "../ledger-proof.ts";
import { CustodyError } from "./errors.ts";
import { noteCustody } from "./note-custody.ts";

export interface Receipt {
  readonly source: string;
  /** When it came in, milliseconds since 1970. */
  readonly receivedAt: number;
  /** The entry that added the source. */
  readonly seq: number;
  readonly original: ReceiptFile | null;
  readonly text: ReceiptFile | null;
  /** The entry that names the hash, and its path; null where its words would tell a file's name. */
  readonly proof: ReceiptProof | null;
  readonly checkpoint: {
    /** Signed note with its cosignatures. */
    readonly note: string;
    readonly size: number;
    readonly vkey: string;
    readonly witnesses: readonly string[];
  };
}

export interface ReceiptFile {
  readonly hash: string;
  readonly size: number;
}

export interface ReceiptProof {
  readonly seq: number;
  /** The canonical text the leaf commits to. */
  readonly entry: string;
  readonly salt: string;
  /** Neighbours from the leaf up, in hexadecimal; each stands left or right of what was computed so far. */
  readonly path: readonly { readonly side: "left" | "right"; readonly hash: string }[];
}

/**
 * Notes that a receipt is given, signs the ledger where no checkpoint covers it yet, and gives what stands on it.
 * Throws CustodyError `no-such-source`, `no-receipt`; as `makeCheckpoint`.
 */
export async function makeReceipt(
  deps: PreserveDeps,
  actor: Actor,
  source: SourceId,
): Promise<Receipt> {
  requireRight(actor, "read");
  const { db } = deps;
  const row = await db
    .selectFrom("sources")
    .innerJoin("entries", "entries.seq", "sources.seq")
    .select(["sources.id", "sources.file", "sources.text", "sources.seq", "entries.at"])
    .where("sources.id", "=", source)
    .executeTakeFirst();
  if (row === undefined) throw new CustodyError("no-such-source", "There is no such source here.");
  const original = await receiptFile(db, row.file);
  const text = row.text === row.file ? null : await receiptFile(db, row.text);
  if (original === null) {
    throw new CustodyError("no-receipt", "There are no bytes of this source here to vouch for.");
  }
  await noteCustody(deps, actor, {
    action: "receipt",
    source,
    file: original.hash as FileHash,
  });
  const entry = await namelessEntry(db, original.hash, row.text);
  const last = Math.max(row.seq, entry?.seq ?? 0);
  const { note, size, vkey, witnesses, leaves } = await coveringCheckpoint(deps, actor, last);
  return {
    source: row.id,
    receivedAt: row.at,
    seq: row.seq,
    original,
    text,
    proof: entry === null ? null : proofOf(entry, size, leaves),
    checkpoint: { note, size, vkey, witnesses },
  };
}

async function receiptFile(db: Db, hash: string | null): Promise<ReceiptFile | null> {
  if (hash === null) return null;
  const row = await db
    .selectFrom("files")
    .select(["hash", "size"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row ?? null;
}

/** All that an entry may hold to be printed: hashes, sizes, types. Quotes that a shell would read are not among them. */
const printable = new Set(["hash", "size", "mime", "derivedFrom"]);
const plainWords = /^[\x20-\x26\x28-\x7e]*$/;

/** The entry that kept the text made from the original, which names both hashes; else the original's own. */
async function namelessEntry(
  db: Db,
  original: string,
  text: string | null,
): Promise<EntryRow | null> {
  const rows = await db
    .selectFrom("file_arrivals")
    .innerJoin("entries", "entries.seq", "file_arrivals.seq")
    .selectAll("entries")
    .where("file_arrivals.hash", "in", text === null ? [original] : [text, original])
    .orderBy("entries.seq")
    .execute();
  const fit = rows.filter(({ body, salt }) => {
    if (body === null || salt === null || !plainWords.test(body)) return false;
    const kept = JSON.parse(body) as Body<"file.kept">;
    const about = kept.hash === original || kept.derivedFrom === original;
    return about && Object.keys(kept).every((key) => printable.has(key));
  });
  return fit.find(({ subject }) => subject !== original) ?? fit[0] ?? null;
}

function proofOf(row: EntryRow, size: number, leaves: readonly Uint8Array[]): ReceiptProof {
  const hashes = inclusionProof(row.seq, size, nodesOfLeaves(leaves));
  const sides = sidesOf(row.seq, size);
  return {
    seq: row.seq,
    entry: envelopeText({ ...row, body: row.body ?? "" }),
    salt: Buffer.from(row.salt ?? []).toString("hex"),
    path: hashes.map((hash, i) => ({
      side: sides[i] ?? "right",
      hash: Buffer.from(hash).toString("hex"),
    })),
  };
}

/** On which side each neighbour of the path stands (RFC 9162 §2.1.3.2, run without the hashes). */
export function sidesOf(index: number, size: number): ("left" | "right")[] {
  const sides: ("left" | "right")[] = [];
  let fn = index;
  let sn = size - 1;
  while (sn > 0) {
    if (fn % 2 === 1 || fn === sn) {
      sides.push("left");
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      sides.push("right");
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sides;
}
