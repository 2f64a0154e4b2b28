// What became of copies that are out: whoever has one was asked to take it down, did so, or would not.
// Invariant: it says what somebody answered, never that a copy is gone from the world; nothing is taken off the list of what went out.
import type { Actor } from "../../access/index.ts";
import { requireRight } from "../../access/index.ts";
import { type Body, draft } from "../../model/index.ts";
import type { Db, Ledger } from "../../store/index.ts";
import { ActError } from "../errors.ts";
import type { CopyAnswer } from "./views.ts";

/** Those who send things out and those who do the work on a case. Throws AccessError; ActError `act/no-such-copy`. */
export async function answerCopy(
  { ledger, db }: { readonly ledger: Ledger; readonly db: Db },
  actor: Actor,
  input: Body<"copy.answered">,
): Promise<void> {
  if (!actor.rights.has("publish")) requireRight(actor, "add");
  const there = await db
    .selectFrom("went_out")
    .select("seq")
    .where("seq", "=", input.copy)
    .executeTakeFirst();
  if (there === undefined)
    throw new ActError("act/no-such-copy", "Nothing left by an entry of this number.");
  await ledger.append(actor.member, [draft("copy.answered", `copy ${input.copy}`, input)]);
}

/** What was written down of these copies, by the entries they left by. */
export async function answersOf(
  db: Db,
  copies: readonly number[],
  named: (member: string) => string,
): Promise<ReadonlyMap<number, CopyAnswer>> {
  if (copies.length === 0) return new Map();
  const asked = new Set(copies);
  const rows = await db
    .selectFrom("copy_answers")
    .selectAll()
    .where("state", "!=", "open")
    .execute();
  return new Map(
    rows
      .filter(({ copy }) => asked.has(copy))
      .map(({ copy, state, note, at, author }) => [
        copy,
        {
          state: state as CopyAnswer["state"],
          ...(note === null ? {} : { note }),
          at,
          by: named(author),
        },
      ]),
  );
}
