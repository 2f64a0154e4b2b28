// Writing down that somebody consents, and that they no longer do.
// Invariant: a consent names something that is in the vault, and only codes the vocabularies hold.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, type ConsentId, draft, termOf } from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { ActError } from "../errors.ts";

export type GiveConsent = Omit<Body<"consent.given">, "id">;

/** Throws AccessError `access/not-allowed`; ActError `act/no-such-code`, `act/nothing-there`. */
export async function giveConsent(
  deps: ActDeps,
  actor: Actor,
  input: GiveConsent,
): Promise<{ readonly id: ConsentId; readonly seq: number }> {
  requireRight(actor, "add");
  const { audiences, giver, mode, about } = input;
  const known =
    audiences.every((code) => termOf("audience", code)) &&
    termOf("consent-giver", giver) &&
    termOf("consent-mode", mode);
  if (!known)
    throw new ActError("act/no-such-code", "Choose audience, giver and mode from the lists.");
  await requireThing(deps, about);
  const id = deps.ids.next<ConsentId>("cns");
  const [entry] = await deps.ledger.append(actor.member, [
    draft("consent.given", about, { ...input, id }),
  ]);
  return { id, seq: entry?.seq ?? -1 };
}

/** Stops what this consent allowed, from now on. Throws AccessError; ActError `act/no-such-consent`, `act/withdrawn-already`. */
export async function withdrawConsent(
  deps: ActDeps,
  actor: Actor,
  { id, reason }: { readonly id: ConsentId; readonly reason?: string },
): Promise<{ readonly seq: number }> {
  requireRight(actor, "add");
  const row = await deps.db
    .selectFrom("consents")
    .leftJoin("consent_withdrawals as no", "no.consent", "consents.id")
    .select(["consents.about", "no.seq as withdrawn"])
    .where("consents.id", "=", id)
    .executeTakeFirst();
  if (row === undefined)
    throw new ActError("act/no-such-consent", "There is no such consent in the vault.");
  if (row.withdrawn !== null)
    throw new ActError("act/withdrawn-already", "This consent was withdrawn before.");
  const about = row.about as Body<"consent.withdrawn">["about"];
  const [entry] = await deps.ledger.append(actor.member, [
    draft("consent.withdrawn", about, { id, about, ...(reason === undefined ? {} : { reason }) }),
  ]);
  return { seq: entry?.seq ?? -1 };
}

async function requireThing({ db }: ActDeps, about: string): Promise<void> {
  const table = about.startsWith("src_") ? "sources" : "records";
  const row = await db.selectFrom(table).select("id").where("id", "=", about).executeTakeFirst();
  if (row === undefined)
    throw new ActError("act/nothing-there", "There is no such record or source in the vault.");
}
