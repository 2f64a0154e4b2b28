// Makes an approved release: writes its files to a new folder, searches them, and only then lets them be handed out.
// Invariant: nothing is written without two approvals of exactly these contents; a word that stays, found in any file, ends it;
// the entry stands before anybody gets the folder, which is whole and on the disk or not there.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import { noteCustody } from "../../preserve/index.ts";
import { canonicalJson } from "../../proof/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { diskError, syncFolder } from "../../store/index.ts";
import { PublishError } from "../errors.ts";
import { APPROVALS_NEEDED, type Approval, approvalsOf, type DecideDeps } from "./decide-release.ts";
import { type PlanDeps, planRelease, type ReleaseAsk, type ReleasePlan } from "./plan-release.ts";
import type { Release } from "./released.ts";
import { ByteSearch, type WrittenFile } from "./search-bytes.ts";

/** The files made of a release, each path once. */
export type BuildFiles = (release: Release) => AsyncIterable<WrittenFile> | Iterable<WrittenFile>;

export interface MakeRelease extends ReleaseAsk {
  /** A folder that does not exist yet. */
  readonly dir: string;
  /** Where the copies go, in words. */
  readonly to: string;
  readonly build: BuildFiles;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface MadeRelease {
  readonly number: number;
  readonly audience: string;
  readonly contents: string;
  /** SHA-256 of SHA256SUMS, which names every file. */
  readonly tree: string;
  readonly files: number;
  readonly bytes: number;
  readonly people: number;
  readonly approvedBy: readonly string[];
  readonly heldBack: ReleasePlan["heldBack"];
}

const good = /^(?!.*(?:^|\/)\.)[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;

/** What is in the way of a release: empty where it may be made. */
export const missingFor = (
  approvals: readonly Approval[],
  plan: ReleasePlan,
): readonly Missing[] => [
  ...(plan.release.people.length === 0 ? [{ code: "nobody" } as const] : []),
  ...(approvals.length < APPROVALS_NEEDED
    ? [{ code: "approvals", have: approvals.length, need: APPROVALS_NEEDED } as const]
    : []),
];

export type Missing =
  | { readonly code: "nobody" }
  | { readonly code: "approvals"; readonly have: number; readonly need: number };

/**
 * Throws AccessError; PublishError `publish/not-approved` with what is missing, `publish/folder-taken`, `publish/says-what-stays`,
 * `publish/bad-path`; StoreError of the disk. Nothing is left then.
 */
export async function makeRelease(
  deps: DecideDeps & PlanDeps,
  actor: Actor,
  { dir, to, build, progress = noProgress, signal, ...ask }: MakeRelease,
): Promise<MadeRelease> {
  requireRight(actor, "publish");
  progress(0, null, "plan");
  const plan = await planRelease(deps, ask);
  const approvals = await approvalsOf(deps.db, ask.audience, plan.contents);
  const missing = missingFor(approvals, plan);
  if (missing.length > 0)
    throw new PublishError(
      "publish/not-approved",
      "Two members must look at exactly this release and approve it first. See guwah publish status.",
      { details: { contents: plan.contents, missing: missing.map(({ code }) => code).join(", ") } },
    );
  await requireFree(dir);
  const making = `${dir}.${randomBytes(6).toString("hex")}.part`;
  try {
    await mkdir(dirname(dir), { recursive: true });
    await mkdir(making, { mode: 0o755 });
    const lines = new Map<string, string>();
    let bytes = 0;
    const search = await searchFor(plan, build);
    for await (const file of allFiles(plan.release, build)) {
      stopIfAborted(signal);
      if (!good.test(file.path) || file.path === SUMS || lines.has(file.path))
        throw new PublishError(
          "publish/bad-path",
          "A file in the release has a name that cannot be used.",
        );
      if (search.find(file).size > 0)
        throw new PublishError(
          "publish/says-what-stays",
          "A file of the release holds words that must stay, so nothing was written. Tell those who keep this program.",
          { details: { file: file.path } },
        );
      await put(making, file);
      bytes += file.bytes.length;
      lines.set(file.path, createHash("sha256").update(file.bytes).digest("hex"));
      progress(lines.size, null, "files");
    }
    const sums = sumsOf(lines);
    await put(making, { path: SUMS, bytes: Buffer.from(sums) });
    const tree = createHash("sha256").update(sums).digest("hex");
    const approvedBy = approvals.map(({ name }) => name);
    await note(deps, actor, plan, { tree, files: lines.size, to, approvedBy });
    await rename(making, dir);
    await syncFolder(dirname(dir));
    const { number, audience, people } = plan.release;
    const { contents, heldBack } = plan;
    const told = { number, audience, contents, tree, files: lines.size, bytes };
    return { ...told, people: people.length, approvedBy, heldBack };
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    throw diskError(cause);
  }
}

/** Without the words any site of this program says, whoever is in it. */
async function searchFor(
  { withheld, release }: ReleasePlan,
  build: BuildFiles,
): Promise<ByteSearch> {
  if (withheld.length === 0) return new ByteSearch([]);
  const all = new ByteSearch(withheld);
  const usual = new Set<string>();
  const nobody = {
    ...release,
    publisher: {},
    people: [],
    places: [],
    questions: [],
    estimates: [],
    sources: [],
    changes: [],
  };
  for await (const file of build(nobody)) for (const words of all.find(file)) usual.add(words);
  return new ByteSearch(withheld.filter((words) => !usual.has(words)));
}

async function* allFiles(release: Release, build: BuildFiles): AsyncGenerator<WrittenFile> {
  yield { path: "release.json", bytes: Buffer.from(canonicalJson(release)) };
  yield* build(release);
}

/** The release and what of each person and private source left, in one write, before the folder has its name. */
async function note(
  deps: DecideDeps,
  actor: Actor,
  { release, contents, digests, sources }: ReleasePlan,
  {
    tree,
    ...made
  }: Pick<Body<"release.made">, "files" | "to" | "approvedBy"> & { readonly tree: string },
): Promise<void> {
  const body = {
    ...made,
    number: release.number,
    audience: release.audience as Body<"release.made">["audience"],
    contents: contents as Body<"release.made">["contents"],
    tree: tree as Body<"release.made">["tree"],
    people: [...digests],
    sources: [...sources] as Body<"release.made">["sources"],
  };
  await noteCustody(deps, actor, {
    action: "exported",
    to: made.to,
    reason: `release ${release.number}, ${release.audience}, contents ${contents}`,
  });
  await deps.ledger.append(actor.member, [
    draft("release.made", `release ${release.number}`, body),
  ]);
}

const SUMS = "SHA256SUMS";

/** As `sha256sum -c` reads it. */
const sumsOf = (lines: ReadonlyMap<string, string>): string =>
  [...lines]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join("");

async function put(dir: string, { path, bytes }: WrittenFile): Promise<void> {
  const full = join(dir, path);
  await mkdir(dirname(full), { recursive: true });
  const file = await open(full, "wx", 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function requireFree(dir: string): Promise<void> {
  const found = await readdir(dir).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new PublishError("publish/folder-taken", "There is a file of that name.", { cause });
  });
  if (found.length > 0)
    throw new PublishError("publish/folder-taken", "The folder is not empty. Name a new one.");
}
