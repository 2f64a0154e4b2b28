import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NEEDS, provideNeeds, whatIsMissing } from "./needs.ts";
import { judgeRun } from "./outcome.ts";
import { selectTests } from "./selection.ts";

const root = join(import.meta.dirname, "..", "..");
const silent = {
  note: () => {},
  step: <T>(_: string, __: string, work: () => Promise<T>) => work(),
};

describe("the tests that are run", () => {
  it.each([
    ["all of them when nothing is named", [], []],
    ["a room's, wherever it is", ["services"], ["tests/services/"]],
    ["several rooms'", ["proof", "bin"], ["src/proof/", "tests/bin/"]],
    ["a file's", ["tests/runner/runner.test.ts"], ["tests/runner/runner.test.ts"]],
    [
      "with vitest's own options after them",
      ["bin", "-t", "a name"],
      ["tests/bin/", "-t", "a name"],
    ],
  ])("are %s", (_, args, expected) => {
    expect(selectTests(root, args)).toEqual(expected);
  });

  it("are never none: an unknown room is refused with the rooms there are", () => {
    expect(() => selectTests(root, ["nonsuch"])).toThrow(/no room called nonsuch.*proof/);
    expect(() => selectTests(root, ["src/nonsuch.test.ts"])).toThrow(/no src\/nonsuch.test.ts/);
  });
});

/** A report of one file whose tests ended in these ways. */
const reportOf = (status: string, ...tests: string[]) => ({
  testResults: [
    {
      name: "a.test.ts",
      status,
      assertionResults: tests.map((test, index) => ({ status: test, fullName: `t${index}` })),
    },
  ],
});

describe("a run", () => {
  it("that passed says so on one line", () => {
    expect(judgeRun(reportOf("passed", "passed", "passed"), false)).toEqual({
      line: "2 passed, 0 failed",
      faults: [],
    });
  });

  it("counts what failed, and a file that could not be loaded", () => {
    expect(judgeRun(reportOf("failed", "passed", "failed"), false).line).toBe("1 passed, 1 failed");
    expect(judgeRun(reportOf("failed"), false).line).toBe("0 passed, 1 failed");
  });

  it("that executed no test has failed", () => {
    expect(judgeRun({ testResults: [] }, false).faults).toEqual(["No test was executed."]);
    expect(judgeRun(reportOf("passed", "pending"), true).faults).toEqual(["No test was executed."]);
  });

  it("that broke off before its report has failed", () => {
    expect(judgeRun(undefined, false).line).toBe("0 passed, 1 failed");
  });

  it("that skipped a test has failed and names it, unless the tests were chosen by name", () => {
    const report = reportOf("passed", "passed", "pending");
    expect(judgeRun(report, false)).toEqual({
      line: "1 passed, 0 failed, 1 skipped",
      faults: ["Tests must not be skipped: t1"],
    });
    expect(judgeRun(report, true).faults).toEqual([]);
  });
});

describe("what the tests need", () => {
  it("is all on this machine by now", () => {
    expect(NEEDS.filter((need) => !need.isHere()).map((need) => need.what)).toEqual([]);
  });

  it("is named, with the command that brings it, when it stays missing", () => {
    const needs = [
      { what: "a pigeon", packages: ["pigeon", "loft"], isHere: () => false },
      { what: "a loft", packages: ["loft"], isHere: () => false },
    ];
    const message = whatIsMissing(needs);
    expect(message).toMatch(/- a pigeon\n +- a loft/);
    expect(message).toMatch(/apt-get install pigeon loft$/);
  });

  it("is not installed again when it is there", async () => {
    const here = { what: "a pigeon", packages: ["no-such-package"], isHere: () => true };
    await expect(provideNeeds([here], silent)).resolves.toBeUndefined();
  });
});
