// Words that exist nowhere but in this run, in four scripts, and the search for them in bytes.
// Invariant: a needle is found in whatever form programs write text: UTF-8, UTF-16, escaped in JSON or in an address.
import { randomInt } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const alphabets = {
  cyrillic: "әғқңөұүабдеилмнрст",
  arabic: "ئابپتجخدرزشغفقكلمن",
  chinese: "山水火木金土日月石田天地人大小中",
  latin: "abcdefghiklmnoprstu",
};
export type Script = keyof typeof alphabets;

/** A word nobody has ever written. */
export function freshWord(script: Script, length = 14): string {
  const letters = alphabets[script];
  return Array.from({ length }, () => letters[randomInt(letters.length)] ?? "").join("");
}

/** The bytes a text may stand in. */
function formsOf(text: string): Buffer[] {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const little = Buffer.from(text, "utf16le");
  return [
    Buffer.from(text, "utf8"),
    little,
    Buffer.from(little).swap16(),
    Buffer.from(escaped),
    Buffer.from(escaped.toUpperCase().replaceAll("\\U", "\\u")),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(text, "utf8").toString("base64").slice(0, -4),
    Buffer.from(text.toUpperCase(), "utf8"),
  ].map((form) => Buffer.from(form));
}

/** Every regular file under a folder; what disappears or may not be read meanwhile is left out. */
export async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
}

/** The files that hold any of these texts in any form, or have one in their name, each with which. */
export async function findNeedles(
  files: readonly string[],
  needles: Readonly<Record<string, string>>,
): Promise<string[]> {
  const wanted = Object.entries(needles).map(([name, text]) => ({ name, forms: formsOf(text) }));
  const found: string[] = [];
  for (const path of files) {
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const place = Buffer.from(path);
    for (const { name, forms } of wanted)
      if (forms.some((form) => bytes.includes(form) || place.includes(form)))
        found.push(`${name} in ${path}`);
  }
  return found;
}
