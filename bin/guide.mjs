#!/usr/bin/env node
// @ts-check
// `npm run guide`: takes the pictures of docs/guide anew from the program itself.
import { join } from "node:path";
import { standIn } from "./child.mjs";
import { prepare, root } from "./prepare.mjs";
import { progressOn, runMain } from "./progress.mjs";
import { buildWebApp } from "./web-app.mjs";

await runMain(async () => {
  const progress = progressOn(process.stdout);
  const { node, env } = await prepare(progress);
  await buildWebApp(root, node, progress);
  return standIn(node, [join(root, "tests", "browser", "make-guide.ts")], { env });
});
