// @ts-check
// Starts other programs: one kind whose output is kept for the error message, one kind that stands in our place.
// Invariant: a program in our place gets our signals and gives us its exit code.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { Advice } from "./progress.mjs";

/**
 * Runs a program and keeps what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program does not exist
 */
export function collect(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program in our place: same terminal, our signals passed on, its exit code returned (128 + n after signal n).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function standIn(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    /** @type {NodeJS.Signals[]} */
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      // Ctrl-C at a terminal reaches the whole group, so the child has it already.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, pass);
    const orphaned = whenNpmDies(() => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      clearInterval(orphaned);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * npm puts a shell between itself and us; a signal to npm ends that shell and never reaches us, but our parent changes.
 * @param {() => void} stop
 */
function whenNpmDies(stop) {
  if (process.env["npm_lifecycle_event"] === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && stop(), 300);
}

/**
 * Runs a tool of node_modules in our place.
 * @param {string} root the checkout
 * @param {string} tool its name in node_modules/.bin
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env from `prepare`, so that the tool finds Node 24 first
 * @returns {Promise<number>} its exit code
 */
export function runTool(root, tool, args, env) {
  // On Windows the entries of .bin are command files, which only a shell can start.
  const windows = process.platform === "win32";
  const command = join(root, "node_modules", ".bin", windows ? `${tool}.cmd` : tool);
  if (!existsSync(command)) throw new Advice(`There is no tool called ${tool} here.`);
  return standIn(command, args, { cwd: root, env, shell: windows });
}
