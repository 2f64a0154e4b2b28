// How the group wants to be named and reached by whoever reads a release.
// Invariant: one for the whole vault, so that everybody who looks at a preview looks at the same contents; a keeper's word.
import { type Actor, requireRight } from "../../access/index.ts";
import { draft } from "../../model/index.ts";
import type { Db, Ledger } from "../../store/index.ts";
import { PublishError } from "../errors.ts";
import type { Release } from "./released.ts";

export type Publisher = Release["publisher"];

/** Nothing where nobody said anything: the release names no group. */
export async function publisherOf(db: Db): Promise<Publisher> {
  const row = await db
    .selectFrom("publisher")
    .select("body")
    .where("name", "=", "now")
    .executeTakeFirst();
  return row === undefined ? {} : (JSON.parse(row.body) as Publisher);
}

/**
 * The whole of it; what is left out or empty is not told. `address`: where the site will stand, https. Throws AccessError without
 * `keep`; PublishError `publish/bad-address`.
 */
export async function setPublisher(
  { ledger, db }: { readonly ledger: Ledger; readonly db: Db },
  actor: Actor,
  given: { readonly [part in keyof Publisher]: string | undefined },
): Promise<Publisher> {
  requireRight(actor, "keep");
  const parts = Object.entries(given)
    .map(([part, words]) => [part, (words ?? "").replaceAll(/\s+/g, " ").trim()] as const)
    .filter(([, words]) => words !== "");
  const publisher: Publisher = Object.fromEntries(parts);
  if (publisher.address !== undefined && !isAddress(publisher.address))
    throw new PublishError(
      "publish/bad-address",
      "An address begins with https:// and has no name, password, ? or # in it.",
    );
  await ledger.append(actor.member, [draft("publisher.set", "publisher", publisher)]);
  return publisherOf(db);
}

/** Links are made of it, so nothing may hide in it. */
function isAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === "https:" &&
    `${url.username}${url.password}${url.search}${url.hash}` === "" &&
    !/[?#]/.test(address)
  );
}
