// What the steps of this room are given; each names the few it uses.
import type { Clock, Ids } from "../runtime/index.ts";
import type { Db, Ledger } from "../store/index.ts";

export interface WeighDeps {
  readonly ledger: Ledger;
  readonly db: Db;
  readonly ids: Ids;
  readonly clock: Clock;
  /** The received text of a source; null where it has none (a picture, a table). */
  readonly textOf: (source: string) => Promise<string | null>;
}
