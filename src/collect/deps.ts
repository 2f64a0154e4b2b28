// What the steps of this room are given. Each step picks the few it uses.
import type { Actor } from "../access/index.ts";
import type { Clock, Ids } from "../runtime/index.ts";
import type { FileStore, Ledger, SealedKeys } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** Who acts, with what rights; every entry carries its author. */
export type Acting = Pick<Actor, "member" | "rights">;

export interface CollectDeps {
  readonly ledger: Ledger;
  readonly files: FileStore;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly reader: Reader;
  readonly actor: Acting;
  /** Where the member may write sealed values; without it sealed columns are left out and reported. */
  readonly sealed?: SealedKeys;
}
