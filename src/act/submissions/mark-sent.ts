// Writing down that a submission went out, and that it was answered.
// Invariant: what was sent is told with the hash of the very document; consents list it among what went out, so that a withdrawal marks it.
import { type Actor, requireRight } from "../../access/index.ts";
import { clusterOf } from "../../link/index.ts";
import { type Body, draft, type RecordId, type SubmissionId, termOf } from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { ActError } from "../errors.ts";
import { routeOf } from "./routes/index.ts";

export type MarkSent = Omit<Body<"submission.sent">, "id" | "version" | "rests">;

/**
 * The version is worked out: how many of this route went out for the first person before it, and one.
 * `restsOn`: the other people and the sources whose consent it rests on; asked once everything else was found right.
 * Throws AccessError; ActError `act/no-such-code` for a route or an audience it does not go to, `act/nothing-there`.
 */
export async function markSent(
  deps: ActDeps,
  actor: Actor,
  input: MarkSent,
  restsOn: () => Promise<readonly string[]> = async () => [],
): Promise<{ readonly id: SubmissionId; readonly version: number }> {
  requireRight(actor, "publish");
  const route = routeOf(input.route);
  if (route === undefined || !route.audiences.includes(input.audience))
    throw new ActError("act/no-such-code", "Choose a route, and an audience it goes to.");
  await requirePeople(deps, input.people);
  const version = (await sentBefore(deps, input.people[0] as RecordId, route.code)) + 1;
  const id = deps.ids.next<SubmissionId>("sub");
  const first = input.people[0] as RecordId;
  const rests = (await restsOn()) as NonNullable<Body<"submission.sent">["rests"]>;
  const body = { ...input, id, version, ...(rests.length === 0 ? {} : { rests }) };
  await deps.ledger.append(actor.member, [draft("submission.sent", first, body)]);
  return { id, version };
}

/** Throws AccessError; ActError `act/nothing-there` for a submission or statement that is not on file, `act/no-such-code`. */
export async function markAnswered(
  { ledger, db }: ActDeps,
  actor: Actor,
  input: Body<"submission.answered">,
): Promise<{ readonly seq: number }> {
  requireRight(actor, "add");
  if (input.reply !== undefined && termOf("intervention-reply", input.reply) === undefined)
    throw new ActError("act/no-such-code", "Choose how the reply is to be read from the list.");
  const sent = await db
    .selectFrom("submissions")
    .select("id")
    .where("id", "=", input.submission)
    .executeTakeFirst();
  const said = await db
    .selectFrom("statements")
    .select("id")
    .where("id", "=", input.statement)
    .executeTakeFirst();
  if (sent === undefined || said === undefined)
    throw new ActError("act/nothing-there", "There is no such submission or statement on file.");
  const [entry] = await ledger.append(actor.member, [
    draft("submission.answered", input.submission, input),
  ]);
  return { seq: entry?.seq ?? -1 };
}

/** How many submissions of this route went out about the person. */
export async function sentBefore(
  { db }: Pick<ActDeps, "db">,
  person: string,
  route: string,
): Promise<number> {
  const rows = await db
    .selectFrom("submissions")
    .select(["id", "body"])
    .where("person", "in", await clusterOf(db, person))
    .execute();
  const ids = rows
    .filter(({ body }) => (JSON.parse(body) as Body<"submission.sent">).route === route)
    .map(({ id }) => id);
  return new Set(ids).size;
}

async function requirePeople({ db }: ActDeps, people: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom("records")
    .select("id")
    .where("id", "in", [...people])
    .where("schema", "=", "Person")
    .execute();
  if (rows.length < new Set(people).size)
    throw new ActError("act/nothing-there", "There is no such person in the vault.");
}
