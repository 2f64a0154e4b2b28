// Who a member is in this vault right now: active or not, and with which roles.
// Invariant: the ledger decides; a slot that opens is not enough.
import { role, type MemberId, type Role } from "../model/index.ts";
import type { Vault } from "../store/index.ts";
import { AccessError } from "./errors.ts";
import { type Actor, rightsOfAll } from "./roles.ts";

/** The actor a member is on this device. Throws AccessError `access/not-a-member` for one unknown or deactivated. */
export async function actorOf(
  vault: Pick<Vault, "engine" | "device">,
  member: MemberId,
): Promise<Actor> {
  const row = await vault.engine.db
    .selectFrom("members")
    .select(["roles", "active"])
    .where("id", "=", member)
    .executeTakeFirst();
  if (row === undefined || row.active !== 1) {
    throw new AccessError(
      "access/not-a-member",
      "This member is no longer active in the vault. Ask a keeper to add them again.",
    );
  }
  const roles = readRoles(row.roles);
  return { member, roles, rights: rightsOfAll(roles), device: vault.device };
}

/** Roles as the members table holds them. A role of a newer version gives no rights here. */
export function readRoles(json: string): Role[] {
  const found: unknown = JSON.parse(json);
  return Array.isArray(found) ? found.filter((r): r is Role => role.safeParse(r).success) : [];
}
