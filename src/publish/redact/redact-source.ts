// A copy of a source's file with parts blacked out: made apart, searched, and kept as a new file derived of the original.
// Invariant: the original never changes; the ledger holds where the boxes are, never what was under them.
import { type CollectDeps, pictureBytes, runApart } from "../../collect/index.ts";
import { type Actor, requireRight } from "../../access/index.ts";
import { draft, type FileHash, type SourceId } from "../../model/index.ts";
import { readBoxes, writeBoxes } from "./written-boxes.ts";
import {
  MAX_BOXES,
  type PageSize,
  REDACT_TIME_MS,
  type Box,
  type RedactAsk,
  type Redacted,
  type Redaction,
} from "./boxes.ts";
import { isRedactCode, RedactError } from "./errors.ts";

const program = new URL("./redact-program.ts", import.meta.url);
const MAX_COPY_BYTES = 512 * 1024 * 1024;

export interface RedactDeps extends Pick<CollectDeps, "ledger" | "files"> {
  readonly actor: Pick<Actor, "member" | "rights">;
}

/** A blacked-out copy, as it is listed. */
export interface RedactionView {
  readonly file: FileHash;
  readonly mime: string;
  readonly size: number;
  readonly tool: string;
  readonly boxes: readonly Box[];
  readonly madeAt: number;
}

export interface RedactPages {
  readonly form: "picture" | "pdf";
  readonly pages: readonly PageSize[];
}

async function apart<T>(ask: RedactAsk): Promise<T> {
  return runApart<T>(program, ask, {
    timeMs: REDACT_TIME_MS,
    errorOf: (code, details) => (isRedactCode(code) ? new RedactError(code, { details }) : null),
  });
}

/** A list holds ID numbers in the open; whoever may not see sealed values may not have it whole. */
async function originalOf(deps: RedactDeps, source: string) {
  const row = await deps.ledger.deps.engine.db
    .selectFrom("sources")
    .select("kind")
    .where("id", "=", source)
    .executeTakeFirst();
  if (row?.kind === "list") requireRight(deps.actor, "open-sealed");
  return pictureBytes(deps, source);
}

/** A picture encoded anew from its pixels alone, with no box on it. Throws PictureError; RedactError. */
export async function encodedAnew(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; mime: string; width: number; height: number }> {
  const { form, pages } = await apart<RedactPages>({ task: "pages", bytes });
  const [page] = pages;
  if (form !== "picture" || page === undefined) throw new RedactError("redact/box-outside");
  const made = await apart<Redacted>({
    task: "redact",
    bytes,
    boxes: [],
    every: [],
    leaveElsewhere: false,
  });
  return { bytes: made.bytes, mime: made.mime, width: page.width, height: page.height };
}

/** The pages of a source's file, with their sizes. Throws CollectError `source-unknown`; PictureError. */
export async function redactPages(deps: RedactDeps, source: string): Promise<RedactPages> {
  const { bytes } = await originalOf(deps, source);
  return apart({ task: "pages", bytes });
}

/** A page as a PNG. Of a copy where `copy` names one. Throws as redactPages; RedactError `no-such-copy`, `box-outside`. */
export async function drawnPage(
  deps: RedactDeps,
  {
    source,
    page,
    copy,
  }: { readonly source: string; readonly page: number; readonly copy?: string },
): Promise<Uint8Array> {
  const bytes =
    copy === undefined
      ? (await originalOf(deps, source)).bytes
      : await deps.files.bytes((await copyOf(deps, source, copy)).file, MAX_COPY_BYTES);
  return apart({ task: "draw", bytes, page, pixels: 1_400 });
}

/** Boxes around words of a PDF; none for a picture. Throws as redactPages. */
export async function findInSource(
  deps: RedactDeps,
  { source, words }: { readonly source: string; readonly words: string },
): Promise<Box[]> {
  const { bytes } = await originalOf(deps, source);
  return apart({ task: "find", bytes, words });
}

/**
 * Makes and keeps the copy. Throws AccessError `access/not-allowed` (right `publish`); CollectError; PictureError; RedactError:
 * among them `still-there` with the pages on which what is under a box stands too.
 */
export async function redactSource(
  deps: RedactDeps,
  { source, ...redaction }: { readonly source: string } & Redaction,
): Promise<RedactionView> {
  const { ledger, files, actor } = deps;
  requireRight(actor, "publish");
  const { boxes, every } = redaction;
  if (boxes.length + every.length === 0 || boxes.length > MAX_BOXES)
    throw new RedactError("redact/no-boxes");
  const original = await originalOf(deps, source);
  const made = await apart<Redacted>({ task: "redact", bytes: original.bytes, ...redaction });
  const { hash, size } = await files.keep(made.bytes, { limitBytes: MAX_COPY_BYTES });
  const older = await listRedactions(deps, source);
  const same = older.find((copy) => copy.file === hash);
  if (same !== undefined) return same;
  const { mime, tool } = made;
  await ledger.append(actor.member, [
    draft("file.kept", hash, {
      hash,
      size,
      mime,
      derivedFrom: original.hash,
      tool,
      parameters: writeBoxes(made.boxes),
    }),
    draft("custody.noted", source, { action: "redacted", source: source as SourceId, file: hash }),
  ]);
  return copyOf(deps, source, hash);
}

/** The blacked-out copies of a source, newest first. */
export async function listRedactions(
  { ledger }: Pick<RedactDeps, "ledger">,
  source: string,
): Promise<RedactionView[]> {
  const rows = await ledger.deps.engine.db
    .selectFrom("file_arrivals as a")
    .innerJoin("sources as s", "s.file", "a.derived_from")
    .innerJoin("files as f", "f.hash", "a.hash")
    .select(["a.hash", "f.mime", "f.size", "a.tool", "a.parameters", "a.at"])
    .where("s.id", "=", source)
    .where("a.parameters", "like", '%"blacked out"%')
    .orderBy("a.seq", "desc")
    .execute();
  return rows.map((row) => ({
    file: row.hash as FileHash,
    mime: row.mime,
    size: row.size,
    tool: row.tool ?? "",
    boxes: readBoxes(row.parameters ?? "{}"),
    madeAt: row.at,
  }));
}

/** One copy of this source. Throws RedactError `no-such-copy`. */
export async function copyOf(
  deps: Pick<RedactDeps, "ledger">,
  source: string,
  file: string,
): Promise<RedactionView> {
  const found = (await listRedactions(deps, source)).find((copy) => copy.file === file);
  if (found === undefined) throw new RedactError("redact/no-such-copy");
  return found;
}
