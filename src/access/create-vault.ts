// Makes a vault: its keys, its first member, a passphrase slot and a recovery slot.
// Invariant: the recovery code is returned once and kept nowhere; without it and the passphrase nobody can open the vault.
import { draft, type MemberId, type Role } from "../model/index.ts";
import {
  deriveSealedKeys,
  deriveVaultKeys,
  type Kdf,
  makeVault,
  newHolder,
  newVaultFile,
  openVault,
  randomKey,
  type SealedKeys,
  sealedMark,
  type SlotSecret,
  tuneKdf,
  type Vault,
  type VaultDeps,
  type VaultFile,
  wipe,
  withGrant,
  withSlot,
} from "../store/index.ts";
import type { Ids } from "../runtime/index.ts";
import { actorOf } from "./actor.ts";
import { requireName } from "./check-name.ts";
import { requireStrong } from "./passphrase-strength.ts";
import { newRecoveryCode, printRecoveryCode } from "./recovery-code.ts";
import { type Actor, allRoles, needsSealedKey, requireKeeper } from "./roles.ts";

export interface CreateVaultDeps extends VaultDeps {
  readonly ids: Ids;
}

export interface NewVault {
  /** Name of the vault, as its people call it. */
  readonly name: string;
  readonly member: string;
  readonly passphrase: string;
  /** All of them unless said otherwise; `keeper` must be among them. */
  readonly roles?: readonly Role[];
  readonly engine?: VaultFile["engine"];
  /** Settings of the key derivation; measured on this machine unless given. */
  readonly kdf?: Kdf;
}

export interface CreatedVault {
  readonly vault: Vault;
  readonly actor: Actor;
  readonly sealed: SealedKeys | null;
  /** Eight groups of five signs, to be printed now: it is not kept. */
  readonly recoveryCode: string;
}

/**
 * Makes a vault in an empty folder and opens it.
 * Throws AccessError `access/name`, `access/weak-passphrase`, `access/no-roles`; StoreError `exists` and those of `openVault`.
 */
export async function createVault(deps: CreateVaultDeps, input: NewVault): Promise<CreatedVault> {
  const roles = input.roles ?? allRoles;
  const name = requireName(input.name);
  const memberName = requireName(input.member);
  requireKeeper(roles);
  await requireStrong(input.passphrase, [name, memberName]);
  const member = deps.ids.next<MemberId>("mem");
  const code = newRecoveryCode();
  const kdf = input.kdf ?? (await tuneKdf());
  const engine = input.engine ?? (deps.databaseUrl === null ? "sqlcipher" : "postgres");
  const keys = deriveVaultKeys(randomKey());
  const sealed = deriveSealedKeys(randomKey());

  const file = await withFirstSlots(newVaultFile(engine, kdf), member, keys.root, sealed, [
    { kind: "passphrase", text: input.passphrase },
    { kind: "recovery", text: code },
  ]);
  await makeVault(deps, file, keys, async ({ ledger }) => {
    await ledger.append(member, [
      draft("vault.created", file.vault, { name }),
      draft("member.added", member, { id: member, name: memberName, roles: [...roles] }),
    ]);
  });
  const vault = await openVault({ ...deps, keys });
  const actor = await actorOf(vault, member);
  const mine = needsSealedKey(roles) ? sealed : null;
  return { vault, actor, sealed: mine, recoveryCode: printRecoveryCode(code) };
}

async function withFirstSlots(
  empty: VaultFile,
  member: MemberId,
  vaultKey: Buffer,
  sealed: SealedKeys,
  secrets: readonly SlotSecret[],
): Promise<VaultFile> {
  const { holder, secretKey } = newHolder(empty.vault, member, sealed);
  const bundle = { vaultKey, secretKey, mark: sealedMark(sealed) };
  let file: VaultFile = { ...empty, holders: [holder] };
  // The first member's secrets cannot open another's slot: there is none.
  for (const secret of secrets) file = (await withSlot(file, member, secret, bundle)) ?? file;
  wipe(secretKey);
  return withGrant(file, member, sealed);
}
