// What is known of how a source was captured, its picture, and the page its text was read from.
// Invariant: the record of the capture names the files by hash; two captures of a page that stayed the same share files.
import type { FileHash } from "../../model/index.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError, unknownSource } from "../errors.ts";
import { FACTS_MIME } from "./keep-capture.ts";
import { DOM_MIME } from "./keep-package.ts";
import { type CollectionFacts, collectionFacts } from "./collection-facts.ts";

type Deps = Pick<CollectDeps, "ledger" | "files">;
const MAX_RECORD_BYTES = 4 * 1024 * 1024;

/** The record of the capture whose WACZ has this hash; null: this file is no capture of ours. */
export async function captureFacts(deps: Deps, wacz: string): Promise<CollectionFacts | null> {
  const row = await deps.ledger.deps.engine.db
    .selectFrom("files")
    .select("hash")
    .where("derived_from", "=", wacz)
    .where("mime", "=", FACTS_MIME)
    .executeTakeFirst();
  if (row === undefined) return null;
  const bytes = await deps.files.bytes(row.hash as FileHash, MAX_RECORD_BYTES);
  return collectionFacts.parse(JSON.parse(bytes.toString("utf8")));
}

/** Where a source's text is read from: for a capture, the page as the browser showed it. */
export async function capturedDom(
  deps: Deps,
  file: string | null,
): Promise<{ readonly hash: FileHash; readonly mime: string } | null> {
  if (file === null) return null;
  const facts = await captureFacts(deps, file);
  return facts === null ? null : { hash: facts.files.dom.sha256 as FileHash, mime: DOM_MIME };
}

/** How a source was captured; null for one that was not. Throws CollectError `source-unknown`. */
export async function showCapture(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<CollectionFacts | null> {
  const row = await deps.ledger.deps.engine.db
    .selectFrom("sources")
    .select("file")
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw unknownSource();
  return row.file === null ? null : captureFacts(deps, row.file);
}

/** The page as the browser showed it, as PNG. Throws CollectError `source-unknown` or `not-captured`. */
export async function capturedPicture(deps: Deps, ask: { readonly id: string }): Promise<Buffer> {
  const facts = await showCapture(deps, ask);
  if (facts === null)
    throw new CollectError(
      "not-captured",
      "Expected a page captured here; this source came another way.",
    );
  const { sha256, bytes } = facts.files.screenshot;
  return deps.files.bytes(sha256 as FileHash, bytes);
}
