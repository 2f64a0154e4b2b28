// Which role may do what: one table, asked below both HTTP and the command line.
// Invariant: what no role is given here, nobody may do.
import type { DeviceId, MemberId, Role } from "../model/index.ts";
import { AccessError } from "./errors.ts";

/** One thing a member may do. */
export type Right =
  /** See what is in the vault, sealed values apart. */
  | "read"
  /** Add sources, files, records, claims and statements; import tables; take back one's own. */
  | "add"
  /** Accept, reject, grade and pin; withdraw what others added. */
  | "review"
  /** Judge two records the same or different. */
  | "link"
  /** Prepare and make releases, exports and dossiers. */
  | "publish"
  /** Members, keys, backup, check, rebuild, settings. */
  | "keep"
  /** Destroy content for a person's safety. */
  | "erase"
  /** Read and write sealed values: sources' identities and contacts, national ID numbers. */
  | "open-sealed";

export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  // Takes testimonies, and so writes down who spoke and how to reach them.
  documenter: ["read", "add", "open-sealed"],
  // Weighs and links what was said; whom to call is not needed for that.
  analyst: ["read", "add", "review", "link"],
  // The second pair of eyes must see the ID numbers two records are told apart by.
  reviewer: ["read", "review", "link", "open-sealed"],
  // Sends things out, so holds nothing that must never leave.
  publisher: ["read", "publish"],
  // Gives and takes the sealed key, so must hold it.
  keeper: ["read", "keep", "erase", "open-sealed"],
};

export const allRoles: readonly Role[] = [
  "documenter",
  "analyst",
  "reviewer",
  "publisher",
  "keeper",
];

/** Who acts, and what they may do. */
export interface Actor {
  readonly member: MemberId;
  readonly roles: readonly Role[];
  readonly rights: ReadonlySet<Right>;
  readonly device: DeviceId;
}

/** The rights several roles give together. */
export function rightsOfAll(roles: readonly Role[]): ReadonlySet<Right> {
  return new Set(roles.flatMap((role) => rightsOf[role]));
}

/** Whether one of these roles needs the sealed key in its member's slot. */
export function needsSealedKey(roles: readonly Role[]): boolean {
  return rightsOfAll(roles).has("open-sealed");
}

/** Throws AccessError `access/not-allowed` unless the actor has the right. */
export function requireRight(actor: Pick<Actor, "rights">, right: Right): void {
  if (actor.rights.has(right)) return;
  const roles = allRoles.filter((role) => rightsOf[role].includes(right));
  throw new AccessError(
    "access/not-allowed",
    `This needs one of these roles: ${roles.join(", ")}. Ask a keeper of the vault for it.`,
    { details: { right } },
  );
}

/** Throws AccessError `access/no-roles` for none, or for a role twice. */
export function requireRoles(roles: readonly Role[]): void {
  if (roles.length > 0 && new Set(roles).size === roles.length) return;
  throw new AccessError(
    "access/no-roles",
    `Expected at least one role, each once, of: ${allRoles.join(", ")}.`,
  );
}

/** Throws AccessError `access/last-keeper` unless these roles keep the vault. */
export function requireKeeper(roles: readonly Role[]): void {
  requireRoles(roles);
  if (!roles.includes("keeper")) throw lastKeeper();
}

export function lastKeeper(): AccessError {
  return new AccessError(
    "access/last-keeper",
    "A vault needs at least one active keeper. Make someone else keeper first.",
  );
}

/** Steps after which something cannot be taken back. */
export type GraveStep =
  /** Something leaves the vault for an audience. */
  | "release"
  /** Widens what a person's consent allows. */
  | "widen-consent"
  /** Content is destroyed for a person's safety. */
  | "erase";

const twoPeople: Readonly<Record<GraveStep, boolean>> = {
  release: true,
  "widen-consent": true,
  // Whoever must erase may have minutes and be alone; the entry names them, and the leaf stays.
  erase: false,
};

/** Whether a step waits until a second person has agreed. */
export function needsSecondPerson(step: GraveStep): boolean {
  return twoPeople[step];
}

/** Whether this actor can be the second person: somebody else, and with the right to the step themselves. */
export function isSecondPerson(first: MemberId, actor: Actor, right: Right): boolean {
  return actor.member !== first && actor.rights.has(right);
}
