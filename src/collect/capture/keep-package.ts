// A packaged page enters the vault: the package as the original, what was made of it as files derived from it, its text
// read from the page. Invariant: everything is kept before the one append that names it; no half of it is ever entered.
import { createHash } from "node:crypto";
import { type Body, draft, type Draft, type FileHash } from "../../model/index.ts";
import { firstLine } from "../add-text.ts";
import { cleanLine, cut } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { keepSource } from "../keep-source.ts";
import { MAX_FILE_BYTES } from "../limits.ts";
import { keepReading, suggestionIds } from "../reading-cache.ts";

export const DOM_MIME = "text/html; charset=utf-8";

/** A file as the ledger will name it. */
export interface FilePart {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
}

export interface PagePackage {
  readonly kind: string;
  /** The package as it came. */
  readonly original: { readonly bytes: Buffer; readonly mime: string; readonly name: string };
  readonly url: string;
  /** The page its text is read from; null: there is none to read. */
  readonly dom: { readonly bytes: Buffer; readonly mime: string } | null;
  readonly title: string;
  readonly made: readonly {
    readonly bytes: Buffer;
    readonly mime: string;
    readonly name: string;
  }[];
  /** What made the derived files, with its version. */
  readonly tool: string;
  readonly note?: string;
}

export interface KeptPackage {
  readonly source: string;
  readonly isNew: boolean;
  readonly title: string;
  readonly suggestions: number;
}

/** Throws CollectError (of the reading), StoreError. */
export async function keepPackage(deps: CollectDeps, given: PagePackage): Promise<KeptPackage> {
  const { dom, url } = given;
  const read =
    dom === null ? null : await deps.reader.read({ ...dom, ...(url === "" ? {} : { url }) });
  const title = cleanLine(given.title) || firstLine(read?.text ?? "") || given.original.name;
  const original = partOf(given.original.bytes, given.original.mime);
  for (const { bytes } of [given.original, ...given.made])
    await deps.files.keep(bytes, { limitBytes: MAX_FILE_BYTES });
  const files = await derivedFiles(deps, given, original.sha256 as FileHash);
  const language = read?.reading?.language;
  const { source, isNew } = await keepSource(
    deps,
    {
      kind: given.kind,
      title,
      file: fileOf(original, given.original.name),
      ...(read === null || read.text === "" ? {} : { text: read.text }),
      ...(language === undefined || language === "und" ? {} : { language }),
    },
    (id) => [
      ...files,
      draft("source.described", id, {
        id,
        ...(url === "" ? {} : { url: { value: cut(url, 2_000) } }),
        ...(given.note === undefined ? {} : { note: given.note }),
        relays: [],
      }),
    ],
  );
  if (read === null || read.reading === null) return { source, isNew, title, suggestions: 0 };
  const { reading, pages, cues, notes, links, shingles } = read;
  if (isNew) {
    const kept = { reading, pages, cues, notes, links, shingles };
    await keepReading(deps.ledger.deps.engine, source, kept);
  }
  return { source, isNew, title, suggestions: suggestionIds(reading).length };
}

/** A page that stayed the same gives the same bytes again; a file keeps the entry it has. */
async function derivedFiles(
  { ledger }: CollectDeps,
  { made, tool }: PagePackage,
  derivedFrom: FileHash,
): Promise<readonly Draft[]> {
  const files = made.map(({ bytes, mime, name }) => fileOf(partOf(bytes, mime), name));
  const rows = await ledger.deps.engine.db
    .selectFrom("files")
    .select("hash")
    .where(
      "hash",
      "in",
      files.map(({ hash }) => hash),
    )
    .execute();
  const known = new Set(rows.map(({ hash }) => hash));
  return files
    .filter(({ hash }) => !known.has(hash))
    .map((file) => draft("file.kept", file.hash, { ...file, derivedFrom, tool }));
}

export function partOf(bytes: Buffer, mime: string): FilePart {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length, mime };
}

function fileOf({ sha256, bytes, mime }: FilePart, name: string): Kept {
  return { hash: sha256 as FileHash, size: bytes, mime, name: cut(name, 2_000) };
}

type Kept = Pick<Body<"file.kept">, "hash" | "size" | "mime"> & { readonly name: string };
