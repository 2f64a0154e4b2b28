// Letters' templates: text files anyone can edit, one for each letter and language.
// Invariant: a file has a head of `name: value` lines, a line of three hyphens, and the letter; what stands in double braces is a
// field, and a line whose only field has a question mark is left out where nothing says it.
import { readdir, readFile } from "node:fs/promises";
import { termOf } from "../../model/index.ts";
import { ActError } from "../errors.ts";
import { fieldNames } from "./field-names.ts";
import type { TemplateView } from "./views.ts";

export interface Template extends TemplateView {
  readonly lines: readonly string[];
}

const folder = new URL("templates/", import.meta.url);
const fileName = /^([a-z-]{1,40})\.([a-z]{2,3})\.txt$/;
const field = /\{\{(\??)(\w{1,40})\}\}/g;

/** All of them, by name and language. */
export async function readTemplates(): Promise<Template[]> {
  const names = (await readdir(folder)).filter((name) => fileName.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => parseTemplate(name, await readFile(new URL(name, folder), "utf8"))),
  );
}

/** Throws ActError `act/no-such-template`. */
export async function readTemplate(name: string, language: string): Promise<Template> {
  const all = await readTemplates();
  const found = all.find((one) => one.name === name && one.language === language);
  if (found === undefined)
    throw new ActError("act/no-such-template", "There is no such letter in this language.");
  return found;
}

/** Throws ActError `act/no-such-template` for a file that is not one, and says what is wrong with it. */
export function parseTemplate(file: string, text: string): Template {
  const [, name = "", language = ""] = fileName.exec(file) ?? [];
  const all = text.replaceAll("\r\n", "\n").trimEnd().split("\n");
  const end = all.indexOf("---");
  const head = new Map(
    all.slice(0, Math.max(0, end)).map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
  const lines = all.slice(end + 1);
  const [title = "", kind = "", audience = ""] = ["title", "kind", "audience"].map((key) =>
    head.get(key),
  );
  const unknown = lines
    .flatMap((line) => [...line.matchAll(field)].map((match) => match[2] as string))
    .find((one) => !fieldNames.has(one));
  const wrong =
    name === ""
      ? "its name is not NAME.LANGUAGE.txt"
      : end < 0 || title === ""
        ? "its head is not complete"
        : termOf("intervention-kind", kind) === undefined ||
            termOf("audience", audience) === undefined
          ? "its kind or audience is of no list"
          : unknown === undefined
            ? null
            : `it has a field ${unknown}, which there is not`;
  if (wrong !== null)
    throw new ActError("act/no-such-template", `A letter's template cannot be used: ${wrong}.`);
  return {
    name,
    language,
    title,
    kind,
    audience,
    reviewed: head.get("reviewed") === "true",
    lines,
  };
}

export type TemplatePart =
  | { readonly text: string }
  | { readonly field: string; readonly optional: boolean };

/** A line in its texts and fields. */
export function partsOf(line: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const match of line.matchAll(field)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index) });
    parts.push({ field: match[2] as string, optional: match[1] === "?" });
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}
