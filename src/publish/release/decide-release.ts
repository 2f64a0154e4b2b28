// What members decide about releases: holds, approval of exact contents, withdrawal.
// Invariant: an approval is of the contents as they are worked out now; whoever asks for an old hash is told to look again.
import { type Actor, requireRight, rightsOfAll } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db, Ledger } from "../../store/index.ts";
import { PublishError } from "../errors.ts";
import { copiesOf, type ReleaseCopy } from "./copies.ts";
import type { ReleaseAudience } from "./levels.ts";
import { type PlanDeps, planRelease, type ReleaseAsk } from "./plan-release.ts";

export interface DecideDeps extends PlanDeps {
  readonly ledger: Ledger;
  readonly db: Db;
  readonly clock: Clock;
}

/** Two different members. */
export const APPROVALS_NEEDED = 2;

export interface Approval {
  readonly member: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface HoldView {
  readonly about: string;
  readonly reason: string;
  readonly at: number;
  readonly by: string;
}

function requireDecider(actor: Actor): void {
  if (!actor.rights.has("review")) requireRight(actor, "publish");
}

/** Throws AccessError unless the actor may publish or review; PublishError `publish/nothing-there`, `publish/no-reason`. */
export async function setHold(
  { ledger, db }: Pick<DecideDeps, "ledger" | "db">,
  actor: Actor,
  input: Body<"hold.set"> & { readonly stands: boolean },
): Promise<void> {
  requireDecider(actor);
  const { stands, about, reason } = input;
  if (reason.trim() === "") throw new PublishError("publish/no-reason", "Say why, in a few words.");
  const table = { rec: "records", src: "sources", clm: "claims" } as const;
  const from = table[about.slice(0, 3) as keyof typeof table];
  const there = await db.selectFrom(from).select("id").where("id", "=", about).executeTakeFirst();
  const now = await db
    .selectFrom("holds")
    .select("stands")
    .where("about", "=", about)
    .executeTakeFirst();
  if (there === undefined || (!stands && now?.stands !== 1))
    throw new PublishError("publish/nothing-there", "There is nothing of this kind on file.");
  await ledger.append(actor.member, [
    draft(stands ? "hold.set" : "hold.lifted", about, { about, reason }),
  ]);
}

export async function listHolds(db: Db): Promise<HoldView[]> {
  const rows = await db
    .selectFrom("holds as h")
    .leftJoin("members as m", "m.id", "h.author")
    .select(["h.about", "h.reason", "h.at", "h.author", "m.name"])
    .where("h.stands", "=", 1)
    .orderBy("h.seq")
    .execute();
  return rows.map(({ about, reason, at, author, name }) => ({
    about,
    reason,
    at,
    by: name ?? author,
  }));
}

/**
 * Those who approved exactly these contents, may decide still, and did so after any release of this audience was last withdrawn: what
 * was taken back is looked at anew. The first approval of each, oldest first.
 */
export async function approvalsOf(
  db: Db,
  audience: ReleaseAudience,
  contents: string,
): Promise<Approval[]> {
  const rows = await db
    .selectFrom("release_approvals as a")
    .innerJoin("members as m", "m.id", "a.author")
    .select(["a.author", "a.at", "a.seq", "m.name", "m.roles"])
    .where("a.contents", "=", contents)
    .where("a.audience", "=", audience)
    .where("m.active", "=", 1)
    .orderBy("a.seq")
    .execute();
  const withdrawn = await db
    .selectFrom("release_withdrawals")
    .select("seq")
    .where("audience", "=", audience)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  const first = new Map<string, Approval>();
  for (const { author, at, seq, name, roles } of rows) {
    if (first.has(author) || seq < (withdrawn?.seq ?? 0)) continue;
    const rights = rightsOfAll(JSON.parse(roles) as Parameters<typeof rightsOfAll>[0]);
    if (rights.has("review") || rights.has("publish"))
      first.set(author, { member: author, name, at });
  }
  return [...first.values()];
}

/**
 * `contents`: the hash of what the member looked at. Throws AccessError; PublishError `publish/changed-since` where the release would
 * hold something else by now.
 */
export async function approveRelease(
  deps: DecideDeps,
  actor: Actor,
  { contents, ...ask }: ReleaseAsk & { readonly contents: string },
): Promise<readonly Approval[]> {
  requireDecider(actor);
  const plan = await planRelease(deps, ask);
  if (plan.contents !== contents)
    throw new PublishError(
      "publish/changed-since",
      "What would leave is not what you looked at any more. Look at the preview again.",
    );
  const before = await approvalsOf(deps.db, ask.audience, contents);
  if (!before.some(({ member }) => member === actor.member))
    await deps.ledger.append(actor.member, [
      draft("release.approved", contents, {
        audience: ask.audience,
        contents: contents as Body<"release.approved">["contents"],
      }),
    ]);
  return approvalsOf(deps.db, ask.audience, contents);
}

/**
 * Gives back where the copies went, as the entry keeps it: whoever has one is to be asked. Throws AccessError; PublishError
 * `publish/nothing-there`, `publish/no-reason`.
 */
export async function withdrawRelease(
  { ledger, db }: Pick<DecideDeps, "ledger" | "db">,
  actor: Actor,
  input: Omit<Body<"release.withdrawn">, "copies">,
): Promise<readonly ReleaseCopy[]> {
  requireRight(actor, "publish");
  if (input.reason.trim() === "")
    throw new PublishError("publish/no-reason", "Say why, in a few words.");
  const copies = await copiesOf(db, input);
  if (copies === null)
    throw new PublishError("publish/nothing-there", "There is no release of this number.");
  await ledger.append(actor.member, [
    draft("release.withdrawn", `release ${input.number}`, {
      ...input,
      copies: copies.slice(0, 10_000).map(({ seq }) => seq),
    }),
  ]);
  return (await copiesOf(db, input)) ?? [];
}
