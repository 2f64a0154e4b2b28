// The people of a vault: adding them, changing their roles, letting them go.
// Invariant: one active keeper always remains; every change is a ledger entry; a member has slots only while active, and
// the sealed key only while a role of theirs needs it.
import { draft, type MemberId, type Role } from "../model/index.ts";
import {
  changeVaultFile,
  type Expectation,
  newHolder,
  type SealedKeys,
  sealedMark,
  StoreError,
  type Vault,
  type VaultFile,
  wipe,
  withGrant,
  withoutGrant,
  withoutMember,
} from "../store/index.ts";
import { readRoles } from "./actor.ts";
import { slotFor } from "./change-passphrase.ts";
import { requireName } from "./check-name.ts";
import { AccessError } from "./errors.ts";
import { requireStrong } from "./passphrase-strength.ts";
import { type Actor, lastKeeper, needsSealedKey, requireRight, requireRoles } from "./roles.ts";

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** The entry that made this state; give it back to `changeMember` as `seen`. */
  readonly seq: number;
}

export interface MembersDeps {
  readonly vault: Pick<Vault, "home" | "ledger" | "engine" | "keys">;
  readonly actor: Actor;
  /** The acting keeper's sealed keys. */
  readonly sealed: SealedKeys | null;
  readonly newId: () => MemberId;
}

/** Everyone who is or was a member, in the order in which they came. */
export async function listMembers(vault: Pick<Vault, "engine">): Promise<Member[]> {
  const rows = await vault.engine.db.selectFrom("members").selectAll().orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id as MemberId,
    name: row.name,
    roles: readRoles(row.roles),
    active: row.active === 1,
    seq: row.seq,
  }));
}

/**
 * Adds a member with a passphrase of their own, which they should change when they are alone.
 * Throws AccessError `access/not-allowed`, `access/name`, `access/no-roles`, `access/weak-passphrase`,
 * `access/passphrase-taken`, `access/sealed-locked`.
 */
export async function addMember(
  { vault, actor, sealed, newId }: MembersDeps,
  input: { readonly name: string; readonly roles: readonly Role[]; readonly passphrase: string },
): Promise<{ member: MemberId }> {
  requireRight(actor, "keep");
  const keys = requireSealed(sealed);
  const name = requireName(input.name);
  requireRoles(input.roles);
  await requireStrong(input.passphrase, [name]);
  const member = newId();
  return changeVaultFile(vault.home, async (before) => {
    const { holder, secretKey } = newHolder(before.vault, member, keys);
    const bundle = { vaultKey: vault.keys.root, secretKey, mark: sealedMark(keys) };
    const secret = { kind: "passphrase", text: input.passphrase } as const;
    const held: VaultFile = { ...before, holders: [...before.holders, holder] };
    let file = await slotFor(held, member, secret, bundle);
    if (needsSealedKey(input.roles)) file = withGrant(file, member, keys);
    wipe(secretKey);
    // The ledger first: a member without a slot can be let go, a slot without a member opens nothing.
    const added = draft("member.added", member, { id: member, name, roles: [...input.roles] });
    await vault.ledger.append(actor.member, [added]);
    return { file, result: { member } };
  });
}

/**
 * Changes a member's name or roles, and with them who holds the sealed key. `seen`: the `seq` the keeper looked at.
 * Throws AccessError `access/not-allowed`, `access/not-a-member`, `access/last-keeper`, `access/no-roles`, `access/name`,
 * `access/sealed-locked`; StoreError `conflict` when someone changed them meanwhile.
 */
export async function changeMember(
  { vault, actor, sealed }: MembersDeps,
  input: {
    readonly member: MemberId;
    readonly name?: string;
    readonly roles?: readonly Role[];
    readonly seen?: number;
  },
): Promise<void> {
  requireRight(actor, "keep");
  const keys = requireSealed(sealed);
  const name = input.name === undefined ? undefined : requireName(input.name);
  if (input.roles !== undefined) requireRoles(input.roles);
  await changeVaultFile(vault.home, async (file) => {
    const { member, expect } = await stateOf(vault, input.member, input.roles ?? null, input.seen);
    const roles = [...(input.roles ?? member.roles)];
    const changed = needsSealedKey(roles)
      ? withGrant(file, member.id, keys)
      : withoutGrant(file, member.id);
    const body = { id: member.id, name: name ?? member.name, roles, active: true };
    await vault.ledger.append(actor.member, [draft("member.changed", member.id, body)], expect);
    return { file: changed, result: undefined };
  });
}

/** Lets a member go: their slots are removed, their entries stay. Throws as `changeMember`. */
export async function deactivateMember(
  { vault, actor }: Pick<MembersDeps, "vault" | "actor">,
  input: { readonly member: MemberId; readonly seen?: number },
): Promise<void> {
  requireRight(actor, "keep");
  await changeVaultFile(vault.home, async (file) => {
    const gone = (await listMembers(vault)).some((m) => m.id === input.member && !m.active);
    // Let go before, but a crash may have kept the slots.
    if (gone) return { file: withoutMember(file, input.member), result: undefined };
    const { member, expect } = await stateOf(vault, input.member, [], input.seen);
    const body = { id: member.id, name: member.name, roles: [...member.roles], active: false };
    await vault.ledger.append(actor.member, [draft("member.changed", member.id, body)], expect);
    return { file: withoutMember(file, member.id), result: undefined };
  });
}

/**
 * The member as they are, and what must still be so when the change is written. Where a keeper is lost that includes
 * the other keepers: two keepers letting each other go at once would leave none.
 */
async function stateOf(
  vault: Pick<Vault, "engine">,
  id: MemberId,
  roles: readonly Role[] | null,
  seen: number | undefined,
): Promise<{ member: Member; expect: Expectation[] }> {
  const members = await listMembers(vault);
  const member = members.find((m) => m.id === id);
  if (member === undefined || !member.active) {
    throw new AccessError("access/not-a-member", "There is no such active member in this vault.");
  }
  if (seen !== undefined && seen !== member.seq) {
    throw new StoreError("conflict", "Someone changed this member meanwhile. Look again.", {
      details: { expected: seen, found: member.seq },
    });
  }
  const losesKeeper =
    roles !== null && member.roles.includes("keeper") && !roles.includes("keeper");
  const keepers = members.filter((m) => m.active && m.id !== id && m.roles.includes("keeper"));
  if (losesKeeper && keepers.length === 0) throw lastKeeper();
  const held = losesKeeper ? [member, ...keepers] : [member];
  return {
    member,
    expect: held.map((m) => ({ table: "members", where: { id: m.id }, seq: m.seq })),
  };
}

function requireSealed(sealed: SealedKeys | null): SealedKeys {
  if (sealed !== null) return sealed;
  throw new AccessError(
    "access/sealed-locked",
    "Your slot does not hold the sealed key. Unlock the vault again, then repeat this.",
  );
}
