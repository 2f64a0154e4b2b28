// @ts-check
// What every command needs first: the locked packages and a Node that can run Guwah. Runs on Node 20 with nothing installed.
// Invariant: when all is in place it makes no network call and prints nothing.
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureNode24 } from "./node24.mjs";
import { installPackages, isInstalled } from "./packages.mjs";

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Sees to packages and Node.
 * @param {import("./progress.mjs").Progress} progress
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node to use, and an environment whose PATH finds it
 * and the local tools first
 * @throws {import("./progress.mjs").Advice} what is missing and how to get it
 */
export async function prepare(progress) {
  if (!isInstalled(root)) {
    await progress.step("Installing the locked packages", "Packages installed", () =>
      installPackages(root),
    );
  }
  const node = await ensureNode24(root, progress);
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""];
  return { node, env: { ...process.env, PATH: path.join(delimiter) } };
}
