// @ts-check
// Builds the web app into dist/web, and only when what it is made from has changed.
// Invariant: the stamp is written after a complete build; the build starts by emptying the folder.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect } from "./child.mjs";
import { Advice } from "./progress.mjs";

/**
 * One hash over the files the web app is made from: path and content of each, tests left out.
 * @param {string} root the checkout
 * @returns {string} hex SHA-256
 */
export function webSourcesHash(root) {
  const hash = createHash("sha256");
  const folders = ["src/web", "src/model"].map((folder) => join(root, folder));
  const files = folders.flatMap((folder) => filesUnder(folder));
  for (const file of [...files, join(root, "package-lock.json")]) {
    if (!existsSync(file) || /\.test\.tsx?$/.test(file)) continue;
    const content = createHash("sha256").update(readFileSync(file)).digest("hex");
    hash.update(`${file.slice(root.length)}\n${content}\n`);
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/**
 * Builds the web app when its sources changed since the last build.
 * @param {string} root the checkout
 * @param {string} node the Node to build with
 * @param {import("./progress.mjs").Progress} progress
 * @throws {Advice} with the builder's own words
 */
export async function buildWebApp(root, node, progress) {
  if (!existsSync(join(root, "src", "web", "vite.config.ts"))) return;
  const folder = join(root, "dist", "web");
  const stamp = join(folder, ".stamp");
  const wanted = webSourcesHash(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await progress.step("Building the web app", "Web app built", async () => {
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const place = ["--config", "src/web/vite.config.ts", "--outDir", folder, "--emptyOutDir"];
    const { code, output } = await collect(node, [vite, "build", ...place], { cwd: root });
    if (code !== 0) throw new Advice(`${output.trim()}\n\nThe web app could not be built.`);
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, wanted);
}
