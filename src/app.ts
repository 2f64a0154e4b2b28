// Wires the rooms together: which tables there are, who holds the vault, what answers requests.
import {
  caseBoard,
  caseTables,
  consentTables,
  proceedingTables,
  submissionTables,
} from "./act/index.ts";
import {
  appealTables,
  type CaptureTesting,
  interviewTables,
  pictureTables,
} from "./collect/index.ts";
import { countTables } from "./count/index.ts";
import { buildDemo, demoPassphrase } from "./demo/index.ts";
import { clusters, nameTokenTable } from "./link/index.ts";
import { checkpointTables, custodyTables, stampTables } from "./preserve/index.ts";
import { releaseTables } from "./publish/index.ts";
import { episodePlaceTable, gradingTables } from "./weigh/index.ts";
import {
  type Clock,
  type Config,
  createIds,
  GuwahError,
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
  episodePlaceTable,
  gradingTables,
  checkpointTables,
  custodyTables,
  stampTables,
  consentTables,
  caseTables,
  proceedingTables,
  pictureTables,
  submissionTables,
  interviewTables,
  appealTables,
  releaseTables,
  countTables,
];
export const derivations: readonly Derivation[] = [clusters, caseBoard];

class SettingError extends GuwahError {
  constructor() {
    super(
      "files-url-unsupported",
      400,
      "This version keeps files in the vault's folder only. Unset GUWAH_FILES_URL.",
    );
  }
}

export interface AppDeps {
  readonly config: Pick<Config, "home" | "databaseUrl" | "idleMinutes"> &
    Partial<
      Pick<
        Config,
        "filesUrl" | "languageModel" | "checkpointMinutes" | "auditDays" | "browser" | "proxy"
      >
    >;
  readonly webFolder: string | null;
  readonly port: () => number;
  readonly log?: Log;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Tests only: captures may reach a site on loopback. */
  readonly captureTesting?: CaptureTesting;
}

/** The whole program without a socket: ask it with `app.request(...)`, or give it to `listen`. */
export async function createGuwah({
  config,
  webFolder,
  port,
  log = noLog,
  clock = systemClock,
  ids = createIds(clock),
  captureTesting,
}: AppDeps) {
  // A setting that would be ignored must not look as if it were obeyed: files would lie elsewhere than their keeper believes.
  if (config.filesUrl !== undefined && config.filesUrl !== null) throw new SettingError();
  const holding = new Holding({
    config,
    clock,
    ids,
    log,
    projections,
    derivations,
    ...(captureTesting === undefined ? {} : { captureTesting }),
  });
  await holding.clearLeft();
  const app = await createApp({
    holding,
    buildDemo: { passphrase: demoPassphrase, build: buildDemo },
    webFolder,
    port,
    log,
  });
  return { app, holding };
}
