#!/usr/bin/env node
// @ts-check
// `npm start`: from a bare checkout to a running server, with one line per step.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { standIn } from "./child.mjs";
import { memoryFlags } from "./node24.mjs";
import { prepare, root } from "./prepare.mjs";
import { Advice, progressOn, runMain } from "./progress.mjs";
import { buildWebApp } from "./web-app.mjs";

await runMain(async () => {
  console.log("Guwah");
  const progress = progressOn(process.stdout);
  const { node, env } = await prepare(progress);
  await buildWebApp(root, node, progress);
  progress.note(`Ready: starting the server on port ${process.env["GUWAH_PORT"] ?? 4824}`);
  const server = join(root, "src", "main.ts");
  if (!existsSync(server)) throw new Advice("This checkout has no server: src/main.ts is missing.");
  return standIn(node, [...memoryFlags, server, ...process.argv.slice(2)], { env });
});
