import { describe, expect, test } from "vitest";
import { GuwahError } from "./errors.ts";
import { createJobs } from "./jobs.ts";
import type { JobsLimits } from "./jobs.ts";
import { stopIfAborted } from "./progress.ts";
import type { Progress } from "./progress.ts";
import { movingClock, recordingLog, refused, testIds, testTime } from "./testing.ts";

const HOUR_MS = 3_600_000;

function setUp(limits?: JobsLimits) {
  const { clock, forward } = movingClock();
  const { log, lines } = recordingLog();
  return { jobs: createJobs({ clock, ids: testIds(), log }, limits), forward, lines };
}

/** Work that waits at a gate the test opens. */
function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** Work that ends only when it is told to stop. */
const untilStopped = async (_: Progress, signal: AbortSignal): Promise<void> => {
  await new Promise((resolve) => {
    signal.addEventListener("abort", resolve);
  });
  stopIfAborted(signal);
};

describe("a job", () => {
  test("runs, reports, and ends with its result", async () => {
    const { jobs, forward } = setUp();
    const { opened, open } = gate();
    const started = jobs.startJob("import-table", async (report) => {
      report(3, 10, "rows");
      await opened;
      report(10, 10, "rows");
      return { added: 10 };
    });
    expect(started).toMatchObject({
      kind: "import-table",
      state: "running",
      done: 0,
      startedAt: testTime,
    });
    await Promise.resolve();
    await Promise.resolve();
    expect(jobs.get(started.id)).toMatchObject({
      state: "running",
      done: 3,
      total: 10,
      step: "rows",
    });
    forward(50);
    open();
    expect(await jobs.ended(started.id)).toEqual({
      ...started,
      state: "done",
      done: 10,
      total: 10,
      step: "rows",
      result: { added: 10 },
      endedAt: testTime + 50,
    });
  });

  test("that fails keeps the code of a known error and nothing of an unknown one", async () => {
    const { jobs, lines } = setUp();
    const known = jobs.startJob("read", async () => {
      throw new GuwahError("too-large", 413, "Expected at most 2 GB.");
    });
    const unknown = jobs.startJob("read", () => {
      throw new Error("invented Aisha of nowhere");
    });
    expect(await jobs.ended(known.id)).toMatchObject({
      state: "failed",
      error: { code: "too-large", status: 413 },
    });
    expect(await jobs.ended(unknown.id)).toMatchObject({
      state: "failed",
      error: { code: "internal" },
    });
    expect(JSON.stringify([jobs.list(), lines])).not.toContain("Aisha");
    const logged = lines.map((line) => (JSON.parse(line) as { job: string }).job);
    expect(logged.sort()).toEqual([known.id, unknown.id]);
  });

  test("stops when cancelled, once", async () => {
    const { jobs, lines } = setUp();
    const begun = gate();
    const { id } = jobs.startJob("hash", (report, signal) => {
      begun.open();
      return untilStopped(report, signal);
    });
    await begun.opened;
    expect(jobs.cancel(id)).toBe(true);
    expect(await jobs.ended(id)).toMatchObject({
      state: "cancelled",
      error: { code: "cancelled" },
    });
    expect(jobs.cancel(id)).toBe(false);
    expect(lines).toEqual([]);
  });

  test("cancelled before it began never begins", async () => {
    const { jobs } = setUp();
    let ran = false;
    const { id } = jobs.startJob("hash", async () => {
      ran = true;
    });
    jobs.cancel(id);
    expect(await jobs.ended(id)).toMatchObject({ state: "cancelled" });
    expect(ran).toBe(false);
  });

  test("that finishes in spite of the signal is done: its work is there", async () => {
    const { jobs } = setUp();
    const { opened, open } = gate();
    const begun = gate();
    const { id } = jobs.startJob("hash", () => {
      begun.open();
      return opened;
    });
    await begun.opened;
    jobs.cancel(id);
    open();
    expect(await jobs.ended(id)).toMatchObject({ state: "done" });
  });

  test("does not change after its end", async () => {
    const { jobs } = setUp();
    let late: Progress = () => {};
    const { id } = jobs.startJob("hash", async (report) => {
      late = report;
      return 1;
    });
    const ended = await jobs.ended(id);
    late(9, 9, "late");
    expect(jobs.get(id)).toEqual(ended);
  });
});

describe("the registry", () => {
  test("forgets what ended an hour ago, never what still runs", async () => {
    const { jobs, forward } = setUp();
    const running = jobs.startJob("hash", untilStopped);
    const short = jobs.startJob("hash", async () => 1);
    await jobs.ended(short.id);
    forward(HOUR_MS - 1);
    expect(jobs.list().map(({ id }) => id)).toEqual([running.id, short.id]);
    forward(1);
    expect(jobs.list().map(({ id }) => id)).toEqual([running.id]);
    expect(refused(() => jobs.get(short.id))).toMatchObject({ code: "job-unknown", status: 404 });
    await jobs.clear();
  });

  test("refuses one job too many, and takes it when another has ended", async () => {
    const { jobs } = setUp({ keepMs: HOUR_MS, running: 1 });
    const first = jobs.startJob("hash", untilStopped);
    expect(refused(() => jobs.startJob("hash", untilStopped))).toMatchObject({
      code: "too-many-jobs",
      status: 429,
    });
    jobs.cancel(first.id);
    await jobs.ended(first.id);
    const second = jobs.startJob("hash", async () => 2);
    expect(await jobs.ended(second.id)).toMatchObject({ result: 2 });
  });

  test("cleared for locking: all stopped, nothing remembered", async () => {
    const { jobs } = setUp();
    const finished = jobs.startJob("hash", async () => "a result with content");
    await jobs.ended(finished.id);
    jobs.startJob("hash", untilStopped);
    await jobs.clear();
    expect(jobs.list()).toEqual([]);
  });

  test("an unknown id is refused everywhere", async () => {
    const { jobs } = setUp();
    expect(refused(() => jobs.cancel("job_x")).code).toBe("job-unknown");
    await expect(jobs.ended("job_x")).rejects.toMatchObject({ code: "job-unknown" });
  });
});
