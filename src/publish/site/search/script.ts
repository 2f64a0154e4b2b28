// The browser script as one file: our three small sources without their types.
// Invariant: nothing is built or bundled; what runs in the browser is what is read here, line for line.
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "browser");
const parts = ["search-keys.ts", "search-likeness.ts", "search-page.ts"];

/** Node says once that taking types out is new; that is no news to whoever publishes a site. */
function withoutTypes(source: string): string {
  const warn = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

/** The script of the search, for browsers of 2023 and later. */
export function searchScript(): string {
  const body = parts
    .map((name) => withoutTypes(readFileSync(join(folder, name), "utf8")))
    .map((text) => text.replace(/^import [^;]*;$/gm, "").replace(/^export /gm, ""))
    .join("\n")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n");
  return `"use strict";(()=>{\n${body}})();\n`;
}
