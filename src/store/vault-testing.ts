// Whole vaults for tests, made as real ones are. Everything they hold is invented.
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draft, type MemberId } from "../model/index.ts";
import { createIds, Secret, systemClock } from "../runtime/index.ts";
import type { SlotSecret } from "./derive-slot-key.ts";
import { newHolder, sealedMark, withGrant } from "./grants.ts";
import { deriveSealedKeys, deriveVaultKeys, randomKey, type VaultKeys } from "./keys.ts";
import { makeVault, type MakeVaultDeps } from "./make-vault.ts";
import { schemaOf } from "./open-parts.ts";
import { openVault, type Vault } from "./open-vault.ts";
import { openPostgres } from "./postgres/engine.ts";
import { openSlots, withSlot } from "./slots.ts";
import { claimTables } from "./tables/claims.ts";
import { peopleTables } from "./tables/people.ts";
import { sourceTables } from "./tables/sources.ts";
import { postgresUrl } from "./postgres-testing.ts";
import { type Kdf, newVaultFile, readVaultFile, type VaultFile } from "./vault-file.ts";

/** The least a vault file allows, so that tests spend their time elsewhere. */
export function quickKdf(): Kdf {
  const salt = randomBytes(16).toString("base64url");
  return { name: "argon2id", memoryKiB: 65_536, passes: 2, lanes: 4, salt };
}

/** A temporary folder with an empty home in it. */
export interface TestPlace {
  readonly deps: MakeVaultDeps;
  readonly folder: string;
  /** Removes the folder and, on PostgreSQL, the schemas of the vaults named. */
  end(vaults?: readonly string[]): Promise<void>;
}

export async function testPlace(engine: VaultFile["engine"]): Promise<TestPlace> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-vault-"));
  const deps: MakeVaultDeps = {
    home: join(folder, "home"),
    databaseUrl: engine === "postgres" ? new Secret(postgresUrl()) : null,
    clock: systemClock,
    ids: createIds(),
    projections: [claimTables, sourceTables, peopleTables],
    derivations: [],
  };
  return {
    deps,
    folder,
    async end(vaults = []) {
      for (const id of engine === "postgres" ? vaults : []) await dropVault(id);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface TestVault extends TestPlace {
  readonly vault: Vault;
  readonly member: MemberId;
  readonly secret: SlotSecret;
  /** The vault's keys, out of vault.json and the passphrase. */
  unlock(): Promise<VaultKeys>;
  end(): Promise<void>;
}

/** A vault with one invented member, open. */
export async function testVault(engine: VaultFile["engine"]): Promise<TestVault> {
  const place = await testPlace(engine);
  const { deps } = place;
  const member = deps.ids.next<MemberId>("mem");
  const secret: SlotSecret = { kind: "passphrase", text: "seven lamps by a well" };
  const keys = deriveVaultKeys(randomKey());
  const sealed = deriveSealedKeys(randomKey());
  const empty = newVaultFile(engine, quickKdf());
  const { holder, secretKey } = newHolder(empty.vault, member, sealed);
  const bundle = { vaultKey: keys.root, secretKey, mark: sealedMark(sealed) };
  const slotted = await withSlot({ ...empty, holders: [holder] }, member, secret, bundle);
  if (slotted === null) throw new Error("the first secret cannot be taken");
  const file = withGrant(slotted, member, sealed);
  await makeVault(deps, file, keys, async ({ ledger }) => {
    await ledger.append(member, [
      draft("vault.created", file.vault, { name: "Invented Archive" }),
      draft("member.added", member, { id: member, name: "Tursun Invented", roles: ["keeper"] }),
    ]);
  });
  const vault = await openVault({ ...deps, keys });
  return {
    ...place,
    vault,
    member,
    secret,
    async unlock() {
      const opened = await openSlots(await readVaultFile(deps.home), secret);
      if (opened === null) throw new Error("the passphrase opens no slot");
      return deriveVaultKeys(opened.bundle.vaultKey);
    },
    async end() {
      await vault.close();
      await place.end([file.vault]);
    },
  };
}

/** Removes a vault's schema from the test server. */
export async function dropVault(id: string): Promise<void> {
  const engine = await openPostgres(postgresUrl(), schemaOf(id));
  await engine.define([`DROP SCHEMA ${schemaOf(id)} CASCADE`]);
  await engine.close();
}

/** Every file under a folder with its bytes. */
export async function filesUnder(folder: string): Promise<Map<string, Buffer>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name));
  return new Map(await Promise.all(paths.map(async (p) => [p, await readFile(p)] as const)));
}
