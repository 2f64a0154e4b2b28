// The door to the server.
export { announceLocked, del, get, onLocked, post, postForFile, upload } from "./client.ts";
export { ApiError, asApiError } from "./error.ts";
export { useJob } from "./jobs.ts";
export type { JobHook, JobView } from "./jobs.ts";
export { modelKey, useModel } from "./model.ts";
export { queryClient } from "./query-client.ts";
export { useDecisions, waitsForSecond } from "./waits.ts";
export { createVault, fetchState, lock, passphraseStrength, stateKey, unlock } from "./state.ts";
export type { AppState, LastCheck, Strength } from "./state.ts";
