// What ties the entries in a dossier to a signed checkpoint: the exact text of each, its salt and its path to the root.
// Invariant: the text is what was committed to, byte for byte; the paths are made from leaves, never from stored roots.
import { inclusionProof, nodesOfLeaves } from "../../proof/index.ts";
import type { BagFile } from "./bag.ts";

export interface ProvedEntry {
  readonly seq: number;
  /** The canonical text the leaf commits to. */
  readonly text: string;
  /** 32 bytes. */
  readonly salt: Uint8Array;
}

export interface LedgerProof {
  /** C2SP signed note, cosignatures and all. */
  readonly note: string;
  /** Size of the tree the note signs. */
  readonly size: number;
  /** Verifier key of the ledger. */
  readonly vkey: string;
  readonly witnesses: readonly string[];
  readonly witnessesNeeded: number;
  /** The first `size` leaves. */
  readonly leaves: readonly Uint8Array[];
  /** Tokens over the checkpoint's text, each with the certificates of its authority as PEM and their revocation lists as DER. */
  readonly stamps: readonly {
    readonly token: Uint8Array;
    readonly certificates: string;
    readonly lists?: readonly Uint8Array[];
  }[];
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** The files: data/entries/N.json, proofs/entries (number, salt, path, by tabs), proofs/checkpoint, stamps, trust/…. */
export function* proofFiles(
  entries: readonly ProvedEntry[],
  proof: LedgerProof,
): Generator<BagFile> {
  const nodeAt = nodesOfLeaves(proof.leaves);
  const lines: string[] = [];
  for (const { seq, text, salt } of entries.toSorted((a, b) => a.seq - b.seq)) {
    yield { path: `data/entries/${seq}.json`, bytes: text };
    const path = inclusionProof(seq, proof.size, nodeAt).map(hex).join(" ");
    lines.push(`${seq}\t${hex(salt)}\t${path}\n`);
  }
  yield { path: "proofs/entries", bytes: lines.join("") };
  yield { path: "proofs/checkpoint", bytes: proof.note };
  yield { path: "trust/log.vkey", bytes: `${proof.vkey}\n` };
  if (proof.witnesses.length > 0) {
    yield { path: "trust/witnesses", bytes: proof.witnesses.map((key) => `${key}\n`).join("") };
    yield { path: "trust/witnesses-needed", bytes: `${proof.witnessesNeeded}\n` };
  }
  for (const [i, { token, certificates, lists = [] }] of proof.stamps.entries()) {
    yield { path: `proofs/stamps/${i + 1}.tsr`, bytes: token };
    yield { path: `trust/stamps/${i + 1}.pem`, bytes: certificates };
    for (const [n, list] of lists.entries())
      yield { path: `trust/stamps/${i + 1}-${n + 1}.crl`, bytes: listPem(list) };
  }
}

/** RFC 7468 section 6. */
function listPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN X509 CRL-----\n${lines.join("\n")}\n-----END X509 CRL-----\n`;
}
