// What the steps of this room are given.
import type { Clock, Ids } from "../runtime/index.ts";
import type { Db, Ledger } from "../store/index.ts";

export interface ActDeps {
  readonly ledger: Ledger;
  readonly db: Db;
  readonly ids: Ids;
  readonly clock: Clock;
}
