#!/usr/bin/env node
// @ts-check
// `npm run check`: what a person runs before a commit. Every step is run, so that one run shows every fault.
// Invariant: the exit code is 0 only when every step passed.
import { join } from "node:path";
import { collect, standIn } from "./child.mjs";
import { prepare, root } from "./prepare.mjs";
import { Advice, progressOn, runMain } from "./progress.mjs";

/**
 * The steps but the last: what it checks, the tool of node_modules, its arguments.
 * @type {readonly (readonly [string, string, readonly string[]])[]}
 */
const STEPS = [
  ["format", "oxfmt", ["--check"]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["types", "tsc", ["--noEmit"]],
  ["types of the commands and tests", "tsc", ["--noEmit", "-p", "tests"]],
  ["import table", "vitest", ["run", "tests/house/import-table.test.ts"]],
  ["docs and house rules", "vitest", ["run", "tests/house/docs.test.ts"]],
  ["dead code", "knip", ["--no-progress"]],
];

await runMain(async () => {
  const progress = progressOn(process.stdout);
  const { node, env } = await prepare(progress);
  /** @type {string[]} */
  const failed = [];
  for (const [what, tool, args] of STEPS) {
    const command = join(root, "node_modules", ".bin", tool);
    const shell = process.platform === "win32";
    try {
      await progress.step(`Checking ${what}`, what, async () => {
        const { code, output } = await collect(command, args, { cwd: root, env, shell });
        if (code !== 0) throw new Advice(output.trim());
      });
    } catch (error) {
      if (!(error instanceof Advice)) throw error;
      console.log(`${error.message}\n`);
      failed.push(what);
    }
  }
  const tests = await standIn(node, [join(root, "bin", "test.mjs")], { cwd: root, env });
  if (tests !== 0) failed.push("tests");
  console.log(failed.length === 0 ? "Everything passed." : `Failed: ${failed.join(", ")}.`);
  return failed.length === 0 ? 0 : 1;
});
