// A whole vault with a folder for mirrors, for tests of custody and fixity. Everything in it is invented.
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Actor, createVault } from "../../access/index.ts";
import { draft, type FileHash, type Role } from "../../model/index.ts";
import { type Clock, createIds, fixedClock, Secret } from "../../runtime/index.ts";
import { rightsOf } from "../../access/index.ts";
import { claimTables, peopleTables, sourceTables, type Vault } from "../../store/index.ts";
import { postgresUrl } from "../../store/testing.ts";
import { checkpointTables } from "../checkpoint.tables.ts";
import { stampTables } from "../stamp.tables.ts";
import { custodyTables } from "../custody/custody.tables.ts";
import { storedPath } from "./mirror-folder.ts";

export const passphrase = "nine invented herons over reeds";
export const tables = [
  claimTables,
  sourceTables,
  peopleTables,
  checkpointTables,
  stampTables,
  custodyTables,
];

export interface TestFixity {
  readonly vault: Vault;
  readonly keeper: Actor;
  readonly clock: Clock;
  /** A folder beside the vault, for mirrors. */
  readonly folder: string;
  as(role: Role): Actor;
  /** Keeps invented bytes as a file of the vault. */
  keep(bytes: Uint8Array | string, more?: object): Promise<FileHash>;
  /** Where the file lies in this folder: the vault's, or a mirror's. */
  pathIn(folder: string, hash: FileHash): string;
  end(): Promise<void>;
}

export async function testFixity(engine: "sqlcipher" | "postgres"): Promise<TestFixity> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-fixity-"));
  const clock = fixedClock(Date.UTC(2026, 2, 1, 12));
  const databaseUrl = engine === "postgres" ? new Secret(postgresUrl()) : null;
  const home = join(folder, "vault");
  const deps = { home, clock, ids: createIds(), projections: tables, derivations: [], databaseUrl };
  const made = await createVault(deps, { name: "Invented", member: "Tursun Invented", passphrase });
  const { vault, actor } = made;
  return {
    vault,
    keeper: actor,
    clock,
    folder,
    as: (role) => ({ ...actor, roles: [role], rights: new Set(rightsOf[role]) }),
    async keep(bytes, more = {}) {
      const { hash, size } = await vault.files.keep(Buffer.from(bytes), { limitBytes: 10_000_000 });
      const body = { hash, size, mime: "text/plain", ...more };
      await vault.ledger.append(actor.member, [draft("file.kept", hash, body)]);
      return hash;
    },
    pathIn: (where, hash) => storedPath(where, vault.files.nameOf(hash)),
    async end() {
      const schema = `guwah_${vault.id}`;
      if (engine === "postgres") await vault.engine.define([`DROP SCHEMA ${schema} CASCADE`]);
      await vault.close().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Turns one bit of a file, where its content is. */
export async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

export async function cutOff(path: string): Promise<void> {
  await truncate(path, Math.floor((await readFile(path)).length / 2));
}

export const noise = (bytes: number): Buffer => randomBytes(bytes);
