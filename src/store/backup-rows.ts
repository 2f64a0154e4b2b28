// How ledger entries and counts stand in a backup.
// Invariant: every column is carried as it is in the database, damage included, so that a check after restoring finds
// what a check before the backup would have found.
import { z } from "zod";
import { fileHash } from "../model/index.ts";
import type { EntryRow, LedgerStateRow } from "./tables/rows.ts";

const count = z.int().min(0);
const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);

export const startShape = z.object({
  format: z.literal(1),
  at: z.int(),
  entries: count,
  files: count,
  /** The sealed state of the ledger as the backup began; null for a ledger without one. */
  state: z.object({ size: count, frontier: hex, root: hex, seal: hex }).nullable(),
});
export type BackupStart = z.infer<typeof startShape>;

export const fileShape = z.object({ hash: fileHash, size: count });

export const endShape = z.object({
  entries: count,
  /** Files whose bytes were whole. */
  files: count,
  /** Files the vault should have held but could not give whole. */
  lost: count,
  /** Root over the leaves of all entries, in hexadecimal. */
  root: hex,
});
export type BackupEnd = z.infer<typeof endShape>;

const rowShape = z.tuple([
  count,
  z.int(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string(),
  z.string(),
]);
export type BackupRow = z.infer<typeof rowShape>;

export function rowOf(row: EntryRow): BackupRow {
  const { seq, at, author, device, kind, subject, body, salt, leaf, seal } = row;
  const salted = salt === null ? null : base64(salt);
  return [seq, at, author, device, kind, subject, body, salted, base64(leaf), base64(seal)];
}

/** Throws when the value is not a list of rows. */
export function readRows(json: unknown): EntryRow[] {
  return z
    .array(rowShape)
    .parse(json)
    .map(([seq, at, author, device, kind, subject, body, salt, leaf, seal]) => ({
      seq,
      at,
      author,
      device,
      kind,
      subject,
      body,
      salt: salt === null ? null : Buffer.from(salt, "base64"),
      leaf: Buffer.from(leaf, "base64"),
      seal: Buffer.from(seal, "base64"),
    }));
}

export function stateOf(row: Omit<LedgerStateRow, "one">): NonNullable<BackupStart["state"]> {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
  return {
    size: row.size,
    frontier: text(row.frontier),
    root: text(row.root),
    seal: text(row.seal),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
