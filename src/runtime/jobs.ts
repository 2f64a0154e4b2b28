// Long work that outlives the request that started it: watched, cancelled, remembered for an hour.
// Invariant: a job ends in exactly one state and never changes after; a failure keeps its code but
// no text of an unknown error.
import type { Clock } from "./clock.ts";
import { plainError, RuntimeError } from "./errors.ts";
import type { PlainError } from "./errors.ts";
import type { Ids } from "./ids.ts";
import type { Log } from "./log.ts";
import { stopIfAborted } from "./progress.ts";
import type { Progress } from "./progress.ts";

export type JobState = "running" | "done" | "failed" | "cancelled";

/** A job as it stands; a new object at every look. Times in milliseconds since 1970. */
export type Job = {
  readonly id: string;
  /** What kind of work, as a code such as `import-table`. */
  readonly kind: string;
  readonly state: JobState;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly done: number;
  readonly total: number | null;
  readonly step: string;
  /** What the work gave back, once done. */
  readonly result: unknown;
  readonly error: PlainError | null;
};

/** The work: reports how far it is, and stops when the signal says so. */
export type JobRun<T> = (report: Progress, signal: AbortSignal) => Promise<T>;

export type Jobs = {
  /** Starts work and returns at once. Throws RuntimeError `too-many-jobs`. */
  readonly startJob: <T>(kind: string, run: JobRun<T>) => Job;
  /** Running and lately finished jobs, oldest first. */
  readonly list: () => readonly Job[];
  /** Throws RuntimeError `job-unknown`, also for one that ended more than an hour ago. */
  readonly get: (id: string) => Job;
  /** Asks a running job to stop; false when it had ended. It may still finish. Throws like `get`. */
  readonly cancel: (id: string) => boolean;
  /** The job once it has ended. Throws like `get`; a failed job is a value, not an exception. */
  readonly ended: (id: string) => Promise<Job>;
  /**
   * Cancels all, waits until none runs, forgets results; for locking the vault and shutting down.
   * Waits as long as the slowest job takes to heed its signal.
   */
  readonly clear: () => Promise<void>;
};

export type JobsDeps = { readonly clock: Clock; readonly ids: Ids; readonly log: Log };
export type JobsLimits = { readonly keepMs: number; readonly running: number };

type Entry = { job: Job; readonly abort: AbortController; readonly settled: Promise<void> };

const HOUR_MS = 3_600_000;

/** An empty registry, in memory: jobs are lost with the process, acknowledged writes are not. */
export function createJobs(
  { clock, ids, log }: JobsDeps,
  limits: JobsLimits = { keepMs: HOUR_MS, running: 32 },
): Jobs {
  const entries = new Map<string, Entry>();

  const forgetOld = (): void => {
    const now = clock();
    for (const [id, { job }] of entries) {
      if (job.endedAt !== null && now - job.endedAt >= limits.keepMs) entries.delete(id);
    }
  };
  const find = (id: string): Entry => {
    forgetOld();
    const entry = entries.get(id);
    if (entry) return entry;
    throw new RuntimeError(
      "job-unknown",
      "Expected a job that runs or ended within the hour, got another id. List the jobs.",
    );
  };
  const change = (id: string, news: Partial<Job>): void => {
    const entry = entries.get(id);
    // Work that goes on reporting after its end changes nothing.
    if (entry?.job.state === "running") entry.job = { ...entry.job, ...news };
  };
  const follow = async <T>(id: string, run: JobRun<T>, signal: AbortSignal): Promise<void> => {
    try {
      // Begin after startJob has returned, so that the caller always sees the job running.
      await Promise.resolve();
      // Cancelled before it began: an abort that is past would never be heard.
      stopIfAborted(signal);
      const result = await run((done, total, step) => change(id, { done, total, step }), signal);
      change(id, { state: "done", result, endedAt: clock() });
    } catch (error) {
      const state = signal.aborted ? "cancelled" : "failed";
      if (state === "failed") log.failure("job-failed", error, { job: id });
      change(id, { state, error: plainError(error), endedAt: clock() });
    }
  };

  return {
    startJob(kind, run) {
      forgetOld();
      const running = [...entries.values()].filter(({ job }) => job.state === "running").length;
      if (running >= limits.running) throw tooMany(limits.running);
      const job: Job = { ...fresh, id: ids.next("job"), kind, startedAt: clock() };
      const abort = new AbortController();
      entries.set(job.id, { job, abort, settled: follow(job.id, run, abort.signal) });
      return job;
    },
    list() {
      forgetOld();
      return [...entries.values()].map(({ job }) => job);
    },
    get: (id) => find(id).job,
    cancel(id) {
      const { job, abort } = find(id);
      if (job.state !== "running") return false;
      abort.abort();
      return true;
    },
    async ended(id) {
      const entry = find(id);
      await entry.settled;
      return entry.job;
    },
    async clear() {
      const all = [...entries.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ settled }) => settled));
      entries.clear();
    },
  };
}

const fresh = {
  state: "running",
  endedAt: null,
  done: 0,
  total: null,
  step: "start",
  result: null,
  error: null,
} as const;

function tooMany(limit: number): RuntimeError {
  return new RuntimeError(
    "too-many-jobs",
    `Expected at most ${limit} jobs at once, got one more. Wait for one to end or cancel it.`,
    { limit },
  );
}
