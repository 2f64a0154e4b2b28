// What the group itself puts into forms: its words in a field, and in whose name it submits.
// Invariant: only fields that a form lets the group write; the words are the group's argument, never a claim about the person.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { ActError } from "../errors.ts";
import { fieldsOf } from "./route.ts";
import { routes } from "./routes/index.ts";

const writable = new Set(
  routes.flatMap(fieldsOf).flatMap(({ code, written }) => (written === undefined ? [] : [code])),
);

/** Empty words take back what was written. Throws AccessError; ActError `act/no-such-code`, `act/nothing-there`. */
export async function writeWords(
  { ledger, db }: ActDeps,
  actor: Actor,
  { person, field, words }: Body<"submission.written">,
): Promise<{ readonly seq: number }> {
  requireRight(actor, "add");
  if (!writable.has(field))
    throw new ActError("act/no-such-code", "This field is filled from what is on file.");
  const row = await db
    .selectFrom("records")
    .select("schema")
    .where("id", "=", person)
    .executeTakeFirst();
  if (row?.schema !== "Person")
    throw new ActError("act/nothing-there", "There is no such person in the vault.");
  const kept = words === null || words.trim() === "" ? null : words.trim();
  const [entry] = await ledger.append(actor.member, [
    draft("submission.written", person, { person, field, words: kept }),
  ]);
  return { seq: entry?.seq ?? -1 };
}

/** Throws AccessError. */
export async function setSubmitter(
  { ledger }: ActDeps,
  actor: Actor,
  submitter: Body<"submitter.set">,
): Promise<{ readonly seq: number }> {
  requireRight(actor, "add");
  const [entry] = await ledger.append(actor.member, [
    draft("submitter.set", "submitter", submitter),
  ]);
  return { seq: entry?.seq ?? -1 };
}
