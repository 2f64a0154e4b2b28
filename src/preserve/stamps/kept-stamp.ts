// A stamp that was kept, held again against the checkpoint it stamps.
// Invariant: the token speaks for itself: its row, its chain and its checkpoint must all say what it says.
import { createHash, X509Certificate } from "node:crypto";
import type { FileHash } from "../../model/index.ts";
import type { FileStore } from "../../store/index.ts";
import { checkpointOf } from "../checkpoints.store.ts";
import type { PreserveDeps } from "../deps.ts";
import { readSigned } from "../signed-checkpoint.ts";
import { MAX_REPLY_BYTES } from "./ask-authority.ts";
import { sha256Of } from "./certificate-chain.ts";
import { listsHold } from "./chain-lists.ts";
import { MAX_LIST_BYTES } from "./fetch-list.ts";
import type { StampRow } from "./stamps.store.ts";
import { verifyReply } from "./verify-reply.ts";

export interface KeptStamp {
  /** DER of the answer, for `openssl ts -verify -in`. */
  readonly token: Buffer;
  /** PEM: signer, those between, root. */
  readonly certificates: string;
  /** DER of the revocation lists that were had at stamping. */
  readonly lists: readonly Buffer[];
}

type Deps = Pick<PreserveDeps, "db" | "keys"> & { readonly files: FileStore };

/** The token and its certificates; null when they do not hold for this vault's checkpoint, or are not here. */
export async function keptStamp(deps: Deps, row: StampRow): Promise<KeptStamp | null> {
  const checkpoint = await checkpointOf(deps.db, row.origin, row.size);
  const signed =
    checkpoint === null ? null : readSigned(deps.keys.root, [row.origin], checkpoint.note);
  if (signed?.kind !== "ours" || signed.checkpoint.size !== row.size) return null;
  const token = await bytesOf(deps, row.token);
  const certificates = (await bytesOf(deps, row.chain))?.toString("utf8") ?? "";
  const chain = readChain(certificates);
  const root = chain.at(-1);
  if (token === null || root === undefined || sha256Of(root) !== row.root) return null;
  const verdict = await verifyReply(token, {
    imprint: createHash("sha256").update(signed.text, "utf8").digest(),
    nonce: null,
    root: { certificate: root },
    known: chain,
  });
  const holds =
    verdict.kind === "stamped" && verdict.time === row.time && verdict.policy === row.policy;
  if (!holds) return null;
  const lists: Buffer[] = [];
  for (const hash of JSON.parse(row.lists) as FileHash[]) {
    const list = await bytesOf(deps, hash, MAX_LIST_BYTES);
    if (list === null) return null;
    lists.push(list);
  }
  return (await listsHold(lists, verdict.chain, row.time)) ? { token, certificates, lists } : null;
}

/** Null where the store says that it is missing or damaged: that is told as a stamp that does not hold. */
function bytesOf({ files }: Deps, hash: FileHash, most = MAX_REPLY_BYTES): Promise<Buffer | null> {
  return files.bytes(hash, most).catch(() => null);
}

function readChain(pem: string): X509Certificate[] {
  try {
    return pem
      .split(/(?<=-----END CERTIFICATE-----\n)/)
      .filter((one) => one !== "")
      .map((one) => new X509Certificate(one));
  } catch {
    return [];
  }
}
