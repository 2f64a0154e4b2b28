// Writing down that somebody consents, and that they no longer do.
// Invariant: a consent names something that is in the vault, and only codes the vocabularies hold; for a child a guardian spoke
// and the child was asked, for somebody detained the risk was weighed; a giver's name is sealed or not kept at all.
import { type Actor, requireRight, writeDecision, type Written } from "../../access/index.ts";
import { clusterOf } from "../../link/index.ts";
import {
  type Body,
  type ConsentId,
  draft,
  recordId,
  termOf,
  type Value,
} from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { ActError } from "../errors.ts";
import { guardians } from "./block-of.ts";
import { lastNo } from "./consent-for.ts";
import { consentsAbout } from "./read-consents.ts";

type Sealed = Extract<Value, { kind: "sealed" }>;

export type GiveConsent = Omit<Body<"consent.given">, "id" | "covers" | "giverSealed"> & {
  /** Name and contact of who consented, in words; sealed before anything is written. */
  readonly giverName?: string;
};

/**
 * `seal`: null where the member may not seal values.
 * Throws AccessError `access/not-allowed`; ActError `act/no-such-code`, `act/nothing-there`, `act/consent-incomplete`, `act/not-sealed`.
 */
export async function giveConsent(
  deps: ActDeps,
  actor: Actor,
  { giverName = "", ...input }: GiveConsent,
  seal: ((text: string) => Value) | null = null,
): Promise<Written & { readonly id: ConsentId }> {
  requireRight(actor, "add");
  requireCodes(input);
  requireComplete(input);
  await requireThing(deps, input.about);
  const id = deps.ids.next<ConsentId>("cns");
  const isPerson = input.about.startsWith("rec_");
  const covers = isPerson
    ? (await clusterOf(deps.db, input.about)).map((record) => recordId.parse(record))
    : [];
  const given = draft("consent.given", input.about, {
    ...input,
    id,
    ...(covers.length > 1 ? { covers } : {}),
    ...(giverName.trim() === "" ? {} : { giverSealed: sealedGiver(giverName.trim(), seal) }),
  });
  return { id, ...(await writeDecision(deps, actor, { drafts: [given] })) };
}

/**
 * Stops what this consent allowed, from now on; with `audiences`, only for those.
 * Throws AccessError; ActError `act/no-such-consent`, `act/no-such-code`, `act/withdrawn-already`.
 */
export async function withdrawConsent(
  deps: ActDeps,
  actor: Actor,
  {
    id,
    audiences,
    reason,
  }: {
    readonly id: ConsentId;
    readonly audiences?: readonly string[];
    readonly reason?: string;
  },
): Promise<{ readonly seq: number }> {
  requireRight(actor, "add");
  const row = await knownConsent(deps, id);
  const { about } = row.body;
  if (audiences?.some((code) => !row.body.audiences.includes(code)) === true)
    throw new ActError("act/no-such-code", "This consent does not name that audience.");
  const left = row.body.audiences.filter((audience) => lastNo(row, audience) < 0);
  if (!(audiences ?? left).some((audience) => left.includes(audience)))
    throw new ActError("act/withdrawn-already", "This consent was withdrawn before.");
  const [entry] = await deps.ledger.append(actor.member, [
    draft("consent.withdrawn", about, {
      id,
      about,
      ...(audiences === undefined ? {} : { audiences: [...audiences] }),
      ...(reason === undefined ? {} : { reason }),
    }),
  ]);
  return { seq: entry?.seq ?? -1 };
}

/** The consent with its withdrawals. Throws ActError `act/no-such-consent`. */
export async function knownConsent({ db }: Pick<ActDeps, "db">, id: string) {
  const found = await db
    .selectFrom("consents")
    .select("about")
    .where("id", "=", id)
    .executeTakeFirst();
  const rows = found === undefined ? [] : await consentsAbout(db, [found.about]);
  const row = rows.find(({ body }) => body.id === id);
  if (row === undefined)
    throw new ActError("act/no-such-consent", "There is no such consent in the vault.");
  return row;
}

function requireCodes({ audiences, giver, mode, capacity }: GiveConsent): void {
  const known =
    audiences.every((code) => termOf("audience", code)) &&
    termOf("consent-giver", giver) &&
    termOf("consent-mode", mode) &&
    (capacity === undefined || termOf("consent-capacity", capacity));
  if (!known)
    throw new ActError("act/no-such-code", "Choose audience, giver and mode from the lists.");
}

function requireComplete({ capacity, giver, assent, risk }: GiveConsent): void {
  const incomplete = (missing: string, message: string): ActError =>
    new ActError("act/consent-incomplete", message, { details: { missing } });
  if (capacity === "child" && !guardians.has(giver))
    throw incomplete("guardian", "For a child, a parent or guardian consents.");
  if (capacity === "child" && assent === undefined)
    throw incomplete("assent", "Say whether the child was asked and agreed, or is too young.");
  if (capacity === "detained" && giver === "self")
    throw incomplete("kin", "Whoever is detained is spoken for: say who consented for them.");
  if (capacity === "detained" && (risk ?? "").trim() === "")
    throw incomplete("risk", "Write down how whoever consents sees the risk for the person.");
}

function sealedGiver(name: string, seal: ((text: string) => Value) | null): Sealed {
  const value = seal?.(name);
  if (value?.kind !== "sealed")
    throw new ActError(
      "act/not-sealed",
      "Your role cannot seal values. Leave name and contact to a documenter or a keeper.",
    );
  return value;
}

async function requireThing({ db }: ActDeps, about: string): Promise<void> {
  const table = about.startsWith("src_") ? "sources" : "records";
  const row = await db.selectFrom(table).select("id").where("id", "=", about).executeTakeFirst();
  if (row === undefined)
    throw new ActError("act/nothing-there", "There is no such record or source in the vault.");
}
