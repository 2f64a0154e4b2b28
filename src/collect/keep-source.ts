// The one way a source comes into the vault: its bytes, its text and its entry, in a single append.
// Invariant: the same bytes never make a second source, also when two people hand them in at the same moment.
import { type Body, draft, type Draft, type FileHash, type SourceId } from "../model/index.ts";
import type { Db, Expectation } from "../store/index.ts";
import { StoreError } from "../store/index.ts";
import { cut } from "./clean-line.ts";
import type { CollectDeps } from "./deps.ts";
import { MAX_DOCUMENT_BYTES } from "./limits.ts";

const TEXT_MIME = "text/plain; charset=utf-8";

export interface KeptFile {
  readonly hash: FileHash;
  readonly size: number;
  readonly mime: string;
  readonly name?: string;
}

export interface NewSource {
  readonly kind: string;
  readonly title: string;
  readonly language?: string;
  readonly file?: KeptFile;
  /** The received text; it is kept as a file of its own. */
  readonly text?: string;
  /** How the text was made, where it is the source and was not received: a machine's reading of a picture. */
  readonly textMade?: Pick<Body<"file.kept">, "derivedFrom" | "tool" | "parameters">;
}

type Deps = Pick<CollectDeps, "ledger" | "files" | "ids" | "actor">;

/**
 * Keeps the text, then writes `file.kept` (of bytes not known yet), `source.added` and whatever `more` makes of the
 * new id. The answer names the older source where the bytes were there already; nothing is written then.
 */
export async function keepSource(
  deps: Deps,
  source: NewSource,
  more: (id: SourceId) => readonly Draft[] = () => [],
): Promise<{ readonly source: SourceId; readonly isNew: boolean }> {
  const { ledger, ids, actor } = deps;
  const { db } = ledger.deps.engine;
  const text = source.text === undefined ? undefined : await keepText(deps, source.text);
  // A text without a file of its own stands for the file, so that the same words are not taken in twice.
  const main = source.file ?? text;
  const older = main === undefined ? null : await sourceOfFile(db, main.hash);
  if (older !== null) return { source: older, isNew: false };
  const id = ids.next<SourceId>("src");
  const drafts: Draft[] = [];
  const kept = [source.file, text].filter((f) => f !== undefined);
  const known = await knownFiles(
    db,
    kept.map((f) => f.hash),
  );
  for (const file of kept) {
    if (known.has(file.hash)) continue;
    known.add(file.hash);
    const derived =
      file !== text
        ? {}
        : source.file === undefined
          ? source.textMade
          : { derivedFrom: source.file.hash };
    drafts.push(draft("file.kept", file.hash, { ...file, ...derived }));
  }
  drafts.push(
    draft("source.added", id, {
      id,
      kind: source.kind,
      title: cut(source.title, 2_000),
      ...(main === undefined ? {} : { file: main.hash }),
      ...(text === undefined ? {} : { text: text.hash }),
      ...(source.language === undefined ? {} : { language: cut(source.language, 16) }),
    }),
    ...more(id),
  );
  const expect: Expectation[] =
    main === undefined ? [] : [{ table: "sources", where: { file: main.hash }, seq: null }];
  try {
    await ledger.append(actor.member, drafts, expect);
  } catch (cause) {
    const winner =
      cause instanceof StoreError && cause.code === "conflict" && main
        ? await sourceOfFile(db, main.hash)
        : null;
    if (winner === null) throw cause;
    return { source: winner, isNew: false };
  }
  return { source: id, isNew: true };
}

async function keepText(deps: Deps, text: string): Promise<KeptFile> {
  const bytes = Buffer.from(text, "utf8");
  // UTF-8 needs up to three bytes for a UTF-16 unit.
  const { hash, size } = await deps.files.keep(bytes, { limitBytes: MAX_DOCUMENT_BYTES * 3 });
  return { hash, size, mime: TEXT_MIME };
}

/** The source that holds these bytes, if there is one. */
export async function sourceOfFile(db: Db, hash: FileHash): Promise<SourceId | null> {
  const row = await db
    .selectFrom("sources")
    .select("id")
    .where("file", "=", hash)
    .orderBy("seq")
    .executeTakeFirst();
  return (row?.id ?? null) as SourceId | null;
}

async function knownFiles(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .selectFrom("files")
    .select("hash")
    .where("hash", "in", [...hashes])
    .execute();
  return new Set(rows.map((r) => r.hash));
}
