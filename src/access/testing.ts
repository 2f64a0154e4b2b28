// Vaults for tests, on either engine. Everyone in them is invented.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { createIds, Secret, systemClock } from "../runtime/index.ts";
import {
  claimTables,
  type Kdf,
  peopleTables,
  readVaultFile,
  sourceTables,
  type VaultFile,
} from "../store/index.ts";
import {
  type CreatedVault,
  createVault,
  type CreateVaultDeps,
  type NewVault,
} from "./create-vault.ts";

export const testPassphrase = "four dry riverbeds at noon";

/** The least the vault file allows, so that tests spend their time elsewhere. */
export function quickKdf(): Kdf {
  const salt = randomBytes(16).toString("base64url");
  return { name: "argon2id", memoryKiB: 65_536, passes: 2, lanes: 4, salt };
}

/** A folder that is removed at the end, and what it takes to make a vault in it. */
export interface TestHome {
  readonly deps: CreateVaultDeps;
  readonly home: string;
  create(input?: Partial<NewVault>): Promise<CreatedVault>;
  /** Removes the folder and, on PostgreSQL, the schema. */
  end(): Promise<void>;
}

/** An empty home. On `postgres` the server is the one of GUWAH_TEST_POSTGRES_URL. */
export async function testHome(engine: VaultFile["engine"]): Promise<TestHome> {
  const parent = await mkdtemp(join(tmpdir(), "guwah-access-"));
  const home = join(parent, "vault");
  const url = process.env["GUWAH_TEST_POSTGRES_URL"];
  if (engine === "postgres" && url === undefined) {
    throw new Error("Run these tests through npm test, which starts PostgreSQL.");
  }
  const deps: CreateVaultDeps = {
    home,
    databaseUrl: engine === "postgres" && url !== undefined ? new Secret(url) : null,
    clock: systemClock,
    ids: createIds(),
    projections: [claimTables, sourceTables, peopleTables],
    derivations: [],
  };
  return {
    deps,
    home,
    create: (input = {}) =>
      createVault(deps, {
        name: "Invented Archive",
        member: "Aygul Invented",
        passphrase: testPassphrase,
        kdf: quickKdf(),
        ...input,
      }),
    async end() {
      if (engine === "postgres") await dropSchema(home, url ?? "");
      await rm(parent, { recursive: true, force: true });
    },
  };
}

async function dropSchema(home: string, url: string): Promise<void> {
  const file = await readVaultFile(home).catch(() => null);
  if (file === null) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS guwah_${file.vault} CASCADE`);
  await client.end();
}
