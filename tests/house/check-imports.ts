// Holds every import under src against the import table. Invariant: a tree with nothing to check does not pass.
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { APP, type ImportTable } from "./import-table.ts";
import { type Import, readImports } from "./read-imports.ts";
import { filesUnder, isForTests, isSource, roomsOf } from "./source-files.ts";

/**
 * @param root of the checkout
 * @returns one sentence for each breach, naming the file and the import
 * @throws Error when there is nothing to check, so that a wrong path never looks like a clean house
 */
export function checkImports(root: string, table: ImportTable): string[] {
  const files = filesUnder(root, "src").filter(isSource);
  if (files.length === 0) throw new Error("There is no source file under src.");
  const homeless = roomsOf(root).filter((room) => !table.has(room));
  const breaches = homeless.map((room) => `src/${room} has no row in the import table`);
  for (const file of files) {
    const text = readFileSync(join(root, file), "utf8");
    for (const found of readImports(file, text)) {
      const fault = faultOf(file, found, table);
      if (fault !== undefined) breaches.push(`${file}: ${fault}`);
    }
  }
  return breaches;
}

function faultOf(
  file: string,
  { specifier, typeOnly }: Import,
  table: ImportTable,
): string | undefined {
  if (specifier === undefined) return "imports a path that is computed, which nobody can check";
  if (/^[/#]|^file:|^guwah(\/|$)/.test(specifier))
    return `imports ${specifier}, which is not a relative path`;
  if (!specifier.startsWith(".")) return undefined;
  const target = posix.join(posix.dirname(file), specifier);
  if (!target.startsWith("src/")) {
    return isForTests(file) || target === "package.json"
      ? undefined
      : `reaches out of src to ${target}`;
  }
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === to) return undefined;
  if (!mayImport(from, to, typeOnly, table))
    return `the room ${from} may not import ${to} (${specifier})`;
  const entry = to === APP ? target : `src/${to}/index.ts`;
  const testing = isForTests(file) ? `src/${to}/testing.ts` : entry;
  if (target !== entry && target !== testing) return `reaches past ${entry} to ${target}`;
  return undefined;
}

function mayImport(from: string, to: string, typeOnly: boolean, table: ImportTable): boolean {
  if (from === APP) return true;
  // The browser runs nothing of the server; it knows the shapes of its answers.
  if (from === "web" && to === "server") return typeOnly;
  return table.get(from)?.has(to) ?? false;
}

/** The room of a path under src; files directly in src belong to `app`. */
function roomOf(path: string): string {
  const [, room = "", ...rest] = path.split("/");
  return rest.length === 0 ? APP : room;
}
