// Reads vitest's report and says how the run went. Invariant: a run that executed no test, or skipped one, has not passed.

/** What is read of vitest's JSON report. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** How a run went. */
export interface Outcome {
  /** `12 passed, 0 failed`, and how many were skipped when there were any. */
  readonly line: string;
  /** Why the run counts as failed although vitest may not say so. */
  readonly faults: readonly string[];
}

/**
 * @param report what vitest reported; none when it ended before it could
 * @param narrowed whether the command line chose tests by their name, so that the others are left out on purpose
 */
export function judgeRun(report: Report | undefined, narrowed: boolean): Outcome {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  // A file that could not be loaded has no tests of its own to fail.
  const broken = files.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const passed = count("passed");
  const failed = count("failed") + broken.length + (report === undefined ? 1 : 0);
  const skipped = tests.length - passed - count("failed");
  const faults = passed + failed === 0 ? ["No test was executed."] : [];
  if (skipped > 0 && !narrowed) {
    const names = tests.filter((test) => !["passed", "failed"].includes(test.status));
    faults.push(`Tests must not be skipped: ${names.map((test) => test.fullName).join("; ")}`);
  }
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  return { line: `${passed} passed, ${failed} failed${tail}`, faults };
}
