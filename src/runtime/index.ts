// The door of the runtime room: what every other room is given to run with.
// Invariant: nothing here knows what Guwah is about; nothing reads the clock, chance or the
// environment unless asked to.
export { fixedClock, isoTime, systemClock } from "./clock.ts";
export type { Clock } from "./clock.ts";
export { readConfig, settings, thisPlatform } from "./config.ts";
export type { Config, Environment, Platform, Setting } from "./config.ts";
export { exitCodeOf, exitCodes, GuwahError, plainError, RuntimeError } from "./errors.ts";
export type { ErrorDetails, PlainError, RuntimeErrorCode } from "./errors.ts";
export { createIds, idTime, isId, seededIds } from "./ids.ts";
export type { Ids } from "./ids.ts";
export { createJobs } from "./jobs.ts";
export type { Job, JobRun, Jobs, JobState } from "./jobs.ts";
export { createLog, noLog } from "./log.ts";
export type { Log, LogFields, LogLevel, LogStream } from "./log.ts";
export { clearPassing, makePassingFolder, temporaryPlace } from "./passing-folder.ts";
export type { PassingFolder } from "./passing-folder.ts";
export { processLives, thisProcess } from "./process-mark.ts";
export type { ProcessMark } from "./process-mark.ts";
export { noProgress, stopIfAborted, throttleProgress } from "./progress.ts";
export type { Progress } from "./progress.ts";
export { Secret } from "./secret.ts";
