// How to check a receipt with bash, sha256sum and openssl, as lines that can be copied and run.
// Invariant: every value in it is hexadecimal, base64, a number, or words without an apostrophe; nothing else reaches a shell.
import { parseNote, parseVerifierKey } from "../../proof/index.ts";
import type { Receipt, ReceiptProof } from "./receipt-facts.ts";

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const keyHead = "302a300506032b6570032100";

/** The script: the entry to the root, the root to the signature. It ends with `proved` or with an error. */
export function receiptScript(
  proof: ReceiptProof,
  { note, size, vkey }: Receipt["checkpoint"],
): string {
  const key = parseVerifierKey(vkey);
  const line = parseNote(note).signatures.find(({ id }) => id.equals(key.id));
  if (line === undefined) throw new RangeError("the ledger's own signature is not under its note");
  return `set -euo pipefail; cd "$(mktemp -d)"
bytes() { local i; for ((i = 0; i < \${#1}; i += 2)); do printf "\\x\${1:i:2}"; done; }
hash() { sha256sum | cut -c1-64; }
entry='${proof.entry}'
node=$({ bytes ${proof.salt}; printf %s "$entry"; } | hash)
node=$(bytes "00$node" | hash)
${proof.path.map(stepText).join("\n")}
printf '%s\\n' '${key.name}' ${size} "$(bytes "$node" | openssl base64)" > checkpoint
bytes ${keyHead}${key.publicKey.toString("hex")} > key
bytes ${line.bytes.toString("hex")} > signature
openssl pkey -pubin -inform DER -in key -out key.pem
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in checkpoint -sigfile signature
echo proved: entry ${proof.seq} of ${size}
`;
}

function stepText({ side, hash }: ReceiptProof["path"][number]): string {
  return `node=$(bytes ${side === "left" ? `"01${hash}\${node}"` : `"01\${node}${hash}"`} | hash)`;
}
