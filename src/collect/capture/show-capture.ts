// What is known of how a source was captured, its picture, and the page its text was read from.
// Invariant: the record of the capture names the files by hash; two captures of a page that stayed the same share files.
import type { FileHash } from "../../model/index.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError, unknownSource } from "../errors.ts";
import {
  AUTO_ARCHIVER_MIME,
  type AutoArchiverCheck,
  autoArchiverCheck,
} from "./auto-archiver-check.ts";
import { FACTS_MIME } from "./keep-capture.ts";
import { CHECK_MIME, type WaczCheck, waczCheck } from "./wacz-check.ts";
import { type CollectionFacts, collectionFacts } from "./collection-facts.ts";

type Deps = Pick<CollectDeps, "ledger" | "files">;
const MAX_RECORD_BYTES = 4 * 1024 * 1024;

/** The record of the capture whose WACZ has this hash; null: this file is no capture of ours. */
export async function captureFacts(deps: Deps, wacz: string): Promise<CollectionFacts | null> {
  const record = await recordOf(deps, wacz, FACTS_MIME);
  return record === null ? null : collectionFacts.parse(record);
}

/** What was found when a WACZ made elsewhere came in; null for any other file. */
async function packageCheck(deps: Deps, wacz: string): Promise<WaczCheck | null> {
  const record = await recordOf(deps, wacz, CHECK_MIME);
  return record === null ? null : waczCheck.parse(record);
}

/** What was found when output of auto-archiver came in; null for any other file. */
async function archiverCheck(deps: Deps, file: string): Promise<AutoArchiverCheck | null> {
  const record = await recordOf(deps, file, AUTO_ARCHIVER_MIME);
  return record === null ? null : autoArchiverCheck.parse(record);
}

async function recordOf(deps: Deps, wacz: string, mime: string): Promise<unknown> {
  const row = await deps.ledger.deps.engine.db
    .selectFrom("files")
    .select("hash")
    .where("derived_from", "=", wacz)
    .where("mime", "=", mime)
    .executeTakeFirst();
  if (row === undefined) return null;
  const bytes = await deps.files.bytes(row.hash as FileHash, MAX_RECORD_BYTES);
  return JSON.parse(bytes.toString("utf8")) as unknown;
}

/** Where a source's text is read from: for a page in a package, the page as the browser showed it. */
export async function capturedDom(
  deps: Deps,
  file: string | null,
): Promise<{ readonly hash: FileHash; readonly mime: string } | null> {
  if (file === null) return null;
  const dom =
    (await captureFacts(deps, file))?.files.dom ??
    (await packageCheck(deps, file))?.dom ??
    (await archiverCheck(deps, file))?.dom ??
    null;
  return dom === null ? null : { hash: dom.sha256 as FileHash, mime: dom.mime };
}

/**
 * How a source was captured, or what a package that came in was found to be; null for one that is neither.
 * Throws CollectError `source-unknown`.
 */
export async function showCapture(
  deps: Deps,
  ask: { readonly id: string },
): Promise<CollectionFacts | WaczCheck | AutoArchiverCheck | null> {
  const file = await fileOf(deps, ask);
  if (file === null) return null;
  return (
    (await captureFacts(deps, file)) ??
    (await packageCheck(deps, file)) ??
    archiverCheck(deps, file)
  );
}

/** Throws CollectError `source-unknown`. */
async function fileOf(deps: Deps, { id }: { readonly id: string }): Promise<string | null> {
  const row = await deps.ledger.deps.engine.db
    .selectFrom("sources")
    .select("file")
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw unknownSource();
  return row.file;
}

/** The page as the browser showed it, as PNG. Throws CollectError `source-unknown` or `not-captured`. */
export async function capturedPicture(deps: Deps, ask: { readonly id: string }): Promise<Buffer> {
  const file = await fileOf(deps, ask);
  const facts = file === null ? null : await captureFacts(deps, file);
  if (facts === null)
    throw new CollectError(
      "not-captured",
      "Expected a page captured here; this source came another way.",
    );
  const { sha256, bytes } = facts.files.screenshot;
  return deps.files.bytes(sha256 as FileHash, bytes);
}
