// Wires the rooms together: which tables there are, who holds the vault, what answers requests.
import { buildDemo, demoPassphrase } from "./demo/index.ts";
import { clusters, nameTokenTable } from "./link/index.ts";
import {
  type Clock,
  type Config,
  createIds,
  type Ids,
  type Log,
  noLog,
  systemClock,
} from "./runtime/index.ts";
import { createApp, Holding } from "./server/index.ts";
import {
  claimTables,
  type Derivation,
  peopleTables,
  type Projection,
  sourceTables,
} from "./store/index.ts";

/** Every projection of the ledger, in the order in which the rooms stand. */
export const projections: readonly Projection[] = [
  claimTables,
  sourceTables,
  peopleTables,
  nameTokenTable,
];
export const derivations: readonly Derivation[] = [clusters];

export interface AppDeps {
  readonly config: Pick<Config, "home" | "databaseUrl" | "idleMinutes">;
  readonly webFolder: string | null;
  readonly port: () => number;
  readonly log?: Log;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

/** The whole program without a socket: ask it with `app.request(...)`, or give it to `listen`. */
export async function createGuwah({
  config,
  webFolder,
  port,
  log = noLog,
  clock = systemClock,
  ids = createIds(clock),
}: AppDeps) {
  const holding = new Holding({ config, clock, ids, log, projections, derivations });
  const app = await createApp({
    holding,
    buildDemo: { passphrase: demoPassphrase, build: buildDemo },
    webFolder,
    port,
    log,
  });
  return { app, holding };
}
