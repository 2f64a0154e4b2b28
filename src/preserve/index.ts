// The door of the preserve room: checkpoints, and the witnesses who cosign them.
export { beginLog } from "./begin-log.ts";
export { checkpointTables } from "./checkpoint.tables.ts";
export { compareCheckpoint, type Comparison } from "./compare-checkpoint.ts";
export { preserveDeps, type PreserveDeps } from "./deps.ts";
export { type PreserveCode, PreserveError } from "./errors.ts";
export { type MadeCheckpoint, makeCheckpoint, type Why } from "./make-checkpoint.ts";
export {
  type CheckpointAlarm,
  type CheckpointAlarmKind,
  type CheckpointReport,
  verifyCheckpoints,
} from "./verify-checkpoints.ts";
