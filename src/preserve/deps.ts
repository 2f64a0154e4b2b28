// What the steps of this room are given; each names the few it uses.
import type { Clock } from "../runtime/index.ts";
import type { Db, Ledger, Vault, VaultKeys } from "../store/index.ts";

export interface PreserveDeps {
  readonly ledger: Ledger;
  readonly db: Db;
  /** Folder of the vault. */
  readonly home: string;
  readonly keys: Pick<VaultKeys, "root">;
  readonly clock: Clock;
}

/** The dependencies of this room, out of an open vault. */
export function preserveDeps(vault: Vault, clock: Clock): PreserveDeps {
  const { ledger, engine, home, keys } = vault;
  return { ledger, db: engine.db, home, keys, clock };
}
