#!/usr/bin/env node
// @ts-check
// `npm test [-- ROOM …]`: from a bare checkout to a run of every test, or of some rooms' tests.
import { join } from "node:path";
import { standIn } from "./child.mjs";
import { prepare, root } from "./prepare.mjs";
import { progressOn, runMain } from "./progress.mjs";
import { buildWebApp } from "./web-app.mjs";

await runMain(async () => {
  const progress = progressOn(process.stdout);
  const { node, env } = await prepare(progress);
  await buildWebApp(root, node, progress);
  const runner = join(root, "tests", "runner", "run.ts");
  return standIn(node, [runner, ...process.argv.slice(2)], { cwd: root, env });
});
