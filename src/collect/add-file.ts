// A file comes in: kept, read into text, read for suggestions, and entered as a source.
// Invariant: an item that cannot be taken in is answered with a code and leaves no entry; the others go on.
import { createHash } from "node:crypto";
import type { FileHash } from "../model/index.ts";
import type { Progress } from "../runtime/index.ts";
import { StoreError } from "../store/index.ts";
import { type Arriving, atMost, gather, tooLarge } from "./byte-streams.ts";
import { openAutoArchiver, takeAutoArchiver } from "./capture/take-auto-archiver.ts";
import { openProofMode, takeProofMode } from "./capture/take-proofmode.ts";
import { openWacz, takeWacz } from "./capture/take-wacz.ts";
import { cleanLine, fileName } from "./clean-line.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError, itemError } from "./errors.ts";
import { keepSource, type KeptFile, sourceOfFile } from "./keep-source.ts";
import { MAX_DOCUMENT_BYTES, MAX_FILE_BYTES, MAX_TABLE_BYTES, MAX_XLSX_BYTES } from "./limits.ts";
import { mayAdd } from "./may-add.ts";
import type { ReadAnswer } from "./reader.ts";
import { keepReading, suggestionIds } from "./reading-cache.ts";
import { guessKind, requireKind } from "./source-kind.ts";
import { sniffTable, type TableForm } from "./table/sniff-table.ts";
import type { IntakeItem } from "./views.ts";

export interface FileInput {
  readonly name: string;
  readonly bytes: Arriving;
  /** A kind a person chose; guessed where there is none. */
  readonly kind?: string;
  readonly mime?: string;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

/**
 * Takes one file in. What is wrong with the file itself is in the answer's `error`.
 * Throws AccessError (not allowed), CollectError `kind-unknown`, StoreError `closed` or `engine-lost`.
 */
export async function addFile(deps: CollectDeps, input: FileInput): Promise<IntakeItem> {
  mayAdd(deps.actor);
  if (input.kind !== undefined) requireKind(input.kind);
  const name = fileName(input.name);
  try {
    return await takeIn(deps, { ...input, name });
  } catch (cause) {
    if (cause instanceof StoreError && (cause.code === "closed" || cause.code === "engine-lost"))
      throw cause;
    return { name, error: itemError(cause) };
  }
}

async function takeIn(deps: CollectDeps, input: FileInput): Promise<IntakeItem> {
  const { bytes, rest, close } = await gather(input.bytes, MAX_DOCUMENT_BYTES);
  try {
    return await takeKind(deps, input, bytes, rest);
  } finally {
    await close();
  }
}

async function takeKind(
  deps: CollectDeps,
  input: FileInput,
  bytes: Buffer,
  rest: AsyncIterable<Uint8Array> | null,
): Promise<IntakeItem> {
  if (bytes.length === 0)
    throw new CollectError("empty", "Expected a file with content; it has 0 bytes.");
  const table = sniffTable(bytes, input);
  if (table !== null) return takeTable(deps, input, table, rest ?? bytes);
  if (rest !== null) return takeLarge(deps, input, bytes, rest);
  const older = await sourceOfFile(deps.ledger.deps.engine.db, sha256(bytes));
  if (older !== null) return duplicate(deps, input.name, older);
  const wacz = await openWacz(input.name, bytes);
  if (wacz !== null)
    return takeWacz(deps, { name: input.name, bytes, kind: input.kind ?? "article" }, wacz);
  const proof = await openProofMode(input.name, bytes);
  if (proof !== null)
    return takeProofMode(deps, { name: input.name, bytes, kind: input.kind }, proof);
  const archived = await openAutoArchiver(input.name, bytes);
  if (archived !== null)
    return takeAutoArchiver(deps, { name: input.name, bytes, kind: input.kind }, archived);
  const read = await deps.reader.read({ bytes, ...hints(input) });
  return enter(deps, input, await keep(deps, input, bytes, read.mime), read);
}

async function takeTable(
  deps: CollectDeps,
  input: FileInput,
  form: TableForm,
  source: Arriving,
): Promise<IntakeItem> {
  const bytes = atMost(source, form.format === "xlsx" ? MAX_XLSX_BYTES : MAX_TABLE_BYTES);
  const file = await keep(deps, input, bytes, form.mime);
  return enter(deps, { ...input, kind: input.kind ?? "list" }, file, null);
}

/** Only pictures and recordings may be larger than a document; what they are shows in their first bytes. */
async function takeLarge(
  deps: CollectDeps,
  input: FileInput,
  head: Buffer,
  rest: AsyncIterable<Uint8Array>,
): Promise<IntakeItem> {
  const read = await deps.reader
    .read({ bytes: head.subarray(0, 4096), ...hints(input) })
    .catch(() => null);
  if (read === null || !["image", "audio", "video"].includes(read.kind))
    throw tooLarge(MAX_DOCUMENT_BYTES);
  return enter(deps, input, await keep(deps, input, atMost(rest, MAX_FILE_BYTES), read.mime), {
    ...read,
    text: "",
    reading: null,
  });
}

async function keep(
  deps: CollectDeps,
  input: FileInput,
  bytes: Arriving,
  mime: string,
): Promise<KeptFile> {
  const { hash, size } = await deps.files.keep(bytes, {
    limitBytes: MAX_FILE_BYTES,
    ...(input.signal === undefined ? {} : { signal: input.signal }),
    ...(input.progress === undefined ? {} : { progress: input.progress }),
  });
  return { hash, size, mime, name: input.name };
}

async function enter(
  deps: CollectDeps,
  input: FileInput,
  file: KeptFile,
  read: ReadAnswer | null,
): Promise<IntakeItem> {
  const reading = read?.reading ?? null;
  const title = cleanLine(reading?.meta.headline?.value ?? "") || input.name;
  const kind = input.kind ?? guessKind(input.name, read ?? { kind: "unknown", reading: null });
  const { source, isNew } = await keepSource(deps, {
    kind,
    title,
    file,
    ...(read === null || read.text === "" ? {} : { text: read.text }),
    ...(reading === null || reading.language === "und" ? {} : { language: reading.language }),
  });
  if (!isNew) return duplicate(deps, input.name, source);
  if (read === null || reading === null)
    return { name: input.name, source, title, kind, suggestions: 0 };
  const { pages, cues, notes, links, shingles } = read;
  const kept = { reading, pages, cues, notes, links, shingles };
  await keepReading(deps.ledger.deps.engine, source, kept);
  return { name: input.name, source, title, kind, suggestions: suggestionIds(reading).length };
}

async function duplicate(deps: CollectDeps, name: string, source: string): Promise<IntakeItem> {
  const row = await deps.ledger.deps.engine.db
    .selectFrom("sources")
    .select(["title", "kind"])
    .where("id", "=", source)
    .executeTakeFirst();
  return {
    name,
    duplicateOf: source,
    ...(row === undefined ? {} : { title: row.title ?? name, kind: row.kind }),
  };
}

function hints({ name, mime }: FileInput): { name: string; mime?: string } {
  return { name, ...(mime === undefined ? {} : { mime }) };
}

function sha256(bytes: Uint8Array): FileHash {
  return createHash("sha256").update(bytes).digest("hex") as FileHash;
}
