// The parts of an open vault: engine, ledger and files, under the keys of whoever unlocked it.
// Invariant: a place that holds nothing of this vault is refused and never filled by opening it.
import { sql } from "kysely";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { DeviceId } from "../model/index.ts";
import type { Clock, Progress, Secret } from "../runtime/index.ts";
import { privateFile } from "./disk.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { openFiles, type FileStore } from "./file-store.ts";
import type { VaultKeys } from "./keys.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { openPostgres } from "./postgres/engine.ts";
import type { Derivation, Projection } from "./projection.ts";
import { prepareTables } from "./rebuild.ts";
import { openSqlcipher } from "./sqlcipher/engine.ts";
import type { VaultFile } from "./vault-file.ts";

export const databaseName = "vault.db";
export const filesName = "files";

/** What every way of opening or making a vault needs. */
export interface VaultDeps {
  /** Folder of the vault: vault.json, vault.db, files. */
  readonly home: string;
  /** PostgreSQL, for a vault whose engine it is. */
  readonly databaseUrl: Secret | null;
  readonly clock: Clock;
  readonly projections: readonly Projection[];
  readonly derivations: readonly Derivation[];
  readonly progress?: Progress;
}

export interface Parts {
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly files: FileStore;
  /** Whether the tables were made anew because their declared shape has changed. */
  readonly rebuilt: boolean;
}

/** Opens engine, tables and files. `fresh`: the place must be empty; else it must hold this vault's ledger. */
export async function openParts(
  deps: VaultDeps,
  file: Pick<VaultFile, "vault" | "engine">,
  keys: VaultKeys,
  {
    device,
    database = databaseName,
    fresh = false,
  }: { device: DeviceId; database?: string; fresh?: boolean },
): Promise<Parts> {
  const engine = await openEngine(deps, file, keys, database);
  try {
    const empty = !(await hasLedger(engine, file.vault));
    if (fresh && !empty) {
      throw new StoreError(
        "exists",
        "The database already holds this vault. Remove it there first.",
      );
    }
    if (!fresh && empty) throw nothingThere(file.engine);
    const ledger = openLedger({
      engine,
      clock: deps.clock,
      device,
      sealKey: keys.seal,
      projections: deps.projections,
      derivations: deps.derivations,
    });
    const { rebuilt } = await prepareTables(ledger.deps, deps.progress);
    const shared = file.engine === "postgres";
    const files = await openFiles(join(deps.home, filesName), keys, { shared });
    return { engine, ledger, files, rebuilt };
  } catch (cause) {
    await engine.close().catch(() => {});
    throw cause;
  }
}

/** The schema a vault has to itself in a PostgreSQL database. */
export function schemaOf(vault: string): string {
  return `guwah_${vault}`;
}

/** Asked of the catalogue by name: listing the tables of a shared database fails while another vault's are being removed. */
async function hasLedger({ kind, db }: Engine, vault: string): Promise<boolean> {
  const { rows } =
    kind === "sqlcipher"
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'entries'`.execute(db)
      : await sql`select 1 from pg_catalog.pg_tables where schemaname = ${schemaOf(vault)} and tablename = 'entries'`.execute(
          db,
        );
  return rows.length > 0;
}

async function openEngine(
  { home, databaseUrl }: VaultDeps,
  { vault, engine }: Pick<VaultFile, "vault" | "engine">,
  keys: VaultKeys,
  database: string,
): Promise<Engine> {
  if (engine === "sqlcipher") {
    const path = join(home, database);
    // SQLite takes the file's own rights for its log too, and would make it readable by everyone.
    await (await open(path, "a", privateFile)).close();
    return openSqlcipher(path, keys.database);
  }
  if (databaseUrl === null) {
    throw new StoreError(
      "engine-lost",
      "This vault's database is PostgreSQL. Set GUWAH_DATABASE_URL to its address.",
    );
  }
  return openPostgres(databaseUrl.reveal(), schemaOf(vault));
}

function nothingThere(engine: VaultFile["engine"]): StoreError {
  return new StoreError(
    "not-a-vault",
    engine === "postgres"
      ? "The database at GUWAH_DATABASE_URL holds nothing of this vault. Check the address, or restore a backup."
      : "vault.json is here, but its database is gone. Put vault.db back, or restore a backup elsewhere.",
  );
}
