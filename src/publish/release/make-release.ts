// Makes an approved release: searches its files, writes what the receiver lacks to a new folder, and only then lets it be handed out.
// Invariant: nothing is written without two approvals of exactly these contents; a word that stays, found in any file, written or
// not, ends it; the entry stands before anybody gets the folder, which is whole or not there.
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import { noteCustody } from "../../preserve/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { diskError } from "../../store/index.ts";
import { PublishError } from "../errors.ts";
import type { Sums } from "../site/site-folder.ts";
import { collectSite } from "../site/write-site.ts";
import { APPROVALS_NEEDED, type Approval, approvalsOf, type DecideDeps } from "./decide-release.ts";
import { type PlanDeps, planRelease, type ReleaseAsk, type ReleasePlan } from "./plan-release.ts";
import type { Release } from "./released.ts";
import { allFiles } from "./release-files.ts";
import { searchAside, type Searcher, searchHere } from "./search-aside.ts";
import { ByteSearch, type WrittenFile } from "./search-bytes.ts";

/** The files made of a release, each path once. */
export type BuildFiles = (release: Release) => AsyncIterable<WrittenFile> | Iterable<WrittenFile>;

export interface MakeRelease extends ReleaseAsk {
  /** A folder that does not exist yet; for a moment on the way to somebody, so nothing of it is forced to the disk. */
  readonly dir: string;
  /** Files the receiver has of an earlier release; those that are the same are listed, not written. */
  readonly have?: Sums;
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
  /** Files the receiver did not have. */
  readonly written: number;
  readonly people: number;
  readonly approvedBy: readonly string[];
  readonly heldBack: ReleasePlan["heldBack"];
}

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
  { dir, to, build, have, progress = noProgress, signal, ...ask }: MakeRelease,
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
  const making = `${dir}.part`;
  const search = await searcherFor(plan, build);
  try {
    await mkdir(dirname(dir), { recursive: true });
    await mkdir(making, { mode: 0o755 });
    const made = await collectSite(making, allFiles(plan.release, build), {
      ...(have === undefined ? {} : { have }),
      check: (file) => {
        stopIfAborted(signal);
        return search.look(file);
      },
      checked: () => search.done(),
      progress: (files) => progress(files, null, "files"),
    });
    const { sha256: tree, files, bytes, written } = made;
    const approvedBy = approvals.map(({ name }) => name);
    await note(deps, actor, plan, { tree, files, to, approvedBy });
    await rename(making, dir);
    const { number, audience, people } = plan.release;
    const { contents, heldBack } = plan;
    const told = { number, audience, contents, tree, files, bytes, written };
    return { ...told, people: people.length, approvedBy, heldBack };
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    throw diskError(cause);
  } finally {
    await search.end();
  }
}

/** A release of so many people is searched in a thread of its own. */
const manyPeople = 500;

async function searcherFor(plan: ReleasePlan, build: BuildFiles): Promise<Searcher> {
  const words = await wordsThatStay(plan, build);
  return plan.release.people.length < manyPeople
    ? searchHere(new ByteSearch(words))
    : searchAside(words);
}

/** Without the words any site of this program says, whoever is in it. */
async function wordsThatStay(
  { withheld, release }: ReleasePlan,
  build: BuildFiles,
): Promise<readonly string[]> {
  if (withheld.length === 0) return [];
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
  return withheld.filter((words) => !usual.has(words));
}

/** The release and what of each person and private source left, in one write, before the folder has its name. */
async function note(
  deps: DecideDeps,
  actor: Actor,
  { release, contents, digests, things, sources }: ReleasePlan,
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
    things: [...things],
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
