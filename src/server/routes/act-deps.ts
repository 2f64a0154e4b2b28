// What the steps on cases are given for one request.
import type { ActDeps } from "../../act/index.ts";
import type { Asked, Holding } from "../holding.ts";

export function actDeps(holding: Holding, { vault }: Asked): ActDeps {
  const { ids, clock } = holding.deps;
  return { ledger: vault.ledger, db: vault.engine.db, ids, clock };
}
