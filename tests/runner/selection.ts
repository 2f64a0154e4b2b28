// Which tests a command line asks for. Invariant: a name that selects nothing is an error, never an empty run.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Advice } from "../../bin/progress.mjs";

/**
 * Turns the arguments of `npm test --` into vitest's: a room (`names`) becomes its folders, a path stays a path, and
 * from the first option on everything goes to vitest as it is.
 * @param root the checkout
 * @throws Advice with the rooms there are when a name is none of them
 */
export function selectTests(root: string, args: readonly string[]): string[] {
  const firstOption = args.findIndex((arg) => arg.startsWith("-"));
  const names = firstOption === -1 ? args : args.slice(0, firstOption);
  const options = firstOption === -1 ? [] : args.slice(firstOption);
  return [...names.flatMap((name) => foldersOf(root, name)), ...options];
}

function foldersOf(root: string, name: string): string[] {
  if (/[/\\.]/.test(name)) {
    if (!existsSync(join(root, name))) throw new Advice(`There is no ${name} here.`);
    return [name];
  }
  const folders = ["src", "tests"].map((parent) => `${parent}/${name}/`);
  const found = folders.filter((folder) => existsSync(join(root, folder)));
  if (found.length > 0) return found;
  const rooms = [...subfolders(join(root, "src")), ...subfolders(join(root, "tests"))];
  throw new Advice(`There is no room called ${name}. There are: ${rooms.join(", ")}.`);
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
}
