// Runs the tests, once packages and Node 24 are there: sees to the machine's needs, runs vitest, says how it went.
// Invariant: the exit code is vitest's own, or 1 where vitest would let a fault pass.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { standIn } from "../../bin/child.mjs";
import { root } from "../../bin/prepare.mjs";
import { progressOn, runMain } from "../../bin/progress.mjs";
import { NEEDS, provideNeeds } from "./needs.ts";
import { judgeRun, type Report } from "./outcome.ts";
import { selectTests } from "./selection.ts";

await runMain(async () => {
  const selection = selectTests(root, process.argv.slice(2));
  await provideNeeds(NEEDS, progressOn(process.stdout));
  const folder = mkdtempSync(join(tmpdir(), "guwah-test-report-"));
  try {
    const file = join(folder, "report.json");
    const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    const code = await standIn(process.execPath, [vitest, "run", ...reports, ...selection], {
      cwd: root,
    });
    const report = existsSync(file)
      ? (JSON.parse(readFileSync(file, "utf8")) as Report)
      : undefined;
    const narrowed = selection.some((arg) => /^(-t|--testNamePattern)\b/.test(arg));
    const { line, faults } = judgeRun(report, narrowed);
    for (const fault of faults) console.log(fault);
    console.log(line);
    return code === 0 && faults.length > 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
