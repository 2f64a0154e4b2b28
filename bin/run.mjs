#!/usr/bin/env node
// @ts-check
// `node bin/run.mjs TOOL …`: a tool of node_modules under Node 24, whatever Node this machine has.
import { runTool } from "./child.mjs";
import { prepare, root } from "./prepare.mjs";
import { Advice, progressOn, runMain } from "./progress.mjs";

await runMain(async () => {
  const [tool, ...args] = process.argv.slice(2);
  if (tool === undefined) throw new Advice("Say which tool: node bin/run.mjs TOOL …");
  const { env } = await prepare(progressOn(process.stderr));
  return runTool(root, tool, args, env);
});
