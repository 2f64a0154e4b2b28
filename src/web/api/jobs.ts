// Long steps: start one, watch it, stop it.
import { useCallback, useEffect, useRef, useState } from "react";
import { del, get } from "./client.ts";
import type { ApiError } from "./error.ts";
import { asApiError, errorFrom } from "./error.ts";

export interface JobView<T = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number | null;
  readonly step: string;
  readonly result?: T;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly details?: Record<string, unknown>;
  };
}

export type JobPhase = "idle" | "running" | "done" | "failed" | "cancelled";

export interface JobHook<T> {
  readonly phase: JobPhase;
  readonly job: JobView<T> | null;
  readonly error: ApiError | null;
  /** Starts the job that `begin` asks for (`() => post("/api/check")`) and follows it to its end. */
  readonly start: (begin: () => Promise<{ readonly job: string }>) => Promise<void>;
  readonly cancel: () => void;
  readonly reset: () => void;
}

const pollMs = 350;

const wait = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Follows a job until it ends. Throws the job's error as an ApiError; `onTick` sees every answer. */
async function followJob<T>(
  id: string,
  onTick: (job: JobView<T>) => void,
  stopped: () => boolean = () => false,
): Promise<JobView<T>> {
  for (;;) {
    const job = await get<JobView<T>>(`/api/jobs/${encodeURIComponent(id)}`);
    onTick(job);
    if (job.state === "failed") throw errorFrom(500, { error: job.error });
    if (job.state !== "running" || stopped()) return job;
    await wait(pollMs);
  }
}

/** One long step of a screen, with its progress. A screen that goes away stops watching; the job itself goes on. */
export function useJob<T>(onDone?: (result: T) => void): JobHook<T> {
  const [phase, setPhase] = useState<JobPhase>("idle");
  const [job, setJob] = useState<JobView<T> | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const gone = useRef(false);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const start = useCallback(async (begin: () => Promise<{ readonly job: string }>) => {
    setPhase("running");
    setJob(null);
    setError(null);
    try {
      const { job: id } = await begin();
      const last = await followJob<T>(
        id,
        (tick) => !gone.current && setJob(tick),
        () => gone.current,
      );
      if (gone.current) return;
      setPhase(last.state);
      if (last.state === "done") done.current?.(last.result as T);
    } catch (thrown) {
      if (gone.current) return;
      setError(asApiError(thrown));
      setPhase("failed");
    }
  }, []);

  const id = job?.id;
  const cancel = useCallback(() => {
    if (id !== undefined) del(`/api/jobs/${encodeURIComponent(id)}`).catch(() => {});
  }, [id]);
  const reset = useCallback(() => {
    setPhase("idle");
    setJob(null);
    setError(null);
  }, []);
  return { phase, job, error, start, cancel, reset };
}
