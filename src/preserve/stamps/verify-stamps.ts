// Holds every stamp ever kept against the checkpoint it stamps.
// Invariant: nothing is asked of the network and nothing is written; what is wrong is in the report.
import { noProgress, type Progress } from "../../runtime/index.ts";
import type { CheckpointAlarm } from "../verify-checkpoints.ts";
import { keptStamp } from "./kept-stamp.ts";
import type { StampDeps } from "./request-stamp.ts";
import { stampRows } from "./stamps.store.ts";

export interface StampReport {
  readonly stamps: number;
  readonly alarms: readonly CheckpointAlarm[];
}

export async function verifyStamps(
  deps: Pick<StampDeps, "db" | "keys" | "files">,
  progress: Progress = noProgress,
): Promise<StampReport> {
  const rows = await stampRows(deps.db);
  const alarms: CheckpointAlarm[] = [];
  for (const [i, row] of rows.entries()) {
    if ((await keptStamp(deps, row)) === null) {
      alarms.push({ kind: "stamp-forged", size: row.size });
    }
    progress(i + 1, rows.length, "stamps");
  }
  return { stamps: rows.length, alarms };
}
