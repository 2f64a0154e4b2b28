// @ts-check
// Installs a folder's locked packages, and only when they are not there already.
// Invariant: the stamp in node_modules is written after a complete install, so a broken one is never taken for whole.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { collect } from "./child.mjs";
import { Advice } from "./progress.mjs";

const STAMP = ".guwah-stamp";

/**
 * Says whether a folder's node_modules holds exactly what its package-lock.json asks for on this kind of machine.
 * A folder without a lock was itself installed as a package and is left alone.
 * @param {string} folder
 * @returns {boolean}
 */
export function isInstalled(folder) {
  const lock = join(folder, "package-lock.json");
  if (!existsSync(lock)) return true;
  const stamp = join(folder, "node_modules", STAMP);
  const wanted = stampFor(lock);
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === wanted;
  if (!installedByHand(folder, lock)) return false;
  leaveStamp(stamp, wanted);
  return true;
}

/**
 * A checkout may belong to someone else and be complete all the same; then it is looked over each time.
 * @param {string} stamp
 * @param {string} wanted
 */
function leaveStamp(stamp, wanted) {
  try {
    writeFileSync(stamp, wanted);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? "";
    if (!["EACCES", "EPERM", "EROFS"].includes(code)) throw error;
  }
}

/** @param {string} lock */
function stampFor(lock) {
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/**
 * Someone ran `npm ci` without us: npm's own record of what it unpacked then agrees with the lock.
 * @param {string} folder
 * @param {string} lock
 */
function installedByHand(folder, lock) {
  const record = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(lock, "utf8")).packages;
  const found = JSON.parse(readFileSync(record, "utf8")).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    if (found[path] === undefined ? !entry.optional : found[path].integrity !== entry.integrity) {
      return false;
    }
  }
  return Object.keys(found).every((path) => path in wanted);
}

/**
 * Installs a folder's locked packages with `npm ci`, from npm's cache where it can, and stamps the result.
 * @param {string} folder
 * @throws {Advice} when npm fails: npm's own words and what to do about them
 */
export async function installPackages(folder) {
  const modules = join(folder, "node_modules");
  // npm ci empties the folder first; through a link that would be somebody else's.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) {
    throw new Advice("node_modules is a link to another folder. Remove the link, then try again.");
  }
  // The locked versions run under Node 24, so npm's complaint about the Node that installs them says nothing: errors only.
  const args = [
    "ci",
    "--prefer-offline",
    "--include=dev",
    "--include=optional",
    "--ignore-scripts",
  ];
  const quiet = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const npm = npmCommand();
  const { code, output } = await collect(npm.command, [...npm.args, ...args, ...quiet], {
    cwd: folder,
    shell: npm.shell,
  });
  if (code !== 0) throw new Advice(`${output.trim()}\n\n${whatToDo(code, output)}`);
  const stamp = join(folder, "node_modules", STAMP);
  if (existsSync(dirname(stamp))) writeFileSync(stamp, stampFor(join(folder, "package-lock.json")));
}

/** The npm that started us, else the one that came with this Node, else the one on the PATH. */
function npmCommand() {
  const bin = dirname(process.execPath);
  const given = process.env["npm_execpath"];
  const places = [
    ...(given !== undefined && basename(given) === "npm-cli.js" ? [given] : []),
    join(bin, "node_modules/npm/bin/npm-cli.js"),
    join(bin, "../lib/node_modules/npm/bin/npm-cli.js"),
  ];
  const script = places.find((path) => existsSync(path));
  if (script !== undefined) return { command: process.execPath, args: [script], shell: false };
  return { command: "npm", args: [], shell: process.platform === "win32" };
}

/**
 * Turns npm's failure into the next thing to try.
 * @param {number} code
 * @param {string} output
 * @returns {string}
 */
export function whatToDo(code, output) {
  if (code === 127)
    return "npm is not installed. Install npm (Debian: apt install npm) and try again.";
  if (/ENOSPC/.test(output)) return "The disk is full. Free about 1 GB and try again.";
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return "This folder or npm's cache belongs to someone else. Use a checkout of your own, or make yourself its owner.";
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONN|ENOTCACHED|network/i.test(output)) {
    return "The packages could not be fetched. Connect to the network once and try again; afterwards Guwah works without it.";
  }
  if (/EUSAGE|EINTEGRITY|in sync/.test(output)) {
    return "The lock file and the packages disagree. Restore package-lock.json (git checkout package-lock.json) and try again.";
  }
  return "Try again; if it fails the same way, run `npm ci` in this folder and read what it says.";
}
