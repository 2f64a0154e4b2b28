// manifest.json of an export of everything: what was in the vault, by counts and by the root of its ledger.
import { z } from "zod";

const count = z.int().min(0);
const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);

export const homeManifest = z.strictObject({
  format: z.literal("guwah-home/1"),
  program: z.string().max(100),
  /** When it was written, ISO. */
  written: z.string().max(40),
  entries: count,
  files: count,
  /** Files the vault names but could not give whole. */
  lost: count,
  /** RFC 6962 root over the leaves of all lines, hex. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  /** The ledger's own sealed state, which only the vault's key can have made. */
  state: z.strictObject({ size: count, frontier: hex, root: hex, seal: hex }).nullable(),
});
export type HomeManifest = z.infer<typeof homeManifest>;

export const homeNames = {
  ledger: "ledger.jsonl",
  manifest: "manifest.json",
  vault: "vault.json",
  sums: "SHA256SUMS",
  readme: "README.txt",
} as const;

/** Where a kept file lies: `files/ab/abcd…`. */
export const filePath = (hash: string): string => `files/${hash.slice(0, 2)}/${hash}`;
export const filePattern = /^files\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/;

export const homeReadme = `Everything of one Guwah vault
==============================

ledger.jsonl   every entry of the ledger, one a line, oldest first, as canonical JSON (RFC 8785)
files/         every kept file, under its SHA-256
manifest.json  counts, and the root of the ledger
vault.json     which passphrases and recovery codes open it when it is taken in again (as keys wrapped with Argon2id)
SHA256SUMS     for: sha256sum -c SHA256SUMS

A line holds an entry, 32 bytes of salt, its leaf, and a seal of the vault. To check one without Guwah:
  leaf = SHA-256( 0x00 || SHA-256( salt || the text of "entry" exactly as it stands in the line, in UTF-8 ) )
The root is the Merkle tree hash of RFC 6962 over all leaves in order. An entry that was erased for safety is null; its leaf stays.
What is sealed in a claim (names of sources, ID numbers) stays sealed: it opens in a vault only, for members who may open it.

To take it in again: guwah import THIS-FOLDER, where there is no vault yet, with a passphrase or recovery code from the time it
was written. The root is then the same, and guwah check proves it.

THIS FOLDER LIES OPEN. It holds names of people at risk. Keep it encrypted (guwah export all --recipient age1…), or destroy it.
`;

/** A path an export of everything may hold; null for any other. */
export function homePath(path: string): string | null {
  const names: readonly string[] = Object.values(homeNames);
  return names.includes(path) || filePattern.test(path) ? path : null;
}
