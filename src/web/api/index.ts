// The door to the server.
export { announceLocked, del, get, onLocked, post, upload } from "./client.ts";
export type { CallOptions, UploadOptions } from "./client.ts";
export { ApiError, asApiError } from "./error.ts";
export { followJob, useJob } from "./jobs.ts";
export type { JobHook, JobPhase, JobView } from "./jobs.ts";
export { forgetAll, queryClient } from "./query-client.ts";
export { createVault, fetchState, lock, passphraseStrength, stateKey, unlock } from "./state.ts";
export type { AppState, LastCheck, Me, Strength } from "./state.ts";
