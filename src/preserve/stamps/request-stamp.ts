// One try to get a checkpoint stamped: ask, verify, keep.
// Invariant: what goes out is the SHA-256 of a checkpoint's text, which already says nothing of what the entries say; what is
// kept was verified, and the entry that names it is written last.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Draft, draft, type FileHash } from "../../model/index.ts";
import type { FileStore } from "../../store/index.ts";
import type { CheckpointRow } from "../checkpoints.store.ts";
import type { PreserveDeps } from "../deps.ts";
import { PreserveError } from "../errors.ts";
import { readSigned } from "../signed-checkpoint.ts";
import { stampTool } from "../stamp.tables.ts";
import type { Send, SendFault } from "./ask-authority.ts";
import type { Authority } from "./authorities.ts";
import { type ChainLists, fetchLists } from "./chain-lists.ts";
import { type FetchList, MAX_LIST_BYTES } from "./fetch-list.ts";
import { isFileKnown } from "./stamps.store.ts";
import { timestampQuery } from "./timestamp-query.ts";
import { type ReplyFault, type Stamped, verifyReply } from "./verify-reply.ts";

export interface StampDeps extends PreserveDeps {
  readonly files: FileStore;
  /** Where revocation lists are fetched; without it none are. */
  readonly lists?: FetchList;
}

/** `revoked`: a certificate of the answer is on its issuer's list. */
export type StampFault = SendFault | ReplyFault | "revoked";
export type StampOutcome =
  | { readonly kind: "stamped"; readonly time: number }
  | { readonly kind: "failed"; readonly fault: StampFault };

/** Throws AccessError `access/not-allowed`; PreserveError `not-a-checkpoint` for one this vault's key has not signed; what the disk throws. */
export async function requestStamp(
  deps: StampDeps,
  actor: Actor,
  send: Send,
  { name, url, root }: Authority,
  checkpoint: Pick<CheckpointRow, "origin" | "size" | "note">,
): Promise<StampOutcome> {
  requireRight(actor, "read");
  const signed = readSigned(deps.keys.root, [checkpoint.origin], checkpoint.note);
  if (signed.kind !== "ours") {
    throw new PreserveError(
      "not-a-checkpoint",
      "The last checkpoint is not one this vault has signed. Run `guwah check`.",
    );
  }
  const { der, imprint, nonce } = timestampQuery(signed.text);
  const sent = await send(url, der);
  if (sent.kind === "failed") return sent;
  const verdict = await verifyReply(sent.bytes, { imprint, nonce, root });
  if (verdict.kind === "refused") return { kind: "failed", fault: verdict.fault };
  const revocation = await fetchLists(deps.lists, verdict.chain, verdict.time);
  if (revocation.kind === "revoked") return { kind: "failed", fault: "revoked" };
  const bytes = sent.bytes;
  await keepStamp(deps, actor, { checkpoint, authority: name, bytes, verdict, revocation });
  return { kind: "stamped", time: verdict.time };
}

async function keepStamp(
  deps: StampDeps,
  actor: Actor,
  {
    checkpoint: { origin, size },
    authority,
    bytes,
    verdict,
    revocation: { state, lists },
  }: {
    readonly checkpoint: Pick<CheckpointRow, "origin" | "size">;
    readonly authority: string;
    readonly bytes: Buffer;
    readonly verdict: Stamped;
    readonly revocation: Extract<ChainLists, { kind: "lists" }>;
  },
): Promise<void> {
  const { time, policy, chain, root } = verdict;
  const pem = Buffer.from(chain.map(String).join(""));
  const token = await keepFile(deps, bytes, "application/timestamp-reply");
  const certificates = await keepFile(deps, pem, "application/x-pem-file");
  const kept = [];
  for (const list of lists) kept.push(await keepFile(deps, list, "application/pkix-crl"));
  const received = {
    origin,
    size,
    authority,
    token: token.hash,
    chain: certificates.hash,
    time,
    policy,
    root: root as FileHash,
    revocation: state,
    ...(kept.length === 0 ? {} : { lists: kept.map(({ hash }) => hash) }),
  };
  // Where two processes of a vault ask at once, the later token stands, and is as good.
  await deps.ledger.append(actor.member, [
    ...token.drafts,
    ...certificates.drafts,
    ...kept.flatMap(({ drafts }) => drafts),
    draft("stamp.received", origin, received),
  ]);
}

/** The chain of an authority is the same file every time, and is written down once. */
async function keepFile(
  { files, db }: StampDeps,
  bytes: Buffer,
  mime: string,
): Promise<{ readonly hash: FileHash; readonly drafts: readonly Draft[] }> {
  const { hash, size } = await files.keep(bytes, { limitBytes: MAX_LIST_BYTES });
  const isKnown = await isFileKnown(db, hash);
  const kept = draft("file.kept", hash, { hash, size, mime, tool: stampTool });
  return { hash, drafts: isKnown ? [] : [kept] };
}
