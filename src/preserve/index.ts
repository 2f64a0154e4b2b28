// The door of the preserve room: checkpoints, and the witnesses who cosign them.
export { type AddedCosignatures, addCosignatures } from "./add-cosignatures.ts";
export type { Fetch } from "./ask-witness.ts";
export { beginLog } from "./begin-log.ts";
export type { AuditReport, LostFile } from "./fixity/audit-files.ts";
export { type AuditState, auditState, auditVault, type RepairFrom } from "./fixity/audit-vault.ts";
export { watchAudits } from "./fixity/audit-watch.ts";
export { type MirrorReport, mirrorVault } from "./fixity/mirror-vault.ts";
export type { KnownMirror } from "./fixity/mirror.store.ts";
export { checkpointTables } from "./checkpoint.tables.ts";
export { compareCheckpoint, type Comparison } from "./compare-checkpoint.ts";
export { type Courier, type Delivery } from "./courier.ts";
export { custodyTables } from "./custody/custody.tables.ts";
export { type CustodyCode, CustodyError } from "./custody/errors.ts";
export { type CustodyEvent, noteCustody } from "./custody/note-custody.ts";
export { noteView } from "./custody/note-views.ts";
export { makeReceipt } from "./custody/receipt-facts.ts";
export { receiptPage } from "./custody/receipt-page.ts";
export { showEvidence } from "./custody/show-evidence.ts";
export type { CustodyView, DerivedFile, EvidenceFile, EvidenceView } from "./custody/views.ts";
export { preserveDeps, type PreserveDeps } from "./deps.ts";
export { type PreserveCode, PreserveError } from "./errors.ts";
export {
  type CheckpointList,
  type CheckpointView,
  listCheckpoints,
  type WitnessView,
} from "./list-checkpoints.ts";
export { lastCheckpoint } from "./last-checkpoint.ts";
export { coveringCheckpoint, type CoveringCheckpoint } from "./ledger-proof.ts";
export { type MadeCheckpoint, makeCheckpoint, type Why } from "./make-checkpoint.ts";
export { type CosignatureRequest, requestCosignature } from "./request-cosignature.ts";
export { stampTables } from "./stamp.tables.ts";
export { type Dial, throughNetwork } from "./stamps/ask-authority.ts";
export type { Revocation } from "./stamps/chain-lists.ts";
export { listsThroughNetwork } from "./stamps/fetch-list.ts";
export { removeAuthority, setAuthority } from "./stamps/authorities.ts";
export {
  type AuthorityView,
  listStamps,
  type StampList,
  type StampView,
} from "./stamps/list-stamps.ts";
export type { StampDeps } from "./stamps/request-stamp.ts";
export { createStampQueue, type StampQueue } from "./stamps/stamp-queue.ts";
export { type StampReport, verifyStamps } from "./stamps/verify-stamps.ts";
export {
  type CheckpointAlarm,
  type CheckpointAlarmKind,
  type CheckpointReport,
  verifyCheckpoints,
} from "./verify-checkpoints.ts";
export { startWatch, type Watch, type WatchDeps } from "./watch.ts";
export { cosignCheckpoint, type WitnessAnswer } from "./witness/cosign-checkpoint.ts";
export {
  type ServedWitness,
  serveWitness,
  type WitnessServerOptions,
} from "./witness/serve-witness.ts";
export { trustLog } from "./witness/trust-log.ts";
export { initWitness, openWitness, type WitnessFolder } from "./witness/witness-folder.ts";
export { readLogs, type WitnessedLog } from "./witness/witnessed-log.ts";
export { witnessRoute } from "./witness-route.ts";
export { setWitnesses, witnessPolicy } from "./witnesses.ts";
