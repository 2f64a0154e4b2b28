// An export for one audience, written to a folder.
// Invariant: made of what went through the gate alone; whose file goes where is in the ledger before the first byte is written.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Actor, requireRight } from "../../access/index.ts";
import {
  type Body,
  draft,
  type FileHash,
  recordId,
  type SourceId,
  sourceId,
} from "../../model/index.ts";
import { noteCustody } from "../../preserve/index.ts";
import { noProgress, type Progress } from "../../runtime/index.ts";
import { diskError, syncFolder } from "../../store/index.ts";
import type { PublishDeps } from "../deps.ts";
import { PublishError } from "../errors.ts";
import { approvalsOf } from "../release/decide-release.ts";
import { type Missing, missingFor } from "../release/make-release.ts";
import { type PlanDeps, planRelease } from "../release/plan-release.ts";
import { ByteSearch } from "../release/search-bytes.ts";
import type { ExportFile, ExportSet } from "./export-set.ts";
import { exportFiles, formatOf, needsTexts } from "./formats.ts";
import { setOfRelease } from "./set-of-release.ts";
import { vaultSet } from "./set-of-vault.ts";
import type { TextOf } from "./web-annotations.ts";

/** Of pictures, what a release is planned with: an export of it is of the same contents. */
type ExportDeps = PublishDeps & Pick<PlanDeps, "pictures">;

/** `public` goes by a release that two members approved; the others by the gate as it is now. */
export const exportAudiences = ["inside", "partners", "public"] as const;
export type ExportAudience = (typeof exportAudiences)[number];

export interface WriteExport {
  readonly format: string;
  readonly audience: string;
  /** A folder that does not exist yet. */
  readonly dir: string;
  /** Where the copies go, in words; the audience where it is left out. */
  readonly to?: string;
  /** As the release was approved with; for the public alone. */
  readonly k?: number;
  readonly progress?: Progress;
}

/** What an export for an audience would hold and what stays; for the public also who approved, and what is in the way. */
export interface ExportPreview {
  readonly people: number;
  readonly claims: number;
  readonly statements: number;
  readonly sources: number;
  readonly heldBack: WrittenExport["heldBack"];
  readonly release: {
    readonly contents: string;
    readonly approvedBy: readonly string[];
    readonly missing: readonly Missing[];
  } | null;
}

export interface WrittenExport {
  readonly format: string;
  readonly audience: string;
  readonly files: readonly string[];
  readonly people: number;
  readonly claims: number;
  readonly statements: number;
  readonly sources: number;
  /** What stayed, by what it is and why; never written to the export. */
  readonly heldBack: readonly {
    readonly what: string;
    readonly reason: string;
    readonly count: number;
  }[];
}

/** The audience of this name. Throws PublishError `publish/unknown-audience`. */
export function exportAudienceOf(name: string): ExportAudience {
  const known = exportAudiences.find((audience) => audience === name);
  if (known !== undefined) return known;
  throw new PublishError(
    "publish/unknown-audience",
    `An export can be made for: ${exportAudiences.join(", ")}.`,
  );
}

/** Throws AccessError; PublishError `publish/unknown-format`, `publish/unknown-audience`, `publish/no-release`, `publish/export-invalid`. */
export async function writeExport(
  deps: ExportDeps,
  actor: Actor,
  { format: name, audience: asked, dir, to = asked, k, progress = noProgress }: WriteExport,
): Promise<WrittenExport> {
  requireRight(actor, "publish");
  const format = formatOf(name);
  const audience = exportAudienceOf(asked);
  const going = await chosen(deps, audience, progress, k);
  requireApproved(going);
  const { set, heldBack, people, sources, stays, release } = going;
  const texts = needsTexts(format) ? await textsOf(deps, set) : undefined;
  const files = exportFiles(set, format, texts);
  requireNothingThatStays(files, stays, exportFiles(nobodyIn(set), format));
  await noteCustody(deps, actor, { action: "exported", to, reason: `${audience}, as ${format}` });
  // Whoever withdraws consent later is told where copies went.
  if (audience !== "inside")
    await deps.ledger.append(actor.member, [
      draft("export.made", `export for ${audience}`, {
        audience,
        ...(release === null
          ? {}
          : { contents: release.contents as Body<"release.approved">["contents"] }),
        format,
        to,
        people: [...people],
        sources: [...sources],
      }),
    ]);
  await writeFolder(dir, files);
  return {
    format,
    audience,
    files: files.map(({ path }) => path),
    people: set.people.length,
    claims: set.claims.length,
    statements: set.statements.length,
    sources: set.sources.length,
    heldBack,
  };
}

/** Throws as writeExport; nothing is written, and what is missing is told instead of refused. */
export async function previewExport(
  deps: ExportDeps,
  actor: Actor,
  { audience: asked, k }: Pick<WriteExport, "audience" | "k">,
): Promise<ExportPreview> {
  requireRight(actor, "publish");
  const { set, heldBack, release } = await chosen(deps, exportAudienceOf(asked), noProgress, k);
  return {
    people: set.people.length,
    claims: set.claims.length,
    statements: set.statements.length,
    sources: set.sources.length,
    heldBack,
    release,
  };
}

interface Chosen {
  readonly set: ExportSet;
  readonly heldBack: WrittenExport["heldBack"];
  /** For those outside: whose file goes, at which level, and which private sources. */
  readonly people: Body<"export.made">["people"];
  readonly sources: readonly SourceId[];
  /** Words that must be in no file. */
  readonly stays: readonly string[];
  readonly release: ExportPreview["release"];
}

async function chosen(
  deps: ExportDeps,
  audience: ExportAudience,
  progress: Progress,
  k: number | undefined,
): Promise<Chosen> {
  if (audience !== "public") {
    const { set, heldBack, people, sources } = await vaultSet(deps, audience, progress);
    return {
      set,
      heldBack,
      people: people.map((id) => ({ record: recordId.parse(id) })),
      sources: sources.map((id) => sourceId.parse(id)),
      stays: [],
      release: null,
    };
  }
  const plan = await planRelease(deps, { audience, ...(k === undefined ? {} : { k }) });
  const { contents, heldBack, digests, sources, withheld } = plan;
  const approvals = await approvalsOf(deps.db, audience, contents);
  return {
    set: setOfRelease(plan.release),
    heldBack,
    people: digests.map(({ record, level }) => ({ record, level })),
    sources: sources.map((id) => sourceId.parse(id)),
    stays: withheld,
    release: {
      contents,
      approvedBy: approvals.map(({ name }) => name),
      missing: missingFor(approvals, plan),
    },
  };
}

function requireApproved({ release }: Chosen): void {
  if (release === null || release.missing.length === 0) return;
  throw new PublishError(
    "publish/no-release",
    "Two members must approve exactly what would be released to the public now. See guwah publish status.",
    { details: { contents: release.contents } },
  );
}

const nobodyIn = (set: ExportSet): ExportSet => ({
  ...set,
  people: [],
  parts: [],
  claims: [],
  statements: [],
  sources: [],
  places: [],
  figures: [],
  questions: [],
});

/** The last look at the bytes, as at those of a site; words that stand in every such export tell nothing. */
function requireNothingThatStays(
  files: readonly ExportFile[],
  stays: readonly string[],
  empty: readonly ExportFile[],
): void {
  if (stays.length === 0) return;
  const found = (search: ByteSearch, some: readonly ExportFile[]): Set<string> =>
    new Set(some.flatMap(({ path, text }) => [...search.find({ path, bytes: Buffer.from(text) })]));
  const usual = found(new ByteSearch(stays), empty);
  const search = new ByteSearch(stays.filter((words) => !usual.has(words)));
  if (found(search, files).size > 0)
    throw new PublishError(
      "publish/says-what-stays",
      "A file of the export holds words that must stay, so nothing was written. Tell those who keep this program.",
    );
}

/** The received texts claims point into, for counting. */
async function textsOf({ files }: PublishDeps, set: ExportSet): Promise<TextOf> {
  const counted = new Set(
    [...set.claims, ...set.statements]
      .filter(({ passage }) => passage?.start !== undefined)
      .map(({ source }) => source),
  );
  const texts = new Map<string, string>();
  for (const { key, text } of set.sources) {
    if (text === undefined || !counted.has(key)) continue;
    const bytes = await files.bytes(text as FileHash, maxTextBytes);
    texts.set(key, Buffer.from(bytes).toString("utf8"));
  }
  return (key) => texts.get(key);
}

const maxTextBytes = 64 * 1024 * 1024;

/** The files with SHA256SUMS beside them; the folder is whole or not there. */
async function writeFolder(dir: string, files: readonly ExportFile[]): Promise<void> {
  const making = `${dir}.${randomBytes(6).toString("hex")}.part`;
  try {
    await mkdir(dirname(dir), { recursive: true });
    await mkdir(making, { mode: 0o700 });
    const sums = files.map(
      ({ path, text }) => `${createHash("sha256").update(text).digest("hex")}  ${path}\n`,
    );
    for (const { path, text } of [...files, { path: "SHA256SUMS", text: sums.join("") }])
      await writeFile(join(making, path), text, { mode: 0o600, flush: true });
    await rename(making, dir);
    await syncFolder(dirname(dir));
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    throw diskError(cause);
  }
}
