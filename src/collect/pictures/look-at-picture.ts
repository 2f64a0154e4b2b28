// A picture, document or recording looked at: what it says of itself, a small copy, and where the same picture is elsewhere.
// Invariant: the original is only read. What it says is shown as its own words; a person may take some of them over.
import type { FileHash, SourceId } from "../../model/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import type { CollectDeps } from "../deps.ts";
import { unknownSource } from "../errors.ts";
import { sourceFacts, titleOf } from "../source-items.ts";
import { PictureError } from "./errors.ts";
import { keptSayings, noteSayings } from "./note-sayings.ts";
import { HEAD_BYTES, MAX_PICTURE_BYTES } from "./limits.ts";
import type { LookAsk, Looked } from "./look-program.ts";
import {
  cachedPicture,
  type CachedPicture,
  cachedThumbnail,
  keepPicture,
  notLookedAt,
  pictureHashes,
} from "./picture-cache.ts";
import { hashDistance, MAX_DISTANCE } from "./picture-hash.ts";
import { runApart } from "./run-apart.ts";
import type { AlikePicture, PictureView } from "./views.ts";

type Deps = Pick<CollectDeps, "ledger" | "files">;
const program = new URL("./look-program.ts", import.meta.url);

/** What the file of a source says of itself. Throws CollectError `source-unknown`; PictureError `picture/no-file`. */
export async function lookAtPicture(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<PictureView> {
  const { form, width, height, tags, hasThumbnail, problem } = await seen(deps, id);
  const file = await fileOf(deps, id);
  return {
    kept: file === null ? null : await keptSayings(deps.ledger.deps.engine.db, file.hash),
    form,
    width,
    height,
    tags,
    hasThumbnail,
    ...(problem === null ? {} : { problem }),
  };
}

/** A small JPEG of the picture; null where there is none. Throws as lookAtPicture. */
export async function thumbnailOf(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<Uint8Array | null> {
  await seen(deps, id);
  return cachedThumbnail(deps.ledger.deps.engine, id);
}

/** Other sources whose picture looks the same, the likest first. Throws as lookAtPicture. */
export async function alikePictures(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<AlikePicture[]> {
  const { hash } = await seen(deps, id);
  if (hash === null) return [];
  const { engine } = deps.ledger.deps;
  const near = (await pictureHashes(engine))
    .filter(({ source }) => source !== id)
    .map((other) => ({ id: other.source, distance: hashDistance(hash, other.hash) }))
    .filter(({ distance }) => distance <= MAX_DISTANCE)
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, 50);
  const facts = await sourceFacts(
    engine.db,
    near.map((one) => one.id),
  );
  const titles = new Map(facts.map((fact) => [fact.id, titleOf(fact)]));
  return near.map((one) => ({ ...one, title: titles.get(one.id) ?? "…" }));
}

/**
 * Looks at a source that has just come in, and writes down what its file says of itself; what is wrong with the file is
 * kept with it. Other files than pictures are passed over.
 */
export async function lookAtNew(
  deps: Deps & Pick<CollectDeps, "actor">,
  id: string,
): Promise<void> {
  const file = await fileOf(deps, id);
  if (file === null || !/^(?:image|audio|video)\/|^application\/pdf/.test(file.mime)) return;
  const { tags } = await seen(deps, id);
  await noteSayings(deps, { source: id as SourceId, file: file.hash, tags });
}

/** Looks at every picture not looked at yet: after a restore or a new version. Throws RuntimeError `cancelled`. */
export async function lookAtRest(
  deps: Deps,
  {
    signal,
    progress = noProgress,
  }: { readonly signal?: AbortSignal; readonly progress?: Progress },
): Promise<{ readonly looked: number; readonly failed: number }> {
  const missing = await notLookedAt(deps.ledger.deps.engine);
  let failed = 0;
  for (const [i, id] of missing.entries()) {
    stopIfAborted(signal);
    await seen(deps, id).catch(() => (failed += 1));
    progress(i + 1, missing.length, "look");
  }
  return { looked: missing.length - failed, failed };
}

/** The bytes of a source's file. Throws CollectError `source-unknown`; PictureError `picture/no-file`, `picture/too-large`. */
export async function pictureBytes(
  deps: Deps,
  id: string,
): Promise<{ readonly hash: FileHash; readonly mime: string; readonly bytes: Buffer }> {
  const file = await fileOf(deps, id);
  if (file === null) throw new PictureError("picture/no-file");
  if (file.size > MAX_PICTURE_BYTES) throw new PictureError("picture/too-large");
  return { ...file, bytes: await deps.files.bytes(file.hash, MAX_PICTURE_BYTES) };
}

async function seen(deps: Deps, id: string): Promise<CachedPicture> {
  const { engine } = deps.ledger.deps;
  const known = await cachedPicture(engine, id);
  const file = await fileOf(deps, id);
  if (file === null) throw new PictureError("picture/no-file");
  if (known !== null) return known;
  const looked = await lookAt(deps, file);
  await keepPicture(engine, id, looked);
  const { thumbnail, ...rest } = looked;
  return { ...rest, hasThumbnail: thumbnail !== null };
}

async function lookAt(
  { files }: Deps,
  { hash, size }: { readonly hash: FileHash; readonly size: number },
): Promise<Looked> {
  const bytes =
    size > MAX_PICTURE_BYTES ? await headOf(files, hash) : await files.bytes(hash, size);
  const ask: LookAsk = { bytes };
  try {
    return await runApart<Looked>(program, ask);
  } catch (cause) {
    if (!(cause instanceof PictureError)) throw cause;
    const none = { form: null, tags: [], width: null, height: null, thumbnail: null, hash: null };
    return { ...none, problem: cause.code };
  }
}

async function headOf(files: Deps["files"], hash: FileHash): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of files.read(hash)) {
    parts.push(part);
    size += part.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

async function fileOf(
  { ledger }: Pick<Deps, "ledger">,
  id: string,
): Promise<{ readonly hash: FileHash; readonly size: number; readonly mime: string } | null> {
  const { db } = ledger.deps.engine;
  const source = await db
    .selectFrom("sources")
    .leftJoin("files", "files.hash", "sources.file")
    .select(["files.hash", "files.size", "files.mime"])
    .where("sources.id", "=", id)
    .executeTakeFirst();
  if (source === undefined) throw unknownSource();
  const { hash, size, mime } = source;
  return hash === null || size === null || mime === null
    ? null
    : { hash: hash as FileHash, size, mime };
}
